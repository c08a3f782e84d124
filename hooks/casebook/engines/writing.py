"""Writes output files into a new folder, and reuses what an earlier build made.

An output whose key is the same as last time is linked from the old site instead of being rendered.
Links share the bytes on disk, and nothing is ever written in place, so the old site stays whole.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from casebook.engines.parallel import share
from casebook.outputs.output_file import OutputFile

_FORMAT = 1
Entry = tuple[str, int, int]
"""Key, size and modification time in nanoseconds."""


@dataclass(slots=True)
class Written:
    """What one build wrote: how much was new, and what the next build may reuse."""

    made: int = 0
    reused: int = 0
    entries: dict[str, Entry] = field(default_factory=dict)

    def add(self, file: OutputFile, entry: Entry | None) -> None:
        """Count a file that was made."""
        self.made += 1
        if entry is not None:
            self.entries[file.uri] = entry


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

    def reusable(self, file: OutputFile, old: Path) -> Entry | None:
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
    files: Iterable[OutputFile],
    folder: Path,
    old: Path | None = None,
    manifest: Manifest | None = None,
    late: Callable[[], Iterable[OutputFile]] = tuple,
) -> Written:
    """Write every file of a site.

    Args:
        files: The outputs.
        folder: Where to; an empty or new folder.
        old: The site that stands, whose files may be linked.
        manifest: The keys of the files in ``old``.
        late: Makes further outputs; runs while other processes already render.
    """
    written = Written()
    todo: list[OutputFile] = []
    for file in files:
        if not _reuse(file, folder, old, manifest, written):
            todo.append(file)

    def write_late() -> None:
        for file in late():
            if not _reuse(file, folder, old, manifest, written):
                written.add(file, _write(file, folder))

    for file, entry in share(lambda place: (place, _write(todo[place], folder)), range(len(todo)), write_late):
        written.add(todo[file], entry)
    written.entries = dict(sorted(written.entries.items()))
    return written


def _reuse(
    file: OutputFile, folder: Path, old: Path | None, manifest: Manifest | None, written: Written
) -> bool:
    entry = manifest.reusable(file, old) if manifest is not None and old is not None else None
    if entry is None or old is None or not _link(old / file.uri, folder / file.uri):
        return False
    written.reused += 1
    written.entries[file.uri] = entry
    return True


def _link(source: Path, target: Path) -> bool:
    """Link a file, or copy it with its time where the file system has no links."""
    _make_folder(target.parent)
    try:
        os.link(source, target)
    except FileExistsError:
        return False
    except OSError:
        shutil.copy2(source, target)
    return True


def _write(file: OutputFile, folder: Path) -> Entry | None:
    """Write one file; returns its entry when it has a key."""
    target = folder / file.uri
    _make_folder(target.parent)
    # Never through a link that the old site shares.
    target.unlink(missing_ok=True)
    if isinstance(file.content, Path):
        shutil.copyfile(file.content, target)
    else:
        target.write_bytes(file.read())
    if file.key is None:
        return None
    stat = target.stat()
    return (file.key, stat.st_size, stat.st_mtime_ns)


@lru_cache(maxsize=4096)
def _make_folder(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
