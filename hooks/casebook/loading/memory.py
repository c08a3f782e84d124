"""Remembers decoded records between builds, so that unchanged files are not decoded again.

The memory is a cache of this programme's own objects in a file of its own: it is dropped when the
code changes, and never shared between machines. Each folder of case files has a file of its own in
it, so that one edit does not write everything again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from casebook.diagnostics import Diagnostic
from casebook.loading.file_facts import FileProbe
from casebook.loading.records_file import read_object, write_object

_FILES = "files"
"""Holds the facts of attachments; no folder of records has this name."""

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


@dataclass(slots=True)
class Memory:
    """What earlier builds read; each folder is kept in a file of its own."""

    probe: FileProbe = field(default_factory=FileProbe)
    _parts: dict[str, _Part] = field(default_factory=dict)
    _changed: set[str] = field(default_factory=set)
    _seen: set[str] = field(default_factory=set)

    def recall(self, path: str, digest: str, bodies: Mapping[str, str]) -> Reading | None:
        """What was read from a file with this content, if it is known."""
        self._seen.add(path)
        known = self._parts.get(_part(path), {}).get(path)
        if known is None or known.digest != digest:
            return None
        same = all(bodies.get(meeting, "") == body for meeting, body in known.bodies)
        return known.reading if same else None

    def keep(self, path: str, digest: str, bodies: Mapping[str, str], reading: Reading) -> None:
        """Remember what was read."""
        items = getattr(reading[0], "agenda_items", ())
        used = tuple((item.meeting, bodies.get(item.meeting, "")) for item in items)
        self._parts.setdefault(_part(path), {})[path] = _Known(digest, used, reading)
        self._changed.add(_part(path))

    def forget_unseen(self) -> None:
        """Drop files that are gone."""
        for name, part in self._parts.items():
            gone = part.keys() - self._seen
            for path in gone:
                del part[path]
            if gone:
                self._changed.add(name)
        self._seen.clear()

    def save(self, folder: Path, code: str) -> None:
        """Write what is new since the last time, for the next build.

        Args:
            folder: A folder of the cache that holds nothing else.
            code: Hash of the code that made the records.
        """
        for name in sorted(self._changed):
            write_object(folder / name, (code, self._parts[name]))
        self._changed.clear()
        if self.probe.changed:
            self.probe.changed = False
            write_object(folder / _FILES, (code, self.probe.memory))


def _part(path: str) -> str:
    return path.partition("/")[0]


def recall_memory(folder: Path, code: str) -> Memory:
    """The memory of earlier builds; empty where there is none, or where other code made it."""
    parts = {path.name: _recalled(path, code) for path in sorted(folder.glob("*"))}
    memory = Memory()
    memory.probe.memory = parts.pop(_FILES, {})
    memory._parts = parts
    return memory


def _recalled(path: Path, code: str) -> dict[str, Any]:
    try:
        made_by, part = read_object(path)
    except Exception:  # whatever is wrong with a cache, the cure is to start anew
        return {}
    return part if made_by == code else {}
