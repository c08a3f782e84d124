"""What the index remembers of a document between builds: everything but its text.

A document that an earlier build knew is not made again: its facets, its analysis, and the size and
hash of the texts that the browser shows are kept in a few kilobytes. Index words and words as
written are kept as numbers, whose meaning is kept beside them.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable
from dataclasses import dataclass

from casebook.search.documents import Entry, IndexCache, SearchDocument
from casebook.search.packing import as_json, content_hash
from casebook.search.terms import Vocabulary
from casebook.search.texts import Row, document_rows
from casebook.search.units import lay_out
from casebook.search.weighing import NUMBER, Analysis, analyse

_HEAD = 4
_WASTE = 2
"""Numbers are given anew when so many times more are kept than used."""


@dataclass(frozen=True, slots=True)
class Digest:
    """What the index needs to know of a document."""

    date: str | None
    facets: dict[str, tuple[str, ...]]
    text_bytes: int
    rows: tuple[Row, ...]
    """The document's own row, then one for each further unit."""
    analysis: Analysis


def encode(digest: Digest) -> bytes:
    """A digest as bytes, without the texts of its rows."""
    units = digest.analysis.units
    rows = [(row.digest, row.size) for row in digest.rows]
    sizes = [len(impacts) for _, impacts in units]
    kept = [digest.date, digest.facets, digest.text_bytes, rows, len(digest.analysis.words), sizes]
    head = as_json(kept)
    parts = [len(head).to_bytes(_HEAD, "big"), head, digest.analysis.words.tobytes()]
    for numbers, impacts in units:
        parts += [numbers.tobytes(), impacts]
    return b"".join(parts)


def decode(data: bytes, remake: Callable[[], tuple[bytes, ...]]) -> Digest:
    """A digest from bytes; the texts of its rows are made again when they are asked for."""
    start = _HEAD + int.from_bytes(data[:_HEAD], "big")
    date, facets, text_bytes, rows, words, sizes = json.loads(data[_HEAD:start])

    def numbers(count: int) -> array[int]:
        nonlocal start
        found = array(NUMBER)
        end = start + count * found.itemsize
        found.frombytes(data[start:end])
        start = end
        return found

    written = numbers(words)
    units = []
    for size in sizes:
        terms = numbers(size)
        units.append((terms, data[start : start + size]))
        start += size
    found = tuple(
        Row(digest, size, lambda at=at: remake()[at])  # type: ignore[misc]
        for at, (digest, size) in enumerate(rows)
    )
    facets = {name: tuple(values) for name, values in facets.items()}
    return Digest(date, facets, text_bytes, found, Analysis(tuple(units), written))


class Keeper:
    """Gives the digest of each document: a remembered one, or a new one."""

    def __init__(self, cache: IndexCache | None, salt: str, vocabulary: Vocabulary) -> None:
        """Take the cache, what keys begin with, and the vocabulary, whose numbers are recalled."""
        self.reused = 0
        self._cache = cache
        self._salt = f"{salt}:"
        self._vocabulary = vocabulary
        self._added = False
        self._known = self._recall()

    def digest(self, entry: Entry) -> Digest:
        """What the index needs to know of a document."""
        if self._cache is None:
            return self._analysed(entry.make())
        key = self._salt + (entry.key or content_hash(repr(entry.make()).encode()))
        kept = self._cache.get(key) if self._known else None
        if kept is not None:
            self.reused += 1
            return decode(kept, lambda: document_rows(entry.make()))
        digest = self._analysed(entry.make())
        self._cache.put(key, encode(digest))
        self._added = True
        return digest

    def keep(self, used: int) -> None:
        """Keep what the numbers mean.

        Args:
            used: How many index words the finished index has.
        """
        if self._cache is None:
            return
        numbers = len(self._vocabulary.numbers)
        if numbers > _WASTE * max(used, 1):
            self._cache.put(f"{self._salt}numbers", b"")
        elif self._added or not self._known:
            texts = [list(self._vocabulary.numbers), list(self._vocabulary.words)]
            self._cache.put(f"{self._salt}numbers", as_json(texts))

    def _analysed(self, document: SearchDocument) -> Digest:
        layout = lay_out(document)
        rows = tuple(Row.of(data) for data in document_rows(document, layout))
        size = sum(len(part.text.encode()) for part in document.parts)
        return Digest(
            document.date,
            dict(document.facets),
            len(document.title.encode()) + size,
            rows,
            analyse(document, layout, self._vocabulary),
        )

    def _recall(self) -> bool:
        """Take over the numbers of earlier builds; nothing is known without them."""
        kept = self._cache.get(f"{self._salt}numbers") if self._cache is not None else None
        if not kept:
            return False
        for numbering, texts in zip(
            (self._vocabulary.numbers, self._vocabulary.words), json.loads(kept), strict=True
        ):
            numbering.update((text, at) for at, text in enumerate(texts))
        return True
