"""Writes output files into the folder of the new site, and reuses what an earlier build made.

The folder starts as an earlier state of the site, or empty. An output whose key is the same as last
time is left where it stands, or linked from the site, instead of being rendered. Links share the
bytes on disk, and nothing is ever written in place, so the site that stands stays whole.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from casebook.engines.parallel import share
from casebook.engines.reuse import Entry, Manifest, Stamp, key_of
from casebook.engines.staging import link
from casebook.outputs.output_file import Joined, OutputFile


@dataclass(slots=True)
class Written:
    """What one build wrote: how much was new, and what the next build may reuse."""

    made: list[str] = field(default_factory=list)
    """Addresses of the files that were made anew."""
    reused: int = 0
    entries: dict[str, Entry] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a site is made, and what may be reused there."""

    folder: Path
    """Holds an earlier state of the site, or nothing."""
    site: Path | None = None
    """The site that stands, whose files may be linked."""
    manifest: Manifest | None = None
    """The keys of the files in ``site``."""
    engine: Path | None = None
    """Files that the site generator made by itself; they are moved into the folder."""
    keeps: bool = False
    """Whether files that nobody asked for stay, because they are the site generator's."""


def write_files(
    files: Iterable[OutputFile],
    place: Place,
    late: Callable[[], Iterable[OutputFile]] = tuple,
) -> Written:
    """Write every file of a site, and remove every other file from its folder.

    Args:
        files: The outputs.
        place: Where to.
        late: Makes further outputs; runs while other processes already render.
    """
    written = Written()
    writer = _Writer(place, written)
    missing = [file for file in files if not writer.reuse(file)]
    todo = [file for file in missing if not isinstance(file.content, Joined)]

    def write_late() -> None:
        for file in (file for file in late() if not writer.reuse(file)):
            writer.note(file, writer.write(file))

    def write_one(number: int) -> tuple[int, Stamp]:
        return number, writer.write(todo[number])

    for number, stamp in share(write_one, range(len(todo)), write_late):
        writer.note(todo[number], stamp)
    for file in missing:
        if isinstance(file.content, Joined):
            writer.note(file, writer.write(file))
    writer.finish(place)
    written.entries = dict(sorted(written.entries.items()))
    written.made.sort()
    return written


class _Writer:
    """Writes or reuses single files in one folder."""

    def __init__(self, place: Place, written: Written) -> None:
        self._folder = str(place.folder)
        self._site = str(place.site) if place.site is not None else None
        self._manifest = place.manifest
        self._written = written
        self._standing: dict[str, Stamp] = {}
        self._folders = {""}
        for uri, stamp in _files_below(self._folder, self._folders):
            self._standing[uri] = stamp
        self._kept: set[str] = set()

    def reuse(self, file: OutputFile) -> bool:
        """Keep a file that stands already, or link it from the site, when it has the same key."""
        key = key_of(file)
        stamp = self._manifest.stamp(file.uri, key) if self._manifest is not None else None
        if stamp is None:
            return False
        if self._standing.get(file.uri) != stamp and not self._linked(file.uri, stamp):
            return False
        self._written.reused += 1
        self._written.entries[file.uri] = (key, *stamp)
        self._kept.add(file.uri)
        return True

    def _linked(self, uri: str, stamp: Stamp) -> bool:
        source = f"{self._site}/{uri}"
        try:
            if _stamp(os.stat(source)) != stamp:
                return False
        except OSError:
            return False
        link(source, self._target(uri))
        return True

    def write(self, file: OutputFile) -> Stamp:
        """Write one file."""
        target = self._target(file.uri)
        with open(target, "xb") as handle:
            if isinstance(file.content, Joined):
                handle.writelines(file.content.pieces(self._written_content))
            else:
                handle.write(file.read())
        return _stamp(os.stat(target))

    def _written_content(self, file: OutputFile) -> bytes:
        with open(f"{self._folder}/{file.uri}", "rb") as handle:
            return handle.read()

    def note(self, file: OutputFile, stamp: Stamp) -> None:
        """Remember a file that was made."""
        self._kept.add(file.uri)
        self._written.made.append(file.uri)
        if key := key_of(file):
            self._written.entries[file.uri] = (key, *stamp)

    def finish(self, place: Place) -> None:
        """Take over what the site generator made, and remove what nobody asked for."""
        if place.engine is not None:
            self._take_over(str(place.engine))
        if not place.keeps:
            self._clear()

    def _take_over(self, engine: str) -> None:
        """Move in what the site generator made, where the core has nothing of its own."""
        for uri, _ in _files_below(engine, set()):
            if uri not in self._kept:
                os.replace(f"{engine}/{uri}", self._target(uri))
                self._kept.add(uri)

    def _clear(self) -> None:
        """Remove what an earlier build had and this one has not."""
        needed = {""}
        for uri in self._kept:
            while (uri := uri.rpartition("/")[0]) not in needed:
                needed.add(uri)
        for uri in self._standing.keys() - self._kept:
            os.unlink(f"{self._folder}/{uri}")
        for folder in sorted(self._folders - needed, reverse=True):
            os.rmdir(f"{self._folder}/{folder}")

    def _target(self, uri: str) -> str:
        """Where to write; never through a link that the site shares."""
        target = f"{self._folder}/{uri}"
        if uri in self._standing:
            os.unlink(target)
            return target
        parent = uri.rpartition("/")[0]
        if parent not in self._folders:
            os.makedirs(f"{self._folder}/{parent}", exist_ok=True)
            self._folders.add(parent)
        return target


def _files_below(root: str, folders: set[str], prefix: str = "") -> Iterator[tuple[str, Stamp]]:
    """Every file below a folder with its stamp; ``folders`` gets every folder."""
    if not os.path.isdir(root):
        return
    with os.scandir(f"{root}/{prefix}") as entries:
        for entry in entries:
            uri = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                folders.add(uri)
                yield from _files_below(root, folders, f"{uri}/")
            else:
                yield uri, _stamp(entry.stat(follow_symlinks=False))


def _stamp(stat: os.stat_result) -> Stamp:
    return (stat.st_size, stat.st_mtime_ns)
