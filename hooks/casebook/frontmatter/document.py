"""A source file taken apart: the front matter between its fences, and the body below."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from casebook.diagnostics import Collector, Span
from casebook.frontmatter.nodes import MappingNode, parse_yaml
from casebook.frontmatter.slips import KEY

_FENCE = "---"
_FIELD = re.compile(rf"({KEY}):(?=\s|$)")
_HEADING = re.compile(r"#{2,6} ")
_ALMOST_FENCE = re.compile(r"\s*(?:-{2,}|[\u2010-\u2015]+-*)\s*")


@dataclass(frozen=True, slots=True)
class Document:
    """A source file taken apart: its front matter and its body."""

    root: MappingNode | None
    body: str
    body_line: int
    """Line of the file on which the body starts, 1-based."""


def split_document(
    text: str, path: str, collector: Collector, names: Collection[str] = frozenset()
) -> Document:
    """Take a case file apart; what is wrong goes to the collector and never stops the run.

    Args:
        text: The text of the file.
        path: The file.
        collector: Takes the findings.
        names: The names of fields, by which one outside the front matter is known.
    """
    lines = text.split("\n")
    start = _opening_fence(lines, path, collector)
    if start is None:
        return Document(None, text, 1)
    end = _closing_fence(lines, start)
    if end is None:
        rows = range(start + 1, len(lines))
        almost = next((row for row in rows if _is_almost_fence(lines[row])), start)
        meant = None if almost == start else _FENCE
        span = Span(path, almost + 1, 1, len(lines[almost].rstrip()) + 1)
        collector.add("unclosed-front-matter", span, suggestion=meant)
        return Document(None, "", len(lines))
    below = end + 1
    while below == end + 1 and _begins_with_field(lines[below:], names):
        collector.add("fence-among-fields", Span(path, end + 1, 1, len(_FENCE) + 1))
        lines[end] = ""
        end, below = _fields_end(lines, end)
    source = "\n".join(lines[start + 1 : end]) + "\n"
    root = parse_yaml(source, path, start + 2, collector, names)
    return Document(root, "\n".join(lines[below:]), below + 1)


def split_text(text: str) -> tuple[str, str]:
    """Front matter and body as they are written, cut where the reading of a file cuts them."""
    lines = text.split("\n")
    start = _opening_fence(lines, "", Collector())
    end = None if start is None else _closing_fence(lines, start)
    if start is None or end is None:
        return "", text
    return "\n".join([*lines[start + 1 : end], ""]), "\n".join(lines[end + 1 :])


def _closing_fence(lines: list[str], start: int) -> int | None:
    return next((i for i in range(start + 1, len(lines)) if lines[i].rstrip() == _FENCE), None)


def _begins_with_field(lines: list[str], names: Collection[str]) -> bool:
    """Whether there is a field under a fence, which then stands in the middle of them."""
    found = _FIELD.match(next(filter(str.strip, lines), ""))
    return found is not None and found[1] in names


def _fields_end(lines: list[str], start: int) -> tuple[int, int]:
    """The end of the fields and the start of the text, at the next fence or the first heading."""
    rows = range(start, len(lines))
    heading = next((row for row in rows if _HEADING.match(lines[row])), len(lines))
    fence = _closing_fence(lines, start)
    return (heading, heading) if fence is None or heading < fence else (fence, fence + 1)


def _is_almost_fence(line: str) -> bool:
    """Whether a line is the one around the fields, indented or as word processors change it."""
    return _ALMOST_FENCE.fullmatch(line) is not None


def _opening_fence(lines: list[str], path: str, collector: Collector) -> int | None:
    first = next((i for i, line in enumerate(lines) if line.strip()), None)
    if first is None:
        collector.add("empty-file", Span(path))
        return None
    if lines[first].rstrip() != _FENCE:
        meant = _FENCE if _is_almost_fence(lines[first]) else None
        span = Span(path, first + 1, 1, len(lines[first].rstrip()) + 1 if meant else None)
        collector.add("missing-front-matter", span, suggestion=meant)
        return None
    if first > 0:
        collector.add("blank-before-front-matter", Span(path, 1, 1))
    return first
