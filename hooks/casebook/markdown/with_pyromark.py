"""The compiled engine: pulldown-cmark through pyromark."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pyromark

from casebook.markdown.addresses import readable
from casebook.markdown.scan import Definition, Engine, Heading, Link, Piece, Places, Scan

_CONTAINERS = frozenset({"BlockQuote", "List", "Item"})
_SILENT = frozenset({"Paragraph", "TableCell", "TableRow", "TableHead", "Strong", "Emphasis"})
_WORDS = frozenset({"Text", "Code"})
_BREAKS = frozenset({"SoftBreak", "HardBreak"})


class PyromarkEngine:
    """CommonMark with tables, compiled."""

    name = "pyromark"

    def __init__(self, careful: Callable[[], Engine]) -> None:
        """Take what gives an engine that can show raw HTML escaped."""
        self._engine = pyromark.Markdown(options=pyromark.Options.ENABLE_TABLES)
        self._careful = careful

    def html(self, source: str) -> str:
        """HTML of a source text.

        The compiled engine cannot show raw HTML escaped. A text that has any is an error and is
        never published, so the careful engine, which can, renders it for the preview.
        """
        if "<" in source and self.scan(source).html:
            return self._careful().html(source)
        return self._engine.html(_copied(source))

    def scan(self, source: str) -> Scan:
        """What stands where in a source text."""
        return _Reader(Places(source)).read(self._engine.events_with_range(_copied(source)))

    def definitions(self, source: str) -> tuple[Definition, ...]:
        """The link definitions that count, in the order of the text."""
        places, found = Places(source), self._engine.reference_definitions(source)
        return tuple(
            Definition(
                label,
                entry["dest"],
                entry["title"] or "",
                places.at(entry["span"]["start"])[0],
                places.last_line(entry["span"]["start"], entry["span"]["end"]),
            )
            for label, entry in found.items()
        )


def _copied(source: str) -> str:
    """The text once more, to be thrown away when the compiled engine has read it.

    Python keeps the encoding that is made for the engine with the text itself, for as long as that
    lives; it is as large again, and the texts of records live as long as a build.
    """
    return "".join((source, ""))


@dataclass(slots=True)
class _Reader:
    """Walks the engine's events once; ``texts`` and ``open`` are stacks of unfinished things."""

    places: Places
    depth: int = 0
    texts: list[list[str]] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    fences: list[tuple[int, int]] = field(default_factory=list)
    html: list[Piece] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    def read(self, events: Iterator[tuple[Any, Any]]) -> Scan:
        for event, place in events:
            if isinstance(event, str):
                if self.texts and event in _BREAKS:
                    self.word(" ")
                continue
            (key, value) = next(iter(event.items()))
            if key == "Start":
                self.start(value, place["start"], place["end"])
            elif key == "End":
                self.end(value, place["start"], place["end"])
            elif key == "InlineHtml":
                self.raw(value, place["start"], place["end"])
            elif self.texts and key in _WORDS:
                self.word(value)
        return Scan(tuple(self.headings), tuple(self.fences), tuple(self.html), tuple(self.links))

    def word(self, text: str) -> None:
        for open_text in self.texts:
            open_text.append(text)

    def raw(self, text: str, start: int, end: int) -> None:
        self.word(text)
        self.html.append(Piece(text, *self.places.stretch(start, end)))

    def start(self, tag: str | dict[str, Any], start: int, end: int) -> None:
        name, details = (tag, {}) if isinstance(tag, str) else next(iter(tag.items()))
        if name in _SILENT:
            return
        if name in _CONTAINERS:
            self.depth += 1
        elif name in {"Heading", "Link", "Image"}:
            self.texts.append([])
            if name != "Heading":
                mail = "mailto:" if details["link_type"] == "Email" else ""
                self.targets.append(mail + details["dest_url"])
        elif name == "HtmlBlock":
            self.html.append(Piece("", *self.places.stretch(start, end)))
        elif name == "CodeBlock" and details != "Indented":
            self.fences.append((self.places.at(start)[0], self.places.last_line(start, end)))

    def end(self, tag: str | dict[str, Any], start: int, end: int) -> None:
        name, details = (tag, {}) if isinstance(tag, str) else next(iter(tag.items()))
        if name in _SILENT:
            return
        if name in _CONTAINERS:
            self.depth -= 1
        elif name == "Heading":
            text = "".join(self.texts.pop()).strip()
            if not self.depth:
                line = self.places.at(start)[0]
                last = self.places.last_line(start, end)
                self.headings.append(Heading(int(details[1]), text, line, last))
        elif name in {"Link", "Image"}:
            text = "".join(self.texts.pop())
            target = readable(self.targets.pop())
            place = self.places.stretch(start, end)
            self.links.append(Link(target, text, *place, is_image=name == "Image"))
