"""Writes output files into a new folder, and reuses what an earlier build made.

An output whose key is the same as last time is linked from the old site instead of being rendered.
Links share the bytes on disk, and nothing is ever written in place, so the old site stays whole.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from casebook.outputs.output_file import OutputFile

_FORMAT = 1


@dataclass(slots=True)
class Written:
    """What one build wrote: how much was new, and what the next build may reuse."""

    made: int = 0
    reused: int = 0
    entries: dict[str, tuple[str, int, int]] = field(default_factory=dict)
    """Address to key, size and modification time in nanoseconds."""


class Manifest:
    """The keys of the files of the site that stands, kept beside the other caches."""

    def __init__(self, path: Path) -> None:
        """Read the manifest; a missing or unreadable one is an empty one."""
        self._path = path
        self._entries: dict[str, list[object]] = {}
        try:
            data = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError):
            return
        if isinstance(data, dict) and data.get("format") == _FORMAT:
            self._entries = data["entries"]

    def reusable(self, file: OutputFile, old: Path) -> tuple[str, int, int] | None:
        """The entry of a file whose old copy still stands as it was written, and has its key."""
        entry = self._entries.get(file.uri)
        if file.key is None or entry is None or entry[0] != file.key:
            return None
        try:
            stat = (old / file.uri).stat()
        except OSError:
            return None
        if [stat.st_size, stat.st_mtime_ns] != entry[1:]:
            return None
        return (file.key, stat.st_size, stat.st_mtime_ns)

    def save(self, written: Written) -> None:
        """Remember a build that has become the site."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        data = {"format": _FORMAT, "entries": written.entries}
        aside = self._path.with_suffix(".new")
        aside.write_text(json.dumps(data), "utf-8")
        aside.replace(self._path)


def write_files(
    files: Iterable[OutputFile], folder: Path, old: Path | None = None, manifest: Manifest | None = None
) -> Written:
    """Write every file of a site.

    Args:
        files: The outputs.
        folder: Where to; an empty or new folder.
        old: The site that stands, whose files may be linked.
        manifest: The keys of the files in ``old``.
    """
    written = Written()
    made: set[Path] = set()
    for file in files:
        target = folder / file.uri
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        entry = manifest.reusable(file, old) if manifest is not None and old is not None else None
        if entry is not None and old is not None and _link(old / file.uri, target):
            written.reused += 1
        else:
            _write(file, target)
            written.made += 1
            stat = target.stat() if file.key is not None else None
            entry = (file.key, stat.st_size, stat.st_mtime_ns) if stat and file.key else None
        if entry is not None:
            written.entries[file.uri] = entry
    return written


def _link(source: Path, target: Path) -> bool:
    """Link a file, or copy it with its time where the file system has no links."""
    try:
        os.link(source, target)
    except FileExistsError:
        return False
    except OSError:
        shutil.copy2(source, target)
    return True


def _write(file: OutputFile, target: Path) -> None:
    if target.exists():
        # Never through a link that the old site shares.
        target.unlink()
    if isinstance(file.content, Path):
        shutil.copyfile(file.content, target)
    else:
        target.write_bytes(file.read())
