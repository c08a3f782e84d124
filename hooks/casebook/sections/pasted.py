"""Lists and tables pasted from a word processor: to Markdown their lines are one paragraph."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from casebook.diagnostics import Diagnostic, Span, finding

_SIGNS = "\u2022\u2023\u2043\u2219\u00b7\u25a0\u25aa\u25cb\u25cf\u25e6\uf0a7\uf0b7"
"""Bullets, and two signs of Word's own symbol fonts, which other fonts cannot show."""
_SHOWN = str.maketrans("\uf0a7\uf0b7", "\u25aa\u2022")
_BULLET = re.compile(rf"[ \t]*[{_SIGNS}]\s*(?P<text>\S.*)")
_DASH = re.compile(r" {0,3}(?:[\u2010-\u2015]\s*|-)(?P<text>[^\W\d_][^|]*)(?<!  )(?<!\\)")
"""A dash may begin a remark too, so one line is no list, nor are lines broken on purpose."""
_MARK = rf"(?:\d{{1,3}}[.)]?|[A-Za-z][.)]|[-*+o\u2010-\u2015{_SIGNS}])"
"""The mark of a list's entry, when a tab follows; lists of Markdown itself have a space too."""
_ROW = re.compile(rf"(?!{_MARK}\t|(?:\d{{1,9}}[.)]|[-*+]) )[^\s|#][^\t]*(?:\t+[^\t]+)+")
"""Cells with tabs between them."""


def pasted_bullets(
    lines: Sequence[str], code: Collection[int], path: str, first_line: int
) -> Iterator[Diagnostic]:
    """A finding for the first line of each such list.

    Args:
        lines: The lines of the text.
        code: The lines, from 1, that are in code blocks.
        path: The file.
        first_line: The line of the file on which the text starts.
    """
    inside = False
    for row, line in enumerate(lines):
        found = _entry(lines, row) if row + 1 not in code else None
        if found is not None and not inside:
            column = len(line) - len(line.lstrip()) + 1
            span = Span(path, row + first_line, column, column + 1)
            sign = line.lstrip()[0].translate(_SHOWN)
            yield finding("pasted-bullet", span, suggestion=f"- {found}", sign=sign)
        inside = found is not None or (inside and not line.strip())


def _entry(lines: Sequence[str], row: int) -> str | None:
    """What an entry of a pasted list says."""
    line = lines[row]
    if not line or line.isspace() or line.lstrip()[0].isalnum():
        return None
    found = _BULLET.match(line) or (_beside_another(lines, row) and _DASH.fullmatch(line)) or None
    return found["text"].rstrip() if found else None


def _beside_another(lines: Sequence[str], row: int) -> bool:
    beside = (*lines[max(row - 1, 0) : row], *lines[row + 1 : row + 2])
    return any(map(_DASH.fullmatch, beside))


def tabbed_tables(
    lines: Sequence[str], code: Collection[int], path: str, first_line: int
) -> Iterator[Diagnostic]:
    """A finding for the first line of each table that has tabs between its cells."""
    if not any("\t" in line for line in lines):
        return
    for is_row, group in groupby(
        enumerate(lines, start=1),
        lambda row: row[0] not in code and _ROW.fullmatch(row[1].rstrip()) is not None,
    ):
        (row, line), *more = group
        if is_row and more:
            yield finding(
                "tabbed-table", Span(path, row + first_line - 1, 1, len(line.rstrip()) + 1)
            )
