"""Why YAML could not be read, as slips that people make; the parser knows where it stopped.

That is the first line that cannot follow, often the one after the slip. So the lines are read again
from the top, one by one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

import yaml

from casebook.frontmatter.composing import TooDeepError
from casebook.frontmatter.flow import flow_slip, open_brackets
from casebook.frontmatter.slips import KEY, Slip, leading, moved, placed, without_tabs
from casebook.frontmatter.values import plain_slip, quotes_end, value_slips

_FIELD = re.compile(rf"(?P<lead>\s*(?:- +)*)(?P<key>{KEY}):(?=\s|$)")
_BLOCK = re.compile(r".*:\s+[>|][+-]?\d?\s*(?:#.*)?")
_GLUED_KEY = re.compile(rf"(?P<lead>\s*(?:- +)?)(?P<key>{KEY}):(?P<rest>[^\s/].*)")
_ITEM = rf"(?P<rest>(?:{KEY}(?::\s|:?$)|[{{\[]).*)"
_GLUED_DASH = re.compile(rf"(?P<lead>\s*)-{_ITEM}")
_OTHER_DASH = re.compile(rf"(?P<lead>\s*)[\u2010-\u2015\u2022\u00b7*]\s*{_ITEM}")
_FLOW = re.compile(rf"\s*(?:- +)*(?:{KEY}:\s+)?[{{\[]")
_NO_COLON = re.compile(
    rf"(?P<lead>\s*(?:- +)*)(?P<key>{KEY})(?P<sign> ?[;=.,](?=\s|$))?(?P<rest>.*)"
)
_SHORT = 3
"""Names of so few letters are common words too: «for», «til», «av»."""
TAB = "tab-in-yaml"


def slips(
    error: yaml.MarkedYAMLError, lines: Sequence[str], names: Collection[str]
) -> Iterator[Slip]:
    """What may be wrong in YAML that could not be read, the likeliest first.

    Args:
        error: What the parser said.
        lines: All lines.
        names: The names that fields have.
    """
    row, column = stopped_at(error)
    row = min(row, len(lines) - 1)
    if isinstance(error, TooDeepError):
        yield Slip("bad-yaml", row, column)
        return
    reader = _Reader(lines, row, names)
    found = False
    for slip in reader.slips():
        found = True
        yield slip
    if not found:
        yield _where_it_stopped(reader, row, column)


def stopped_at(error: yaml.MarkedYAMLError) -> tuple[int, int]:
    """The row and column that an error is about, from 0."""
    mark = error.problem_mark or error.context_mark
    return (mark.line, mark.column) if mark else (0, 0)


def _where_it_stopped(reader: _Reader, row: int, column: int) -> Slip:
    """A slip that only the place tells of at which the parser stopped."""
    line = reader.lines[row]
    sign = line[column : column + 1]
    if _FLOW.match(line) or reader.is_inside(row):
        code = "unquoted-colon" if sign == ":" else "needs-quotes"
        return flow_slip(code, reader.lines, row, column, reader.names)
    dashes = [len(leading(above)) for above in reader.lines[:row] if above.lstrip()[:2] == "- "]
    if line[column:].startswith("- ") and dashes:
        return moved(row, line, dashes[-1] + 2)
    if dashes and column == dashes[-1] == len(leading(line)) and _FIELD.match(line):
        return placed("bad-list-mark", row, line, column, "- ")
    return plain_slip(reader.lines, row, column, reader.names) or Slip("bad-yaml", row, column)


@dataclass(slots=True)
class _Reader:
    """Follows the fields down the lines: the columns at which those of each level begin."""

    lines: Sequence[str]
    last: int
    """The row at which the parser stopped."""
    names: Collection[str]
    levels: list[int] = field(default_factory=list)
    left: list[int] = field(default_factory=list)
    """The levels that the field before went out of."""
    before: int = 0
    """The row of the field before."""
    filled: bool = False
    """Whether the field before has a value on its line."""

    def slips(self) -> Iterator[Slip]:
        for row in self._rows():
            line = self.lines[row]
            if "\t" in leading(line):
                yield Slip(TAB, row, line.index("\t"), None, without_tabs(line, 2))
            yield from _marks(row, line)
            yield from value_slips(self.lines, row, stopped=row == self.last)
            key = _FIELD.match(line)
            if key is None:
                yield from self._no_field(row, line)
            else:
                yield from self._field(row, len(key["lead"]))
                self.before = row
                self.filled = _has_value(line)

    def _no_field(self, row: int, line: str) -> Iterator[Slip]:
        """A line without a field where one could begin: its colon is missing, or its margin."""
        found = _NO_COLON.fullmatch(line)
        if found is not None and self._lacks_colon(row, found):
            meant = f"{found['key']}: {found['rest'].strip()}".rstrip()
            mended = line[: found.start("key")] + meant
            yield Slip("missing-colon", row, found.end("key"), meant, mended, found["key"])
        elif self.levels and leading(line) == "" and not line.startswith(("-", "}", "]")):
            yield moved(row, line, 2)

    def _lacks_colon(self, row: int, found: re.Match[str]) -> bool:
        """Whether a line begins with the name of a field, where the line above has no text."""
        if found["key"] not in self.names or (len(found["key"]) <= _SHORT and not found["sign"]):
            return False
        if "- " in found["lead"]:  # in a list of texts, one may well begin with such a word
            return found["sign"] is not None or row >= self.last - 1
        return len(found["lead"]) in self.levels or not self.filled

    def _field(self, row: int, column: int) -> Iterator[Slip]:
        """A field that begins where none can."""
        line, levels = self.lines[row], self.levels
        if levels and column not in levels and (column < levels[-1] or self.filled):
            above = self.lines[self.before]
            if column in self.left and self._stays(row, column):
                yield moved(self.before, above, column)
            elif column == 0 and above.startswith("- "):  # the fields of a file are no list
                yield placed("wrong-indent", self.before, above, 0)
            elif column - 2 == levels[-1] and line[column - 2 : column] == "- ":
                yield placed("wrong-indent", row, line, column - 2)
            elif self._began_entry(row, column):
                is_entry = above.lstrip().startswith("- ")
                code = "wrong-indent" if is_entry else "bad-list-mark"
                yield placed(code, self.before, above, column - 2, "- ")
            yield moved(row, line, _closest(levels, column))
        self.left = [level for level in levels if level > column]
        self.levels = [level for level in levels if level < column] + [column]

    def _stays(self, row: int, column: int) -> bool:
        """Whether a line after this one begins at its column too, so that neither has slipped."""
        after = islice(filter(str.strip, self.lines[row + 1 :]), 2)
        return any(len(leading(line)) >= column for line in after)

    def _began_entry(self, row: int, column: int) -> bool:
        """Whether the line above begins an entry of a list at the wrong column, or lacks its dash.

        Two lines that agree show where its fields begin.
        """
        after = next((line for line in self.lines[row + 1 :] if line.strip()), "")
        above = self.lines[self.before]
        first = self.before == 0 or not _has_value(self.lines[self.before - 1])
        marked = above.lstrip().startswith("- ") or column == self.levels[-1] + 2
        return first and marked and column >= 2 and len(leading(after)) == column

    def is_inside(self, row: int) -> bool:
        """Whether a line belongs to brackets that a line before it has opened."""
        return row not in self._rows()

    def _rows(self) -> Iterator[int]:
        """The rows that hold fields: no comments, folded or quoted texts or open brackets."""
        inside: int | None = None
        depth = 0
        quotes = -1
        for row in range(min(self.last + 1, len(self.lines))):
            line = self.lines[row]
            indent = len(leading(line))
            if not line.strip() or line.lstrip().startswith("#") or row <= quotes:
                continue
            if inside is not None and indent > inside:
                continue
            inside = indent if _BLOCK.fullmatch(line) else None
            outside = depth == 0
            if depth or _FLOW.match(line):
                depth = max(depth + open_brackets(line), 0)
            if outside:
                quotes = quotes_end(self.lines, row)
                yield row


def _has_value(line: str) -> bool:
    """Whether a field has its value on its own line."""
    key = _FIELD.match(line)
    return key is None or bool(line[key.end() :].split("#", maxsplit=1)[0].strip())


def _closest(levels: Sequence[int], column: int) -> int:
    """The level that a line most likely belongs to: of two as close, the one it is within."""
    return min(reversed(levels), key=lambda level: abs(level - column))


def _marks(row: int, line: str) -> Iterator[Slip]:
    """The signs that make a field or a list need a space behind them."""
    for pattern in (_OTHER_DASH, _GLUED_DASH):
        dash = pattern.fullmatch(line)
        if dash is not None:
            meant = f"- {dash['rest'].rstrip()}"
            yield Slip("bad-list-mark", row, len(dash["lead"]), meant, dash["lead"] + meant)
    glued = _GLUED_KEY.fullmatch(line)
    if glued is not None:
        meant = f"{glued['key']}: {glued['rest'].rstrip()}"
        mended = glued["lead"] + meant
        yield Slip("missing-space", row, glued.start("rest") - 1, meant, mended)
