"""Tables that a word processor has turned into lines with tabs when they were pasted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from casebook.diagnostics import Diagnostic, Span, finding

_ROW = re.compile(
    r"(?!(?:\d+[.)]?|[a-z][.)]|[-*+\u2022\u00b7o\uf0b7])\t)[^\s|][^\t]*(?:\t+[^\t]+)+"
)
"""Cells with tabs between them; a mark of a list with a tab behind it is none."""


def tabbed_tables(body: str, path: str, first_line: int) -> Iterator[Diagnostic]:
    """A finding for each table in a text, at its first line.

    Args:
        body: The text.
        path: The file.
        first_line: The line of the file on which the text starts.
    """
    if "\t" not in body:
        return
    fenced, rows = False, []
    for number, line in enumerate(body.split("\n"), start=first_line):
        fenced ^= line.lstrip().startswith(("```", "~~~"))
        rows.append((number, line.rstrip(), not fenced and _ROW.fullmatch(line.rstrip())))
    for is_row, group in groupby(rows, key=lambda row: bool(row[2])):
        found = list(group)
        if is_row and len(found) > 1:
            number, line, _ = found[0]
            span = Span(path, number, 1, len(line) + 1)
            yield finding("tabbed-table", span)
