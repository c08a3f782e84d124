"""Remembers decoded records between builds, so that unchanged files are not decoded again.

The memory is a cache of this programme's own objects in a file of its own: it is dropped when the
code changes, and never shared between machines. Each folder of case files has a file of its own in
it, so that one edit does not write everything again. A folder's file is read when the first of its
records is asked for and written when the last has been, so that two processes can share a first
reading (``read_ahead``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from casebook.diagnostics import Diagnostic
from casebook.loading.file_facts import FileProbe
from casebook.loading.records_file import read_object, write_object

_FILES = "files"
"""Holds the facts of attachments; no folder of records has this name."""
_SUGGESTIONS = "suggestions"
"""Holds which cases look alike."""
_Suggestions = Mapping[str, tuple[str, ...]]

Reading = tuple[Any, list[Diagnostic]]
"""A record, or None, and its findings."""


@dataclass(frozen=True, slots=True)
class _Known:
    """One file as it was read."""

    digest: str
    bodies: tuple[tuple[str, str], ...]
    """The bodies of the meetings that the record names, which its reading depended on."""
    reading: Reading


_Part = dict[str, _Known]
"""What one folder holds, by path of the source file."""


class Memory:
    """What earlier builds read, and another process may be reading."""

    def __init__(self, folder: Path | None = None, code: str = "") -> None:
        """Take where it is kept; without a folder it lives as long as the process.

        Args:
            folder: A folder of the cache that holds nothing else.
            code: Hash of the code that makes the records; what other code made is not looked at.
        """
        self.probe = FileProbe()
        self._folder = folder
        self._code = code
        self._parts: dict[str, _Part] = {}
        self._changed: set[str] = set()
        self._seen: set[str] = set()
        self._finished: set[str] = set()
        self.probe.memory = self._read(_FILES)
        self._suggestions: dict[str, _Suggestions] = {}

    def recall(self, path: str, digest: str, bodies: Mapping[str, str]) -> Reading | None:
        """What was read from a file with this content, if it is known."""
        self._seen.add(path)
        known = self._part(_name(path)).get(path)
        if known is None or known.digest != digest:
            return None
        same = all(bodies.get(meeting, "") == body for meeting, body in known.bodies)
        return known.reading if same else None

    def keep(self, path: str, digest: str, bodies: Mapping[str, str], reading: Reading) -> None:
        """Remember what was read."""
        items = getattr(reading[0], "agenda_items", ())
        used = tuple((item.meeting, bodies.get(item.meeting, "")) for item in items)
        self._part(_name(path))[path] = _Known(digest, used, reading)
        self._changed.add(_name(path))

    def suggestions(self, key: str, work_out: Callable[[], _Suggestions]) -> _Suggestions:
        """Which cases look alike: as found earlier under the same key, or worked out now."""
        if key not in self._suggestions:
            self._suggestions = self._read(_SUGGESTIONS)
        if key not in self._suggestions:
            self._suggestions = {key: work_out()}
            self._write(_SUGGESTIONS, self._suggestions)
        return self._suggestions[key]

    def holds(self, name: str) -> bool:
        """Whether a folder has been read to its end, by this process or another."""
        path = self._file(name)
        return path is not None and path.exists()

    def finish(self, name: str) -> None:
        """A folder has been read to its end: forget files that are gone, and write what is new."""
        part = self._part(name)
        gone = part.keys() - self._seen
        for path in gone:
            del part[path]
        if gone or name in self._changed:
            self._write(name, part)
        self._changed.discard(name)
        self._finished.add(name)

    def end(self) -> None:
        """All folders have been read: forget those that are gone, and write the files' facts."""
        for name in self._parts.keys() - self._finished:
            del self._parts[name]
        if self.probe.changed:
            self._write(_FILES, self.probe.memory)
        if self._folder is not None and self._folder.is_dir():
            kept = {self._file(name) for name in (*self._finished, _FILES, _SUGGESTIONS)}
            for path in self._folder.iterdir():
                if path not in kept:
                    path.unlink(missing_ok=True)
        self.probe.changed = False
        self._seen.clear()
        self._finished.clear()

    def _part(self, name: str) -> _Part:
        part = self._parts.get(name)
        if part is None:
            part = self._parts[name] = self._read(name)
        return part

    def _file(self, name: str) -> Path | None:
        return self._folder and self._folder / f"{name}-{self._code}"

    def _write(self, name: str, part: dict[str, Any]) -> None:
        path = self._file(name)
        if path is not None:
            write_object(path, part)

    def _read(self, name: str) -> dict[str, Any]:
        path = self._file(name)
        try:
            part = read_object(path) if path is not None else {}
        except Exception:  # whatever is wrong with a cache, the cure is to start anew
            return {}
        return part if isinstance(part, dict) else {}


def _name(path: str) -> str:
    return path.partition("/")[0]
