"""Builds the tree of points line by line: where a number fits, and which lines are whose."""

from __future__ import annotations

from dataclasses import dataclass, field

from casebook.diagnostics import Collector, Note, Span
from casebook.markdown import slug
from casebook.model.text import Point
from casebook.points.fit import find_depth
from casebook.points.marks import Mark, MarkKind
from casebook.points.nodes import Level, Line, Node, joined, split_end

NOTHING = Line("")


@dataclass(slots=True)
class PointTree:
    """The state of the reading: the open points, from the outermost to the innermost."""

    path: str
    first_line: int
    problems: Collector = field(default_factory=Collector)
    top: Level | None = None
    open: list[Node] = field(default_factory=list)
    lead: list[Line] = field(default_factory=list)
    waiting: list[Line] = field(default_factory=list)
    """A heading and what follows it: belongs to the next point, or to the end of the text."""
    before: Line = NOTHING
    """The line before this one, empty when a paragraph cannot run on from it."""

    def add_heading(self, text: str) -> None:
        """Take a line of a heading."""
        (self.waiting if self.top else self.lead).append(Line(text))
        self.before = NOTHING

    def add_line(self, line: Line) -> None:
        """Take a line without a mark."""
        self._home(line).append(line)
        runs_on = line.plain and not line.text.lstrip().startswith("|")
        self.before = line if runs_on else NOTHING

    def _home(self, line: Line) -> list[Line]:
        """The lines of the point that this line belongs to."""
        if self.top is None:
            return self.lead
        if self.waiting:
            return self.waiting
        for parent, node in zip(self.open, self.open[1:], strict=False):
            if parent.tail:
                return parent.tail
            fits = parent.mark.content <= line.indent < node.mark.content
            if fits and self.before.is_blank and line.plain and not line.is_blank:
                return parent.tail
        return self.open[-1].lines

    def add_mark(self, mark: Mark, number: int, text: str) -> bool:
        """Open the point of a mark; ``False`` when the mark is no number of a point after all."""
        levels = [level for level in (self.top, *(node.children for node in self.open)) if level]
        fit = find_depth(mark, levels, self.open, self.before.text)
        if fit is None:
            return False
        depth, mark = fit
        del self.open[depth:]
        for parent in self.open:
            parent.close_tail()
        level = self._level(depth, mark)
        column = len(text) - len(text.lstrip()) + 1
        end = column + len(mark.label)
        span = Span(self.path, number + self.first_line - 1, column, end)
        self._check(level, mark, span)
        node = Node(mark, self._id(level, mark), span, lead=self.waiting)
        self.waiting = []
        level.nodes.append(node)
        level.named.setdefault(node.id, node)
        level.indent = mark.indent
        self.open.append(node)
        self.before = Line(text)
        return True

    def _level(self, depth: int, mark: Mark) -> Level:
        """The list that the mark belongs to; ``open`` is already cut to its depth."""
        if depth == 0:
            self.top = self.top or Level(mark.kind, mark.closing, mark.indent)
            return self.top
        parent = self.open[depth - 1]
        if parent.children is None:
            parent.children = Level(mark.kind, mark.closing, mark.indent)
        return parent.children

    def _id(self, level: Level, mark: Mark) -> str:
        parts = mark.parts
        if self.open and mark.kind is MarkKind.PATH:
            parts = parts[min(len(self.open), len(parts) - 1) :]
        plain = [slug(part) for part in parts]
        base = "-".join([self.open[-1].id, *plain] if self.open else plain)
        return base if level.run == 1 else f"{base}-del{level.run}"

    def _check(self, level: Level, mark: Mark, span: Span) -> None:
        """Report a number out of order, and begin a new run where the numbering does."""
        last = level.nodes[-1].mark if level.nodes else None
        alike = last is None or (last.kind is mark.kind and last.parts[:-1] == mark.parts[:-1])
        value = last.value if last is not None else 0
        number = mark.number
        earlier = level.named.get(self._id(level, mark))
        if alike and earlier is not None and mark.value == 1 < value:
            level.run += 1
            earlier = None
        if earlier is not None:
            note = Note(earlier.span)
            self.problems.add("duplicate-point", span, related=[note], number=number)
        elif alike and mark.value > value + 1:
            self.problems.add("point-number-gap", span, number=number, missing=value + 1)
        elif alike and last is not None and mark.value <= value:
            self.problems.add("point-number-restart", span, number=number, before=last.number)

    def finish(self) -> tuple[str, tuple[Point, ...], str]:
        """The text before the points, the points, and the text after them."""
        if self.top is None:
            return joined(self.lead), (), ""
        end = self.waiting
        for node in self.open if not end else ():
            lines = node.tail if node.tail else node.lines
            if node.tail or node is self.open[-1]:
                kept, end = split_end(lines, has_text=bool(node.tail or node.mark.text))
                lines[:] = kept
                break
        return joined(self.lead), tuple(node.freeze() for node in self.top.nodes), joined(end)
