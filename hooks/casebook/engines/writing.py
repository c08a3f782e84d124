"""Writes output files into a new folder, and reuses what an earlier build made.

An output whose key is the same as last time is linked from the old site instead of being rendered.
Links share the bytes on disk, and nothing is ever written in place, so the old site stays whole.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
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


Rendered = dict[str, tuple[str, bytes]]
"""Rendered files of a preview by address, each with its key."""


def kept_in_memory(files: Iterable[OutputFile], rendered: Rendered) -> Iterator[OutputFile]:
    """The same files, each rendered only when its key has changed since the last preview."""
    for file in files:
        known = rendered.get(file.uri)
        if file.key is None or isinstance(file.content, Path):
            yield file
            continue
        if known is None or known[0] != file.key:
            known = (file.key, file.read())
            rendered[file.uri] = known
        yield replace(file, content=known[1])


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
    writer = _Writer(folder, old, manifest, written)
    todo = [file for file in files if not writer.reuse(file)]

    def write_late() -> None:
        for file in late():
            if not writer.reuse(file):
                written.add(file, writer.write(file))

    def write_place(place: int) -> tuple[int, Entry | None]:
        return place, writer.write(todo[place])

    for place, entry in share(write_place, range(len(todo)), write_late):
        written.add(todo[place], entry)
    written.entries = dict(sorted(written.entries.items()))
    return written


class _Writer:
    """Writes or reuses single files in one new folder."""

    def __init__(
        self, folder: Path, old: Path | None, manifest: Manifest | None, written: Written
    ) -> None:
        self._folder = folder
        self._old = old
        self._manifest = manifest
        self._written = written
        self._made: set[Path] = set()

    def reuse(self, file: OutputFile) -> bool:
        """Link a file from the old site when it has the same key."""
        if self._manifest is None or self._old is None:
            return False
        entry = self._manifest.reusable(file, self._old)
        if entry is None or not self._link(self._old / file.uri, self._target(file)):
            return False
        self._written.reused += 1
        self._written.entries[file.uri] = entry
        return True

    def write(self, file: OutputFile) -> Entry | None:
        """Write one file; returns its entry when it has a key."""
        target = self._target(file)
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

    def _target(self, file: OutputFile) -> Path:
        target = self._folder / file.uri
        if target.parent not in self._made:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(target.parent)
        return target

    @staticmethod
    def _link(source: Path, target: Path) -> bool:
        """Link a file, or copy it with its time where the file system has no links."""
        try:
            os.link(source, target)
        except FileExistsError:
            return False
        except OSError:
            shutil.copy2(source, target)
        return True
