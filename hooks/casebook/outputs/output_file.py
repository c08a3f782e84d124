"""The contract with any engine: a file with an address and its content."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class OutputFile:
    """One file of the finished site."""

    uri: str
    """Path in the site, with ``/`` and without a leading one."""
    content: bytes | Path | Callable[[], bytes]
    """The bytes, the file to copy, or a function that makes the bytes when they are needed."""
    key: str | None = None
    """Hash of all that the content follows from; equal keys mean equal bytes. None: unknown."""
    source: str | None = None
    """The case file it comes from, relative to the content folder."""

    def read(self) -> bytes:
        """The content as bytes."""
        if isinstance(self.content, bytes):
            return self.content
        if isinstance(self.content, Path):
            return self.content.read_bytes()
        return self.content()
