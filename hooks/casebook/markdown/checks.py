"""What may not be in a case's text: raw HTML, unsafe addresses, pictures from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.diagnostics import Diagnostic, Span, finding
from casebook.markdown.addresses import is_local, is_safe, scheme
from casebook.markdown.engines import scan
from casebook.markdown.scan import Link, Piece

_NAME = re.compile(r"</?\s*([a-zA-Z][a-zA-Z0-9-]*)")


def find_raw_html(source: str, path: str, first_line: int = 1) -> list[Diagnostic]:
    """A finding for each piece of raw HTML; a closing tag is told with its opening one."""
    if "<" not in source:
        return []
    lines = source.split("\n")
    opened: set[str] = set()
    found = []
    for piece in scan(source).html:
        tag = _tag(piece, lines)
        if tag.startswith("</") and tag[2:-1] in opened:
            continue
        opened.add(tag.strip("</>"))
        found.append(finding("raw-html", span_of(piece, path, first_line), tag=tag))
    return found


def find_unsafe_links(source: str, path: str, first_line: int = 1) -> list[Diagnostic]:
    """A finding for each link that may not be followed and each picture that cannot be shown."""
    if "](" not in source and "<" not in source and "]:" not in source:
        return []
    return [problem for link in scan(source).links for problem in _judge(link, path, first_line)]


def span_of(place: Link | Piece, path: str, first_line: int) -> Span:
    """Where something stands in its file.

    Args:
        place: What was found in a text.
        path: The file.
        first_line: The line in the file on which the text starts.
    """
    return Span(path, place.line + first_line - 1, place.column, place.end_column)


def _judge(link: Link, path: str, first_line: int) -> Iterator[Diagnostic]:
    span = span_of(link, path, first_line)
    if not is_safe(link.target):
        yield finding("unsafe-link", span, target=link.target, scheme=scheme(link.target) or "//")
    elif link.is_image and not is_local(link.target):
        yield finding("external-image", span, target=link.target)
    if link.is_image and not link.text.strip():
        yield finding("image-without-text", span, target=link.target)


def _tag(piece: Piece, lines: list[str]) -> str:
    text = piece.text or lines[piece.line - 1][piece.column - 1 :].lstrip()
    name = _NAME.match(text)
    if name is None:
        return text[:4].strip() or "<"
    return f"</{name[1].lower()}>" if text.startswith("</") else f"<{name[1].lower()}>"
