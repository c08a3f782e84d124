"""Reads single files of the content folder, within its limits; what cannot be read is a finding."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from casebook.diagnostics import Collector, Span
from casebook.loading.source_texts import SourceTexts, as_lines
from casebook.reading import Source

MAX_TEXT_BYTES = 2_000_000
MAX_FILE_BYTES = 50_000_000


class Folder:
    """The content folder; its findings go to one collector."""

    def __init__(self, root: Path, collector: Collector, sources: SourceTexts) -> None:
        """Take the folder, where findings go, and where the files that were read are noted."""
        self.root = root
        self._resolved = root.resolve()
        self._leaving: dict[Path, bool] = {}
        self._collector = collector
        self._sources = sources

    def name(self, path: Path) -> str:
        """A path as findings name it."""
        return _shown(path.relative_to(self.root).as_posix())

    def listing(self, folder: Path) -> list[Path]:
        """What lies in a folder; nothing, and a finding, when nobody can look into it."""
        try:
            return sorted(folder.iterdir())
        except OSError:
            self.add("unreadable-file", folder)
            return []

    def source(self, path: Path, record_id: str, year: int | None = None) -> Source | None:
        """Read one text file, or report why it cannot be read."""
        if self._leaves(path):
            self.add("symlink-out", path)
            return None
        try:
            data = path.read_bytes()
        except OSError:
            self.add("unreadable-file", path)
            return None
        if len(data) > MAX_TEXT_BYTES:
            self.add("file-too-large", path, size=len(data), maximum=MAX_TEXT_BYTES)
            return None
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
            place = Span(self.name(path), line, column)
            self._collector.add("not-utf8", place, byte=f"{data[error.start]:02x}")
            return None
        self._sources.paths[self.name(path)] = None
        digest = hashlib.blake2b(data, digest_size=16).hexdigest()
        return Source(self.name(path), record_id, as_lines(text), digest, year)

    def files(self, folder: Path) -> Iterator[tuple[str, Path]]:
        """Every file in a record's own folder that stays inside: its name there and its place."""
        for path in sorted(folder.rglob("*")) if folder.is_dir() and self.listing(folder) else ():
            name = path.relative_to(folder)
            if any(part.startswith(".") for part in name.parts):
                continue
            if _shown(str(name)) != str(name):
                self.add("garbled-file-name", path, name=path.name)
            elif path.is_symlink() and self._leaves(path):
                self.add("symlink-out", path)
            elif is_file(path):
                yield name.as_posix(), path

    def is_within_limit(self, path: Path) -> bool:
        """Whether an attachment is small enough to publish."""
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            self.add("attachment-too-large", path, size=size, maximum=MAX_FILE_BYTES)
        return size <= MAX_FILE_BYTES

    def add(
        self, code: str, path: Path, *, suggestion: str | None = None, **params: str | int
    ) -> None:
        """Report a whole file."""
        shown = {key: _shown(str(value)) for key, value in params.items()}
        place = Span(self.name(path))
        self._collector.add(code, place, suggestion=suggestion, related=(), **shown)

    def _leaves(self, path: Path) -> bool:
        if path.is_symlink():
            # A link that leads round to itself has no end; ``Path.resolve`` raises for it.
            return not Path(os.path.realpath(path)).is_relative_to(self._resolved)
        folder = path.parent
        if folder not in self._leaving:
            self._leaving[folder] = not folder.resolve().is_relative_to(self._resolved)
        return self._leaving[folder]


def is_file(path: Path) -> bool:
    """Whether there is such a file; in a folder that is closed, nobody can say so."""
    try:
        return path.is_file()
    except OSError:
        return False


def _shown(name: str) -> str:
    """A name that can be written; one that is no UTF-8 on the disk has signs that cannot."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
