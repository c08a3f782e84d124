"""What the browser needs to show a hit: title, facts and text of a few documents a file.

Files lie in folders of sixty-four, and the folder's name is the hash of its content; so the
manifest stays small, and a new case renames only the last folder.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from casebook.search.documents import SearchDocument, SearchPart
from casebook.search.packing import as_json, content_hash, gzipped

FOLDER = 64
_FILE_BYTES = 8_000
_FIELD = {"body": 0, "heading": 1, "decision": 2, "attachment": 3}


def unit_row(parts: Sequence[SearchPart]) -> list[list[Any]]:
    """The parts of a unit: field, text, anchor, label, attachment, page; empty tails left off."""
    rows = []
    for part in parts:
        row = [_FIELD[part.field], part.text, part.anchor, part.label, part.url, part.page]
        while row[-1] is None:
            row.pop()
        rows.append(row)
    return rows


def document_row(document: SearchDocument, parts: Sequence[SearchPart]) -> dict[str, Any]:
    """A document and its first unit."""
    return {
        "url": document.url,
        "kind": document.kind,
        "title": document.title,
        "lang": document.language,
        "date": document.date,
        "uncertain": document.date_uncertain,
        "show": dict(document.display),
        "parts": unit_row(parts),
    }


def grouped(rows: Iterable[Any]) -> Iterator[list[bytes]]:
    """Rows as JSON, as many to a file as fit."""
    held: list[bytes] = []
    size = 0
    for row in rows:
        data = as_json(row)
        if held and size + len(data) > _FILE_BYTES:
            yield held
            held, size = [], 0
        held.append(data)
        size += len(data)
    if held:
        yield held


def text_files(kind: str, rows: Iterable[Any]) -> tuple[dict[str, bytes], list[str], list[int]]:
    """Files by name, the names of the folders, and the number of rows in each file."""
    files: dict[str, bytes] = {}
    folders: list[str] = []
    sizes: list[int] = []
    groups = list(grouped(rows))
    for start in range(0, len(groups), FOLDER):
        block = [b"[" + b",".join(group) + b"]" for group in groups[start : start + FOLDER]]
        folder = content_hash(*block)
        folders.append(folder)
        for at, data in enumerate(block):
            files[f"{kind}/{folder}/{at}.gz"] = gzipped(data)
        sizes.extend(len(group) for group in groups[start : start + FOLDER])
    return files, folders, sizes
