"""What an engine reports about a source text: headings, fences, raw HTML and links, with places.

Lines and columns are 1-based and count characters. Both engines fill the same values.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that stands by itself: not in a quotation, a list or a code block."""

    level: int
    text: str
    """The heading as plain text."""
    line: int
    end_line: int
    """Last line of the heading; below ``line`` when it is underlined."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of raw HTML."""

    text: str
    """Empty for a whole block, which stands in the source from here on."""
    line: int
    column: int
    end_column: int | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A link or a picture."""

    target: str
    """Where it leads; percent-escapes are undone when it is no full address."""
    text: str
    line: int
    column: int
    end_column: int | None = None
    is_image: bool = False


@dataclass(frozen=True, slots=True)
class Definition:
    """A link definition: what ``[label]`` in running text stands for."""

    label: str
    address: str
    title: str
    line: int
    end_line: int
    """Its last line; below ``line`` when it is broken."""


@dataclass(frozen=True, slots=True)
class Scan:
    """All that is known about a source text without rendering it."""

    headings: tuple[Heading, ...] = ()
    fences: tuple[tuple[int, int], ...] = ()
    """First and last line of each fenced code block."""
    html: tuple[Piece, ...] = ()
    links: tuple[Link, ...] = ()


class Engine(Protocol):
    """A CommonMark engine with tables; both modules beside this one are engines."""

    name: str

    def html(self, source: str) -> str:
        """HTML of a source text; raw HTML in the text is escaped."""

    def scan(self, source: str) -> Scan:
        """What stands where in a source text."""

    def definitions(self, source: str) -> tuple[Definition, ...]:
        """The link definitions that count, in the order of the text."""


class Places:
    """Turns byte offsets of a text into lines and columns."""

    def __init__(self, source: str) -> None:
        self._data = source.encode("utf-8", "surrogatepass")
        self._starts = [0]
        self._starts.extend(found.end() for found in _NEWLINE.finditer(self._data))

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of a byte offset."""
        line = bisect_right(self._starts, offset)
        before = self._data[self._starts[line - 1] : offset]
        return line, len(before.decode("utf-8", "replace")) + 1

    def last_line(self, start: int, end: int) -> int:
        """The line on which a stretch of bytes ends, its closing newlines not counted."""
        while end > start + 1 and self._data[end - 1] in _BLANK:
            end -= 1
        return bisect_right(self._starts, end - 1)

    def stretch(self, start: int, end: int) -> tuple[int, int, int | None]:
        """Line, column and, when it ends on the same line, end column."""
        line, column = self.at(start)
        end_line, end_column = self.at(end)
        return line, column, end_column if end_line == line else None


_NEWLINE = re.compile(b"\n")
_BLANK = b" \t\r\n"
