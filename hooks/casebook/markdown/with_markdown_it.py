"""The engine in pure Python: markdown-it-py, for machines without the compiled one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from casebook.markdown.addresses import readable
from casebook.markdown.scan import Definition, Heading, Link, Piece, Scan

_DEPTH = 100
"""How deep lists and quotations may nest; deeper text is kept, as plain text."""


class MarkdownItEngine:
    """CommonMark with tables; raw HTML is shown, never passed through."""

    name = "markdown-it"

    def __init__(self) -> None:
        self._engine = _engine(html=False)
        self._raw = _engine(html=True)

    def html(self, source: str) -> str:
        """HTML of a source text; raw HTML in the text is escaped."""
        return str(self._engine.render(source))

    def scan(self, source: str) -> Scan:
        """What stands where in a source text; columns are found by looking for the words."""
        lines = source.split("\n")
        tokens = self._raw.parse(source)
        inlines = [token for token in tokens if token.type == "inline"]
        html = [*_html_blocks(tokens, lines), *_html_inline(inlines, lines)]
        return Scan(
            tuple(_headings(tokens)),
            tuple(_fences(tokens, lines)),
            tuple(sorted(html, key=lambda piece: (piece.line, piece.column))),
            tuple(link for token in inlines for link in _links(token, lines)),
        )

    def definitions(self, source: str) -> tuple[Definition, ...]:
        """The link definitions that count, in the order of the text."""
        environment: dict[str, dict[str, dict[str, Any]]] = {}
        self._engine.parse(source, environment)
        return tuple(
            Definition(label, entry["href"], entry["title"], entry["map"][0] + 1, entry["map"][1])
            for label, entry in environment.get("references", {}).items()
        )


def _engine(*, html: bool) -> MarkdownIt:
    engine = MarkdownIt("commonmark", {"html": html, "maxNesting": _DEPTH}).enable("table")
    engine.validateLink = lambda url: True  # type: ignore[method-assign]  # judged by us, later
    return engine


def _place(token: Token) -> tuple[int, int]:
    first, after = token.map or (0, 1)
    return first, max(after, first + 1)


def _headings(tokens: list[Token]) -> Iterator[Heading]:
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open" and opening.level == 0:
            first, after = _place(opening)
            text = _text(inline.children or []).strip()
            yield Heading(int(opening.tag[1]), text, first + 1, after)


def _fences(tokens: list[Token], lines: list[str]) -> Iterator[tuple[int, int]]:
    for token in tokens:
        if token.type == "fence":
            first, after = _place(token)
            while after > first + 1 and not "".join(lines[after - 1 : after]).strip():
                after -= 1
            yield first + 1, after


def _html_blocks(tokens: list[Token], lines: list[str]) -> Iterator[Piece]:
    for token in tokens:
        if token.type == "html_block":
            first, _ = _place(token)
            column = lines[first].find("<") + 1
            yield Piece("", first + 1, max(column, 1))


def _html_inline(inlines: list[Token], lines: list[str]) -> Iterator[Piece]:
    for token in inlines:
        finder = _Finder(token, lines)
        for child in token.children or []:
            if child.type == "html_inline":
                yield Piece(child.content, *finder.find(child.content))


def _links(inline: Token, lines: list[str]) -> Iterator[Link]:
    finder = _Finder(inline, lines)
    open_links: list[tuple[str, int]] = []
    children = inline.children or []
    for position, child in enumerate(children):
        if child.type == "link_open":
            open_links.append((str(child.attrs.get("href", "")), position))
        elif child.type == "link_close" and open_links:
            href, start = open_links.pop()
            text = _text(children[start + 1 : position])
            opening = "<" if child.markup == "autolink" else "["
            yield Link(readable(href), text, *finder.find(opening + text.split(" ")[0]))
        elif child.type == "image":
            text = _text(child.children or [])
            place = finder.find("![")
            yield Link(readable(str(child.attrs.get("src", ""))), text, *place, is_image=True)


def _text(tokens: list[Token]) -> str:
    parts = []
    for token in tokens:
        if token.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
        elif token.type == "image":
            parts.append(_text(token.children or []))
        else:
            parts.append(token.content)
    return "".join(parts)


class _Finder:
    """Finds words in the lines of one token, each time after the last find."""

    def __init__(self, token: Token, lines: list[str]) -> None:
        self._first, after = _place(token)
        self._text = "\n".join(lines[self._first : after])
        self._position = 0

    def find(self, words: str) -> tuple[int, int, int | None]:
        """Line, column and end column; the start of the token when the words are not found."""
        start = self._text.find(words, self._position)
        if start < 0:
            found = re.search(r"\S", self._text[self._position :])
            start = self._position + (found.start() if found else 0)
            return self._at(start)[0], self._at(start)[1], None
        self._position = start + len(words)
        line, column = self._at(start)
        return line, column, column + len(words) if "\n" not in words else None

    def _at(self, offset: int) -> tuple[int, int]:
        line = self._text.count("\n", 0, offset)
        column = offset - (self._text.rfind("\n", 0, offset) + 1)
        return self._first + line + 1, column + 1
