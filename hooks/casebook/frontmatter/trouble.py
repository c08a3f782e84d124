"""Why YAML could not be read, as slips that people make; the parser knows where it stopped.

That is the first line that cannot follow, often the one after the slip. So the lines are read again
from the top, one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml

from casebook.diagnostics import Collector, Span
from casebook.frontmatter.values import (
    Trouble,
    colon_trouble,
    flow_trouble,
    leading,
    open_brackets,
    value_trouble,
)

_KEY = re.compile(r"(?P<lead>\s*(?:- +)*)(?P<key>[^\W\d][\w-]*):(?=\s|$)")
_BLOCK = re.compile(r".*:\s+[>|][+-]?\d?\s*(?:#.*)?")
_GLUED_KEY = re.compile(r"(?P<lead>\s*(?:- +)?)(?P<key>[^\W\d][\w-]*):(?P<rest>[^\s/].*)")
_ITEM = r"(?P<rest>(?:[^\W\d][\w-]*(?::\s|:?$)|[{\[]).*)"
_GLUED_DASH = re.compile(rf"(?P<lead>\s*)-{_ITEM}")
_OTHER_DASH = re.compile(rf"(?P<lead>\s*)[\u2010-\u2015\u2022\u00b7*]\s*{_ITEM}")
_FLOW = re.compile(r"\s*(?:- +)*(?:[^\W\d][\w-]*:\s+)?[{\[]")


@dataclass(slots=True)
class _Reader:
    """Follows the fields down the lines: the columns at which those of each level begin."""

    lines: Sequence[str]
    last: int
    """The row at which the parser stopped."""

    def troubles(self) -> Iterator[Trouble]:
        levels: list[int] = []
        left: list[int] = []  # the levels that the field before went out of
        before = 0
        filled = False
        for row in self._rows():
            line = self.lines[row]
            yield from _marks(row, line)
            yield from value_trouble(self.lines, row, stopped=row == self.last)
            key = _KEY.match(line)
            column = len(key["lead"]) if key else len(leading(line))
            if key is None:
                if levels and column == 0 and not line.startswith(("-", "}", "]")):
                    yield _moved(row, line, 2)
                continue
            if levels and column not in levels and (column < levels[-1] or filled):
                if column in left and self._stays(row, column):
                    yield _moved(before, self.lines[before], column)
                yield _moved(row, line, _closest(levels, column))
            left = [level for level in levels if level > column]
            levels = [level for level in levels if level < column] + [column]
            before, filled = row, bool(line[key.end() :].split("#")[0].strip())

    def _stays(self, row: int, column: int) -> bool:
        """Whether the line after this one begins at its column too, so that neither has slipped."""
        after = next((line for line in self.lines[row + 1 :] if line.strip()), "")
        return len(leading(after)) >= column

    def is_inside(self, row: int) -> bool:
        """Whether a line belongs to brackets that a line before it has opened."""
        return row not in self._rows()

    def _rows(self) -> Iterator[int]:
        """The rows that hold fields: no comments, folded texts or open brackets."""
        inside: int | None = None
        depth = 0
        for row in range(min(self.last + 1, len(self.lines))):
            line = self.lines[row]
            indent = len(leading(line))
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            if inside is not None and indent > inside:
                continue
            inside = indent if _BLOCK.fullmatch(line) else None
            outside = depth == 0
            if depth or _FLOW.match(line):
                depth = max(depth + open_brackets(line), 0)
            if outside:
                yield row


def _closest(levels: Sequence[int], column: int) -> int:
    """The level that a line most likely belongs to: of two as close, the one it is within."""
    return min(reversed(levels), key=lambda level: abs(level - column))


def _marks(row: int, line: str) -> Iterator[Trouble]:
    """The signs that make a field or a list need a space behind them."""
    for pattern in (_OTHER_DASH, _GLUED_DASH):
        dash = pattern.fullmatch(line)
        if dash is not None:
            yield Trouble("bad-list-mark", row, len(dash["lead"]), f"- {dash['rest'].rstrip()}")
    glued = _GLUED_KEY.fullmatch(line)
    if glued is not None:
        meant = f"{glued['key']}: {glued['rest'].rstrip()}"
        yield Trouble("missing-space", row, glued.start("rest") - 1, meant)


def _moved(row: int, line: str, column: int) -> Trouble:
    """A line that should begin at another column."""
    dash = re.match(r"\s*(?:- +)*", line)
    marks = "- " if dash and "-" in dash[0] else ""
    text = line[dash.end() if dash else 0 :].rstrip()
    start = max(column - len(marks), 0)
    return Trouble("wrong-indent", row, len(leading(line)), f"{' ' * start}{marks}{text}")


def report_error(
    error: yaml.MarkedYAMLError, source: str, path: str, first_line: int, collector: Collector
) -> None:
    """Say what is wrong in YAML that could not be read."""
    mark = error.problem_mark or error.context_mark
    lines = source.split("\n")
    row = min(mark.line, len(lines) - 1) if mark else 0
    column = (mark.column if mark else 0) + 1
    tab = next((i for i in range(row + 1) if "\t" in leading(lines[i])), None)
    if tab is not None:
        span = Span(path, first_line + tab, lines[tab].index("\t") + 1)
        collector.add("tab-in-yaml", span)
        return
    reader = _Reader(lines, row)
    trouble = next(reader.troubles(), None)
    if trouble is not None:
        span = Span(path, first_line + trouble.row, trouble.column + 1)
        collector.add(trouble.code, span, suggestion=trouble.suggestion)
        return
    span = Span(path, first_line + row, column)
    if _FLOW.match(lines[row]) or reader.is_inside(row):
        meant = flow_trouble(lines[row], column - 1)
        code = "unquoted-colon" if lines[row][column - 1 : column] == ":" else "needs-quotes"
    else:
        meant, code = colon_trouble(lines[row]), "unquoted-colon"
    if meant is not None and '"' in meant:
        collector.add(code, span, suggestion=meant)
    else:
        collector.add("bad-yaml", span, detail=error.problem or "?", suggestion=meant)
