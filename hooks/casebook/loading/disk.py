"""Reads the folder of case files into records.

Nothing stops at the first problem: an unreadable file is a finding, and the rest is still read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from casebook.diagnostics import Collector, Diagnostic, Note, Span
from casebook.errors import SourceUnreadable
from casebook.ledger import LEDGER
from casebook.loading.content import Content
from casebook.loading.entries import Entry, entries_of
from casebook.loading.file_names import likely_name, likely_place, likely_register
from casebook.loading.folder import Folder
from casebook.loading.memory import Memory
from casebook.loading.registers import read_registers
from casebook.loading.source_texts import SourceTexts
from casebook.loading.text_faults import text_faults
from casebook.model.case import Case
from casebook.model.files import FileFacts
from casebook.model.meeting import Meeting
from casebook.model.process import Process
from casebook.reading import (
    Source,
    read_case,
    read_meeting,
    read_process,
)
from casebook.schema.slugs import likely_id

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_YEAR = re.compile(r"[0-9]{4}")
_ROOT_FILES = frozenset({LEDGER, "README.md"})


def load(root: Path, memory: Memory | None = None) -> Content:
    """Read a content folder.

    Args:
        root: The folder that holds ``region.yml``.
        memory: What earlier readings found; pass one to reuse it.

    Raises:
        SourceUnreadable: The folder does not exist.
    """
    if not root.is_dir():
        raise SourceUnreadable(f"finner ikke mappen {root}")
    return _Loader(root, memory or Memory()).load()


def read_ahead(root: Path, memory: Memory) -> None:
    """Read cases for another process: from the last folder back to one that has been read.

    Args:
        root: A content folder, which the other process is reading from the first folder on.
        memory: Kept in the same folder as the other's; this is how it gets what is read here.
    """
    _Loader(root, memory).read_ahead()


class _Loader:
    def __init__(self, root: Path, memory: Memory) -> None:
        self.root = root
        self.memory = memory
        self.content = Content(sources=SourceTexts(root))
        self.collector = Collector()
        self.folder = Folder(root, self.collector, self.content.sources)
        self.places: dict[str, Span] = {}

    def load(self) -> Content:
        read_registers(self.folder, self.content, self.collector)
        self._files(self._records(self.root / "meetings"))
        self._files(self._records(self.root / "processes"))
        bodies = self._bodies()
        for folder in self.folder.listing(self.root):
            if folder.is_dir() and _YEAR.fullmatch(folder.name):
                self._files(self._records(folder, bodies))
            elif folder.is_file() and folder.name not in _ROOT_FILES:
                meant = likely_register(folder) or likely_place(folder)
                if meant or likely_name(folder):
                    self.folder.add("stray-file", folder, suggestion=meant, name=folder.name)
            elif folder.is_dir() and not re.fullmatch(r"meetings|processes|\..*", folder.name):
                self.folder.add("stray-folder", folder, name=folder.name)
            elif folder.is_symlink() and not folder.exists():  # a whole year, perhaps
                self.folder.add("unreadable-file", folder)
        self.memory.end()
        self.content.findings = list(self.collector)
        return self.content

    def read_ahead(self) -> None:
        """Only records; the files beside them are left to ``load``."""
        self._records(self.root / "meetings")
        bodies = self._bodies()
        for folder in reversed(self.folder.listing(self.root)):
            if folder.is_dir() and _YEAR.fullmatch(folder.name):
                if self.memory.holds(folder.name):
                    return
                self._records(folder, bodies)

    def _bodies(self) -> dict[str, str]:
        """The body of each meeting; reading a case depends on those of its meetings."""
        return {key: meeting.body for key, meeting in self.content.meetings.items()}

    def _records(self, folder: Path, bodies: dict[str, str] | None = None) -> list[Entry]:
        """Read every record of a folder; gives those that have an identity of their own."""
        entries = [
            entry for entry in entries_of(folder, self.folder) if self._record(entry, bodies)
        ]
        self.memory.finish(folder.name)
        return entries

    def _record(self, entry: Entry, bodies: dict[str, str] | None) -> bool:
        if _ID.fullmatch(entry.record_id) is None:
            meant = likely_id(entry.record_id) or None
            self.folder.add("bad-id", entry.file, suggestion=meant, value=entry.record_id)
            return False
        top = entry.file.relative_to(self.root).parts[0]
        source = self.folder.source(
            entry.file, entry.record_id, None if bodies is None else int(top)
        )
        if source is None:
            self.content.unread.add(entry.record_id)
            return False
        if not self._unique(entry, source):
            return False
        kind = top if bodies is None else "cases"
        record, findings = self._recalled(kind, source, bodies or {})
        self.collector.extend(findings)
        if record is None:
            self.content.unread.add(source.record_id)
        else:
            getattr(self.content, kind)[source.record_id] = record
        return True

    def _recalled(
        self, kind: str, source: Source, bodies: dict[str, str]
    ) -> tuple[Case | Meeting | Process | None, list[Diagnostic]]:
        """Read a record, or take it from memory when its file and its meetings are the same."""
        reading = self.memory.recall(source.path, source.digest, bodies)
        if reading is None:
            faults = text_faults(source.text, source.path)
            reading = (None, faults) if faults else self._read(kind, source, bodies)
            self.memory.keep(source.path, source.digest, bodies, reading)
        return reading

    def _read(
        self, kind: str, source: Source, bodies: dict[str, str]
    ) -> tuple[Case | Meeting | Process | None, list[Diagnostic]]:
        if kind == "meetings":
            return read_meeting(source)
        if kind == "processes":
            return read_process(source)
        return read_case(source, bodies)

    def _unique(self, entry: Entry, source: Source) -> bool:
        """Ids are unique over all kinds, so that files and anchors never meet."""
        first = self.places.setdefault(entry.record_id, Span(source.path))
        if first.path == source.path:
            return True
        note = Note(first, "first-here")
        self.collector.add("duplicate-id", Span(source.path), related=[note], id=entry.record_id)
        return False

    def _files(self, entries: Iterable[Entry]) -> None:
        """Note every file beside the records; which are published is decided by the record."""
        for entry in entries:
            for name, path in self.folder.files(entry.folder):
                if path == entry.file:
                    continue
                try:
                    self._file(entry.record_id, name, path)
                except OSError:
                    self.folder.add("unreadable-file", path)

    def _file(self, record_id: str, name: str, path: Path) -> None:
        found = self.content.files.setdefault(record_id, {})
        if self.folder.is_within_limit(path):
            found[name] = self.memory.probe.facts(path, name)
            self.content.locations[record_id, name] = path
        else:
            size = path.stat().st_size
            found[name] = FileFacts(name, size, "", "application/octet-stream")
