"""Reads the folder of case files: the only module that touches the disk for content.

Nothing stops at the first problem: an unreadable file is a finding, and the rest is still read.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from casebook.diagnostics import Collector, Diagnostic, Note, Span, finding
from casebook.errors import SourceUnreadable
from casebook.ledger import LEDGER, read_ledger
from casebook.loading.memory import Memory
from casebook.loading.source_texts import SourceTexts, as_lines
from casebook.model.case import Case
from casebook.model.files import FileFacts
from casebook.model.meeting import Meeting
from casebook.model.process import Process
from casebook.model.publication import AddressChanges, Published
from casebook.model.region import Region
from casebook.model.search_lists import SearchLists
from casebook.reading import (
    Source,
    read_address_changes,
    read_case,
    read_meeting,
    read_process,
    read_region,
    read_search_lists,
)

MAX_TEXT_BYTES = 2_000_000
MAX_FILE_BYTES = 50_000_000
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_RECORD_FILES = frozenset({"case.md", "meeting.md", "process.md"})


@dataclass(slots=True)
class Content:
    """Everything that the folder holds, decoded but not yet joined."""

    region: Region | None = None
    search: SearchLists = field(default_factory=SearchLists)
    address_changes: AddressChanges = field(default_factory=AddressChanges)
    ledger: dict[str, Published] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)
    meetings: dict[str, Meeting] = field(default_factory=dict)
    processes: dict[str, Process] = field(default_factory=dict)
    files: dict[str, dict[str, FileFacts]] = field(default_factory=dict)
    """Record id to the files beside it, by name."""
    locations: dict[tuple[str, str], Path] = field(default_factory=dict)
    """Where each file lies on the disk, by record id and name."""
    sources: SourceTexts = field(default_factory=SourceTexts)
    """Text of every source file by path, for showing findings."""
    findings: list[Diagnostic] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One record file and the folder that its own files lie in."""

    file: Path
    record_id: str
    folder: Path


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


class _Loader:
    def __init__(self, root: Path, memory: Memory) -> None:
        self.root = root
        self.memory = memory
        self.content = Content(sources=SourceTexts(root))
        self.collector = Collector()
        self.places: dict[str, Span] = {}

    def load(self) -> Content:
        self._region()
        self._search_lists()
        self._addresses()
        for entry in self._entries(self.root / "meetings"):
            self._record(entry, None)
        for entry in self._entries(self.root / "processes"):
            self._record(entry, None)
        bodies = {key: meeting.body for key, meeting in self.content.meetings.items()}
        for folder in sorted(self.root.iterdir()):
            if folder.is_dir() and re.fullmatch(r"\d{4}", folder.name):
                for entry in self._entries(folder):
                    self._record(entry, int(folder.name), bodies)
            elif folder.is_dir() and not re.fullmatch(r"meetings|processes|\..*", folder.name):
                self._add("stray-folder", folder, name=folder.name)
        self.memory.forget_unseen()
        self.content.findings = list(self.collector)
        return self.content

    def _region(self) -> None:
        path = self.root / "region.yml"
        if not path.is_file():
            self._add("missing-region", path)
            return
        source = self._source(path, "region", None)
        if source is not None:
            self.content.region, findings = read_region(source)
            self.collector.extend(findings)

    def _search_lists(self) -> None:
        path = self.root / "sok.yml"
        source = self._source(path, "sok", None) if path.is_file() else None
        if source is not None:
            lists, findings = read_search_lists(source)
            self.collector.extend(findings)
            self.content.search = lists or self.content.search

    def _addresses(self) -> None:
        """What was published before, and what was moved or withdrawn since."""
        path = self.root / "adresser.yml"
        source = self._source(path, "adresser", None) if path.is_file() else None
        if source is not None:
            changes, findings = read_address_changes(source)
            self.collector.extend(findings)
            self.content.address_changes = changes or self.content.address_changes
        path = self.root / LEDGER
        if path.is_file():
            self.content.sources.paths[LEDGER] = None
            self.content.ledger, findings = read_ledger(path.read_text("utf-8", "replace"))
            self.collector.extend(findings)

    def _entries(self, folder: Path) -> Iterator[_Entry]:
        """The record files of a folder: ``<id>.md``, or ``case.md`` in a folder named by the id."""
        if not folder.is_dir():
            return
        for path in sorted(folder.iterdir()):
            if path.name.startswith("."):
                continue
            if path.is_dir():
                inner = next(
                    (path / n for n in sorted(_RECORD_FILES) if (path / n).is_file()), None
                )
                if inner is not None:
                    yield _Entry(inner, path.name, path)
                elif not (folder / f"{path.name}.md").is_file():
                    self._add("folder-without-record", path, name=path.name)
            elif path.suffix == ".md":
                yield _Entry(path, path.stem, folder / path.stem)
            else:
                self._add("stray-file", path, name=path.name)

    def _record(
        self, entry: _Entry, year: int | None, bodies: dict[str, str] | None = None
    ) -> None:
        if _ID.fullmatch(entry.record_id) is None:
            self._add("bad-id", entry.file, value=entry.record_id)
            return
        source = self._source(entry.file, entry.record_id, year)
        if source is None or not self._unique(entry, source):
            return
        kind = "case" if bodies is not None else entry.file.relative_to(self.root).parts[0]
        record, findings = self._recalled(kind, source, bodies or {})
        self.collector.extend(findings)
        if record is not None:
            getattr(self.content, "cases" if kind == "case" else kind)[source.record_id] = record
        self._files(entry)

    def _recalled(
        self, kind: str, source: Source, bodies: dict[str, str]
    ) -> tuple[Case | Meeting | Process | None, list[Diagnostic]]:
        """Read a record, or take it from memory when its file and its meetings are the same."""
        reading = self.memory.recall(source.path, source.digest, bodies)
        if reading is None:
            reading = self._read(kind, source, bodies)
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

    def _unique(self, entry: _Entry, source: Source) -> bool:
        """Ids are unique over all kinds, so that files and anchors never meet."""
        first = self.places.setdefault(entry.record_id, Span(source.path))
        if first.path == source.path:
            return True
        note = Note(first, "first-here")
        self.collector.add("duplicate-id", Span(source.path), related=[note], id=entry.record_id)
        return False

    def _source(self, path: Path, record_id: str, year: int | None) -> Source | None:
        """Read one text file, or report why it cannot be read."""
        name = path.relative_to(self.root).as_posix()
        if self._leaves_root(path):
            self._add("symlink-out", path)
            return None
        data = path.read_bytes()
        if len(data) > MAX_TEXT_BYTES:
            self._add("file-too-large", path, size=len(data), maximum=MAX_TEXT_BYTES)
            return None
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
            self.collector.add(
                "not-utf8", Span(name, line, column), byte=f"{data[error.start]:02x}"
            )
            return None
        self.content.sources.paths[name] = None
        digest = hashlib.blake2b(data, digest_size=16).hexdigest()
        return Source(name, record_id, as_lines(text), digest, year)

    def _files(self, entry: _Entry) -> None:
        """Note every file beside a record; which ones are published is decided by the record."""
        if not entry.folder.is_dir():
            return
        found = self.content.files.setdefault(entry.record_id, {})
        for path in sorted(entry.folder.rglob("*")):
            name = path.relative_to(entry.folder).as_posix()
            if path == entry.file or any(part.startswith(".") for part in Path(name).parts):
                continue
            if path.is_symlink() and self._leaves_root(path):
                self._add("symlink-out", path)
            elif path.is_file():
                self._file(entry, path, name, found)

    def _file(self, entry: _Entry, path: Path, name: str, found: dict[str, FileFacts]) -> None:
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            self._add("attachment-too-large", path, size=size, maximum=MAX_FILE_BYTES)
            found[name] = FileFacts(name, size, "", "application/octet-stream")
            return
        found[name] = self.memory.probe.facts(path, name)
        self.content.locations[entry.record_id, name] = path

    def _leaves_root(self, path: Path) -> bool:
        return not path.resolve().is_relative_to(self.root.resolve())

    def _add(self, code: str, path: Path, **params: str | int) -> None:
        place = Span(path.relative_to(self.root).as_posix())
        self.collector.extend([finding(code, place, suggestion=None, related=(), **params)])
