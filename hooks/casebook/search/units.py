"""One document becomes units: its own page first, then the rest of its text in chunks.

A unit is what a posting points at. The first holds title, numbers, names and the beginning of the
text; long texts and attachments overflow into further units, so that a hit knows which chunk to
fetch for its excerpt without ever loading a whole report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from casebook.search.documents import SearchDocument, SearchPart

_MAIN_CHARS = 5_000
_UNIT_CHARS = 14_000
_PIECE_CHARS = 3_500
_SENTENCE = re.compile(r"(?<=[.!?:;])\s+|\n+")


def lay_out(document: SearchDocument) -> tuple[tuple[SearchPart, ...], ...]:
    """Divide a document's parts into units; the first is always there, if only for the title."""
    first = [p for p in document.parts if p.field in ("decision", "heading")]
    later = [p for p in document.parts if p.field == "body"]
    files = [p for p in document.parts if p.field == "attachment"]
    main: list[SearchPart] = []
    rest: list[SearchPart] = []
    used = 0
    for part in _pieces((*first, *later, *files)):
        used += len(part.text)
        (main if used <= _MAIN_CHARS and not rest else rest).append(part)
    return (tuple(main), *_chunks(rest))


def _pieces(parts: Iterable[SearchPart]) -> Iterator[SearchPart]:
    """Parts with tidy white space, long ones cut between sentences."""
    for part in parts:
        text = part.text.strip()
        if len(text) <= _PIECE_CHARS:
            if text:
                yield replace(part, text=" ".join(text.split()))
            continue
        for piece in _cut(text):
            yield replace(part, text=piece)


def _cut(text: str) -> Iterator[str]:
    held = ""
    for sentence in _SENTENCE.split(text):
        words = " ".join(sentence.split())
        while len(words) > _PIECE_CHARS:
            at = words.rfind(" ", 1, _PIECE_CHARS)
            at = at if at > 0 else _PIECE_CHARS
            yield from filter(None, (held, words[:at]))
            held, words = "", words[at:].lstrip()
        if held and len(held) + len(words) > _PIECE_CHARS:
            yield held
            held = ""
        held = f"{held} {words}".strip()
    if held:
        yield held


def _chunks(parts: Sequence[SearchPart]) -> Iterator[tuple[SearchPart, ...]]:
    chunk: list[SearchPart] = []
    size = 0
    for part in parts:
        if chunk and size + len(part.text) > _UNIT_CHARS:
            yield tuple(chunk)
            chunk, size = [], 0
        chunk.append(part)
        size += len(part.text)
    if chunk:
        yield tuple(chunk)
