"""The half-read points that ``casebook.points.tree`` fills: nodes, their lists and their lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from sys import intern
from typing import NamedTuple

from casebook.diagnostics import Span
from casebook.model.text import Point
from casebook.points.marks import TAB, Mark, MarkKind

_BLOCK = re.compile(r"[-*+>|#`~]|\[[^\]]*\]:")
_DRIFT = 1
"""How many columns two numbers of one list may differ."""
_MARGIN = 2
"""Text that stands at least this far in belongs to the point above it."""


class Line(NamedTuple):
    """A line of a text; ``plain`` says that it stands outside code."""

    text: str
    plain: bool = True

    @property
    def indent(self) -> int:
        """Columns of white space at the start."""
        flat = self.text.expandtabs(TAB)
        return len(flat) - len(flat.lstrip(" "))

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing on the line."""
        return not self.text.strip()


@dataclass(slots=True)
class Node:
    """A point that is being read."""

    mark: Mark
    id: str
    span: Span
    lines: list[Line] = field(default_factory=list)
    lead: list[Line] = field(default_factory=list)
    tail: list[Line] = field(default_factory=list)
    children: Level | None = None

    def freeze(self) -> Point:
        """The finished point."""
        nodes = self.children.nodes if self.children else []
        return Point(
            # Most points of an archive share their numbers.
            id=intern(self.id),
            label=intern(self.mark.label),
            number=intern(self.mark.number),
            source=joined([Line(self.mark.text), *_dedent(self.lines, self.mark.content)]),
            span=self.span,
            subpoints=tuple(node.freeze() for node in nodes),
            lead=joined(self.lead),
            tail=joined(_dedent(self.tail, self.mark.content)),
        )

    def close_tail(self) -> None:
        """Text after the sub-points turned out to stand between them: it goes to the last one."""
        if self.tail and self.children:
            last = self.children.nodes[-1]
            last.close_tail()
            last.lines.extend(self.tail)
            self.tail = []


@dataclass(slots=True)
class Level:
    """One list of points, or of the sub-points of one point."""

    kind: MarkKind
    closing: str
    indent: int
    nodes: list[Node] = field(default_factory=list)
    named: dict[str, Node] = field(default_factory=dict)
    """The first node of each id."""
    run: int = 1
    """How many times the numbering has begun, counted from 1."""

    @property
    def last(self) -> int:
        """The last number."""
        return self.nodes[-1].mark.value

    def same_place(self, mark: Mark) -> bool:
        """Whether the mark stands in this list's column."""
        return abs(mark.indent - self.indent) <= _DRIFT


def split_end(lines: list[Line], *, has_text: bool) -> tuple[list[Line], list[Line]]:
    """Divide the lines of the last point where text begins that concerns all points.

    That is a paragraph at the margin after an empty line; tables, lists, code and quotations stay.
    """
    for position, line in enumerate(lines):
        before = lines[position - 1] if position else None
        if line.is_blank or (before is not None and not before.is_blank):
            has_text = has_text or not line.is_blank
        elif before is not None and has_text and line.plain and _is_paragraph(line):
            return lines[:position], lines[position:]
        else:
            has_text = True
    return lines, []


def _is_paragraph(line: Line) -> bool:
    return line.indent < _MARGIN and "|" not in line.text and not _BLOCK.match(line.text.lstrip())


def joined(lines: list[Line]) -> str:
    """The lines as one text, without empty lines around it."""
    return "\n".join(line.text for line in lines).strip("\n").rstrip()


def _dedent(lines: list[Line], width: int) -> list[Line]:
    return [Line(_without_indent(line, width), line.plain) for line in lines]


def _without_indent(line: Line, width: int) -> str:
    flat = line.text.expandtabs(TAB) if "\t" in line.text[: width + 1] else line.text
    return flat[min(width, line.indent) :]
