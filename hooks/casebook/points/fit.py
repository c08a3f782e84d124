"""Decides whether a number at the start of a line continues a list of points, and which one.

A line in the middle of a hard-wrapped paragraph may begin with a number by chance ("… jf. kapittel
/ 3. Planen …"); there a number counts only when it is the next one, when the line before was not
full, or when a sentence has just ended.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from casebook.points.marks import Mark, MarkKind
from casebook.points.nodes import Level, Node

_SENTENCE_END = (".", ":", ";", "!", "?", ",")
_RUN = re.compile(r"-del[0-9]+")
_LEAP = 3
"""The largest step in a list of letters; beyond it a letter is taken for an abbreviation."""

_FULL_LINE = 50
"""A line shorter than this was not broken because it was full."""

Fit = tuple[int, Mark]
"""How deep the point stands, from 0, and how its mark is to be read."""


def find_depth(
    mark: Mark, levels: Sequence[Level], open_nodes: Sequence[Node], before: str
) -> Fit | None:
    """Where a mark fits.

    Args:
        mark: The mark at the start of the line.
        levels: The lists that are open, from the outermost; empty before the first point.
        open_nodes: The last point of each of them.
        before: The line before, empty at the start of a paragraph.
    """
    loose = _is_loose(mark, before)
    if not levels:
        return _first(mark, before, loose=loose)
    if mark.kind is MarkKind.PATH:
        return _path(mark, levels, open_nodes, loose=loose)
    rewritten = mark.as_roman()
    readings = [mark] if rewritten is None else [mark, rewritten]
    return (
        _next(readings, levels)
        or _same(readings, levels, loose=loose)
        or _deeper(readings, levels, open_nodes, loose=loose)
    )


def _is_loose(mark: Mark, before: str) -> bool:
    """Whether the line looks like the rest of the sentence before it: a full line, no stop."""
    before = before.rstrip()
    if len(before) < _FULL_LINE or before.endswith(_SENTENCE_END):
        return False
    if mark.indent > len(before) - len(before.lstrip()) + 1:
        return False
    return not mark.text or mark.text[0].islower()


def _first(mark: Mark, before: str, *, loose: bool) -> Fit | None:
    if mark.kind is MarkKind.NUMBER:
        fits = mark.value == 1 or not before.strip()
        return (0, mark) if fits else None
    if mark.kind is MarkKind.PATH:
        return (0, mark) if mark.value == 1 and not before.strip() else None
    readings = (mark, mark.as_roman())
    start = next((one for one in readings if one is not None and one.value == 1), None)
    return (0, start) if start is not None and not loose else None


def _next(readings: Sequence[Mark], levels: Sequence[Level]) -> Fit | None:
    """A list in this column whose next number this is; how the number is closed does not matter."""
    for depth, level in _inside_out(levels):
        for mark in readings:
            fits = level.kind is mark.kind and level.same_place(mark)
            if fits and mark.value == level.last + 1:
                return depth, mark
    return None


def _same(readings: Sequence[Mark], levels: Sequence[Level], *, loose: bool) -> Fit | None:
    """A list that looks like this, although the number is not the next one."""
    if loose:
        return None
    for depth, level in _inside_out(levels):
        for mark in readings:
            alike = level.kind is mark.kind and level.closing == mark.closing
            placed = level.same_place(mark) or (depth == 0 and mark.indent < level.indent)
            if alike and placed and _is_credible(mark, level):
                return depth, mark
    if levels[0].kind is MarkKind.PATH and readings[0].kind is MarkKind.NUMBER:
        return 0, readings[0]
    return None


def _is_credible(mark: Mark, level: Level) -> bool:
    if mark.kind is MarkKind.NUMBER:
        return True
    return mark.closing == ")" and mark.value <= level.last + _LEAP


def _deeper(
    readings: Sequence[Mark], levels: Sequence[Level], open_nodes: Sequence[Node], *, loose: bool
) -> Fit | None:
    """A new list under the innermost point."""
    if loose:
        return None
    node = open_nodes[-1]
    for mark in readings:
        inside = mark.kind is MarkKind.NUMBER and mark.indent > node.mark.indent + 1
        alike = any(level.kind is mark.kind and level.closing == mark.closing for level in levels)
        starts = mark.value == 1 and (not alike or mark.indent > node.mark.indent)
        if starts or inside:
            return len(levels), mark
    return None


def _path(
    mark: Mark, levels: Sequence[Level], open_nodes: Sequence[Node], *, loose: bool
) -> Fit | None:
    """The list under the point that the first parts of the number name."""
    depth = 0 if levels[0].kind is MarkKind.PATH else None
    for place, node in enumerate(open_nodes, 1):
        if _RUN.sub("", node.id) == "-".join(mark.parts[:place]) and place < len(mark.parts):
            depth = place
    if depth is None:
        return None
    level = levels[depth] if depth < len(levels) else None
    expected = level.last + 1 if level is not None else 1
    if mark.value == expected or (not loose and (mark.value == 1 or _is_upper(mark.text))):
        return depth, mark
    return None


def _is_upper(text: str) -> bool:
    return not text[:1].islower()


def _inside_out(levels: Sequence[Level]) -> list[tuple[int, Level]]:
    return list(enumerate(levels))[::-1]
