"""The contract with any engine: a file with an address and its content."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Joined:
    """Other outputs in one file, such as every record in a list, one on each line.

    Whoever has written the parts already need not make them again.
    """

    head: bytes
    parts: tuple[OutputFile, ...]
    tail: bytes

    def pieces(self, read: Callable[[OutputFile], bytes]) -> Iterator[bytes]:
        """The content piece by piece; ``read`` gives the content of a part."""
        yield self.head
        for place, part in enumerate(self.parts):
            yield (b",\n" if place else b"") + read(part).rstrip(b"\n")
        yield self.tail


@dataclass(frozen=True, slots=True)
class Streamed:
    """Content that is written as it is made, since all of it at once would fill the memory."""

    pieces: Callable[[], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class OutputFile:
    """One file of the finished site."""

    uri: str
    """Path in the site, with ``/`` and without a leading one."""
    content: bytes | Path | Joined | Streamed | Callable[[], bytes]
    """The bytes, the file to copy, the files to join, or what makes the bytes."""
    key: str | None = None
    """Hash of all that the content follows from; equal keys mean equal bytes. None: unknown."""
    source: str | None = None
    """The case file it comes from, relative to the content folder."""
    late: bool = False
    """Takes long and waits for no page, so whoever makes the search index may make it too."""

    def read(self) -> bytes:
        """The content as bytes."""
        if isinstance(self.content, bytes):
            return self.content
        if isinstance(self.content, Path):
            return self.content.read_bytes()
        if isinstance(self.content, Joined):
            return b"".join(self.content.pieces(OutputFile.read))
        if isinstance(self.content, Streamed):
            return b"".join(self.content.pieces())
        return self.content()
