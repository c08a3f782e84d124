"""What the browser needs to show a hit: title, facts and text of a few documents a file.

Files lie in folders of sixty-four, and the folder's name is the hash of its content; so the
manifest stays small, and a new case renames only the last folder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from casebook.search.documents import FileContent, SearchDocument, SearchPart
from casebook.search.packing import as_json, content_hash, gzipped
from casebook.search.units import lay_out

FOLDER = 64
_FILE_BYTES = 6_500
_FIELD = {"body": 0, "heading": 1, "decision": 2, "attachment": 3}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a file: known by its hash, so that its text need not be at hand."""

    digest: str
    size: int
    text: bytes | Callable[[], bytes]
    """The row, or what makes it again."""

    @classmethod
    def of(cls, data: bytes) -> Row:
        """A row that is made already."""
        return cls(content_hash(data), len(data), data)


def unit_row(parts: Sequence[SearchPart]) -> list[list[Any]]:
    """The parts of a unit: field, text, anchor, label, attachment, page; empty tails left off."""
    rows = []
    for part in parts:
        row = [_FIELD[part.field], part.text, part.anchor, part.label, part.url, part.page]
        while row[-1] is None:
            row.pop()
        rows.append(row)
    return rows


def document_rows(
    document: SearchDocument, layout: Sequence[Sequence[SearchPart]] | None = None
) -> tuple[bytes, ...]:
    """A document and its first unit, then one row for each further unit."""
    first, *further = layout or lay_out(document)
    row = {
        "url": document.url,
        "kind": document.kind,
        "title": document.title,
        "lang": document.language,
        "date": document.date,
        "uncertain": document.date_uncertain,
        "show": dict(document.display),
        "parts": unit_row(first),
    }
    return (as_json(row), *(as_json(unit_row(unit)) for unit in further))


class TextFiles:
    """Collects rows of one kind into files, as many rows to a file as fit."""

    def __init__(self, kind: str) -> None:
        """Begin a folder of files."""
        self.folders: list[str] = []
        self.sizes: list[int] = []
        """The number of rows in each file."""
        self._kind = kind
        self._held: list[Row] = []
        self._bytes = 0
        self._files: list[tuple[str, FileContent]] = []

    def add(self, row: Row) -> None:
        """Add a row."""
        if self._held and self._bytes + row.size > _FILE_BYTES:
            self._close()
        self._held.append(row)
        self._bytes += row.size

    def full(self) -> Iterator[tuple[str, FileContent]]:
        """The files of a folder by name, as soon as it is full; they are not kept here."""
        if len(self._files) == FOLDER:
            yield from self._folder()

    def rest(self) -> Iterator[tuple[str, FileContent]]:
        """The files of the last folder by name."""
        if self._held:
            self._close()
        if self._files:
            yield from self._folder()

    def _folder(self) -> Iterator[tuple[str, FileContent]]:
        files, self._files = self._files, []
        folder = content_hash(*(digest.encode() for digest, _ in files))
        self.folders.append(folder)
        for at, (_, content) in enumerate(files):
            yield f"{self._kind}/{folder}/{at}.gz", content

    def _close(self) -> None:
        """Pack the held rows: at once when one is new, so that no text is kept longer."""
        make = partial(_pack, tuple(self._held))
        new = any(isinstance(row.text, bytes) for row in self._held)
        digest = "".join(row.digest for row in self._held)
        self._files.append((digest, make() if new else make))
        self.sizes.append(len(self._held))
        self._held, self._bytes = [], 0


def _pack(rows: Sequence[Row]) -> bytes:
    texts = (row.text if isinstance(row.text, bytes) else row.text() for row in rows)
    return gzipped(b"[" + b",".join(texts) + b"]")
