"""A source file taken apart: the front matter between its fences, and the body below."""

from __future__ import annotations

import re
from dataclasses import dataclass

from casebook.diagnostics import Collector, Span
from casebook.frontmatter.nodes import MappingNode, parse_yaml

_FENCE = "---"
_ALMOST_FENCE = re.compile(r"\s*(?:-{2,}|[\u2010-\u2015]+-*)\s*")


@dataclass(frozen=True, slots=True)
class Document:
    """A source file taken apart: its front matter and its body."""

    root: MappingNode | None
    body: str
    body_line: int
    """Line of the file on which the body starts, 1-based."""


def split_document(text: str, path: str, collector: Collector) -> Document:
    """Take a case file apart; what is wrong goes to the collector and never stops the run."""
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
    source = "\n".join(lines[start + 1 : end]) + "\n"
    root = parse_yaml(source, path, start + 2, collector)
    return Document(root, "\n".join(lines[end + 1 :]), end + 2)


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
