"""The numbered points of a decision, read from its source text, with the numbers as written.

Markdown would renumber 1, 2, 3, 4, 6 to 1–5, end a list at a table and take a date for a number;
the minutes' own numbers are what people cite, so they are read from the lines. Every line ends up
in a point, in the text before the first one or in the text after the last one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from casebook.diagnostics import Diagnostic
from casebook.markdown import Scan, scan
from casebook.model.text import Point
from casebook.points.marks import find_mark
from casebook.points.nodes import Line
from casebook.points.tree import PointTree

_STRUCTURE = re.compile(r"#|```|~~~|^[ \t]*(?:=+|-+)[ \t]*$", re.MULTILINE)
"""What headings and code blocks are made of; without it there is nothing to ask the engine."""


@dataclass(frozen=True, slots=True)
class PointText:
    """A text divided into points; without numbers all of it is ``lead``."""

    lead: str
    points: tuple[Point, ...] = ()
    tail: str = ""


def parse_points(
    source: str, path: str = "", first_line: int = 1
) -> tuple[PointText, list[Diagnostic]]:
    """Divide the text of a decision or proposal into its points.

    Args:
        source: Markdown of the section, without its heading.
        path: The file, for findings.
        first_line: The line in the file on which ``source`` starts.
    """
    lines = source.split("\n")
    marks = [find_mark(line) for line in lines]
    if not any(marks):
        return PointText(source), []
    seen = scan(source) if _STRUCTURE.search(source) else Scan()
    fenced = {line for first, last in seen.fences for line in range(first, last + 1)}
    titles = {line for one in seen.headings for line in range(one.line, one.end_line + 1)}
    tree = PointTree(path, first_line)
    for number, (line, found) in enumerate(zip(lines, marks, strict=True), 1):
        mark = None if number in fenced else found
        if number in titles:
            tree.add_heading(line)
        elif mark is None or not tree.add_mark(mark, number, line):
            tree.add_line(Line(line, number not in fenced))
    lead, points, tail = tree.finish()
    if not points:
        return PointText(source), []
    return PointText(lead, points, tail), list(tree.problems)
