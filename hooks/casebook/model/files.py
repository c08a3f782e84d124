"""What is known of a file beside a record, read from the file itself, never written by hand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileFacts:
    """One published file."""

    name: str
    """Name relative to the record's folder."""
    size: int
    """Bytes."""
    sha256: str
    media_type: str
    pages: int | None = None
    """Number of pages, for formats that have pages."""

    @property
    def extension(self) -> str:
        """Lower-case extension without the dot."""
        return self.name.rpartition(".")[2].lower() if "." in self.name else ""
