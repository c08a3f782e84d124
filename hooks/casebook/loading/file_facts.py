"""Facts of attachments, read from the files and remembered while size and time stay the same."""

from __future__ import annotations

import hashlib
from pathlib import Path

from casebook.model.files import FileFacts

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "txt": "text/plain",
    "csv": "text/csv",
    "ics": "text/calendar",
    "zip": "application/zip",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "geojson": "application/geo+json",
    "json": "application/json",
}
"""The file types that may be published. Those that a browser would run (html, svg) are left out."""


class FileProbe:
    """Reads the facts of files; an unchanged file is not read twice."""

    def __init__(self) -> None:
        """Start without memory."""
        self.memory: dict[str, tuple[int, int, FileFacts]] = {}
        self.changed = False

    def facts(self, path: Path, name: str) -> FileFacts:
        """The facts of one file; ``name`` is how its record knows it."""
        stat = path.stat()
        known = self.memory.get(str(path))
        if known is not None and known[:2] == (stat.st_size, stat.st_mtime_ns):
            return known[2]
        data = path.read_bytes()
        extension = path.suffix.lower().lstrip(".")
        facts = FileFacts(
            name=name,
            size=len(data),
            sha256=hashlib.sha256(data).hexdigest(),
            media_type=MEDIA_TYPES.get(extension, "application/octet-stream"),
            pages=_page_count(data) if extension == "pdf" else None,
        )
        self.changed = True
        self.memory[str(path)] = (stat.st_size, stat.st_mtime_ns, facts)
        return facts


def _page_count(data: bytes) -> int | None:
    from casebook.extraction.pdf import page_count  # noqa: PLC0415  # loads pypdf

    return page_count(data)
