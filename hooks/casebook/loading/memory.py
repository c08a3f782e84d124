"""Remembers decoded records between builds, so that unchanged files are not decoded again.

The memory is a cache of this programme's own objects in a file of its own: it is dropped when the
code changes, and never shared between machines.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from casebook.diagnostics import Diagnostic
from casebook.loading.file_facts import FileProbe

Reading = tuple[Any, list[Diagnostic]]
"""A record, or None, and its findings."""


@dataclass(frozen=True, slots=True)
class _Known:
    """One file as it was read."""

    digest: str
    bodies: tuple[tuple[str, str], ...]
    """The bodies of the meetings that the record names, which its reading depended on."""
    reading: Reading


@dataclass(slots=True)
class Memory:
    """What earlier builds read, by path of the source file."""

    code: str = ""
    """Hash of the code that made the records."""
    probe: FileProbe = field(default_factory=FileProbe)
    changed: bool = False
    _known: dict[str, _Known] = field(default_factory=dict)
    _seen: set[str] = field(default_factory=set)

    def recall(self, path: str, digest: str, bodies: Mapping[str, str]) -> Reading | None:
        """What was read from a file with this content, if it is known."""
        self._seen.add(path)
        known = self._known.get(path)
        if known is None or known.digest != digest:
            return None
        same = all(bodies.get(meeting, "") == body for meeting, body in known.bodies)
        return known.reading if same else None

    def keep(self, path: str, digest: str, bodies: Mapping[str, str], reading: Reading) -> None:
        """Remember what was read."""
        items = getattr(reading[0], "agenda_items", ())
        used = tuple((item.meeting, bodies.get(item.meeting, "")) for item in items)
        self._known[path] = _Known(digest, used, reading)
        self.changed = True

    def forget_unseen(self) -> None:
        """Drop files that are gone."""
        gone = self._known.keys() - self._seen
        for path in gone:
            del self._known[path]
        self.changed = self.changed or bool(gone)
        self._seen.clear()


def recall_memory(path: Path, code: str) -> Memory:
    """The memory of earlier builds; empty when there is none, or when other code made it."""
    try:
        with path.open("rb") as file:
            memory = pickle.load(file)  # noqa: S301  # our own file in the project's cache folder
    except Exception:  # whatever is wrong with a cache, the cure is to start anew
        return Memory(code)
    return memory if isinstance(memory, Memory) and memory.code == code else Memory(code)


def save_memory(memory: Memory, path: Path) -> None:
    """Write the memory for the next build, when there is anything new in it."""
    if not memory.changed:
        return
    memory.changed = False
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(".new")
    with aside.open("wb") as file:
        pickle.dump(memory, file, protocol=pickle.HIGHEST_PROTOCOL)
    aside.replace(path)
