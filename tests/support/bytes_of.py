"""Everything that a file says, however it is packed: raw, unzipped, and as the text of a PDF."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from pypdf import PdfReader


def everything(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file's name and contents, and again for what is inside of it."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file():
            yield from unpacked(name, path.read_bytes())
        else:
            yield name, name.encode()


def unpacked(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """The contents as they are, and what they hold, archives within archives included."""
    yield name, name.encode() + b"\n" + content
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for entry in archive.infolist():
                yield from unpacked(f"{name}!{entry.filename}", archive.read(entry))
    elif content.startswith(b"\x1f\x8b"):
        yield from unpacked(f"{name}!gz", gzip.decompress(content))
    elif content.startswith(b"%PDF"):
        yield from _pdf(name, content)
    elif content.startswith(b"\x89PNG"):
        yield from _png(name, content)


def _pdf(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    reader = PdfReader(io.BytesIO(content))
    yield f"{name}!metadata", str(reader.metadata).encode()
    for number, page in enumerate(reader.pages, 1):
        yield f"{name}!page{number}", page.extract_text().encode()


def _png(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """The compressed text chunks; the others are readable as they stand."""
    at = content.find(b"zTXt")
    while at >= 0:
        packed = content[at + 4 :].split(b"\x00\x00", 1)[-1]
        yield f"{name}!text", zlib.decompressobj().decompress(packed)
        at = content.find(b"zTXt", at + 4)
