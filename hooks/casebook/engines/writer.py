"""Writes or reuses single output files in the folder of the new site.

The folder starts as an earlier state of the site, or empty. An output whose key is the same as last
time is left where it stands, or linked from the site, instead of being rendered. Links share the
bytes on disk, and nothing is ever written in place, so the site that stands stays whole.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from casebook.diagnostics import Diagnostic
from casebook.engines import modes
from casebook.engines.reuse import Manifest, Stamp, key_of
from casebook.engines.staging import link
from casebook.outputs.output_file import Joined, OutputFile, Streamed
from casebook.outputs.self_check import check_output, frame_of, is_machine_output


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


@dataclass(frozen=True, slots=True)
class Done:
    """One file that stands where it should."""

    uri: str
    key: str
    stamp: Stamp
    made: bool
    """Whether it was made anew."""
    findings: tuple[Diagnostic, ...] = ()
    """What is wrong with it."""


class Writer:
    """Writes or reuses single files in one folder."""

    def __init__(self, place: Place) -> None:
        """Look at what stands in the folder."""
        self._place = place
        self._folder = str(place.folder)
        self._standing: dict[str, Stamp] = {}
        self._folders = {""}
        for uri, stamp in _files_below(self._folder, self._folders):
            self._standing[uri] = stamp

    @property
    def folder(self) -> Path:
        """The folder that is written to."""
        return self._place.folder

    def put(self, file: OutputFile) -> Done:
        """Reuse a file, or write it."""
        return self.reuse(file) or self.write(file)

    def reuse(self, file: OutputFile) -> Done | None:
        """Keep a file that stands already, or link it from the site, when it has the same key."""
        key, manifest = key_of(file), self._place.manifest
        stamp = manifest.stamp(file.uri, key) if manifest is not None else None
        if stamp is None:
            return None
        if self._standing.get(file.uri) != stamp and not self._linked(file.uri, stamp):
            return None
        return Done(file.uri, key, stamp, made=False)

    def _linked(self, uri: str, stamp: Stamp) -> bool:
        source = f"{self._place.site}/{uri}"
        try:
            if _stamp(os.stat(source)) != stamp:
                return False
        except OSError:
            return False
        link(source, self._target(uri))
        return True

    def write(self, file: OutputFile) -> Done:
        """Write one file, and look at what then stands there."""
        target = self._target(file.uri)
        with open(target, "xb") as handle:
            content = self._write_to(handle, file)
            os.fchmod(handle.fileno(), modes.FILE)
        findings: tuple[Diagnostic, ...] = ()
        if is_machine_output(file.uri):
            if content is None:
                with open(target, "rb") as lines:
                    content = frame_of(lines)
            findings = tuple(check_output(file.uri, content))
        stamp = _stamp(os.stat(target))
        return Done(file.uri, key_of(file), stamp, made=True, findings=findings)

    def _write_to(self, handle: BinaryIO, file: OutputFile) -> bytes | None:
        """Write the content; returns it unless it was too much to hold."""
        match file.content:
            case Joined():
                handle.writelines(file.content.pieces(self._written_content))
            case Streamed():
                handle.writelines(file.content.pieces())
            case _:
                content = file.read()
                handle.write(content)
                return content
        return None

    def _written_content(self, file: OutputFile) -> bytes:
        with open(f"{self._folder}/{file.uri}", "rb") as handle:
            return handle.read()

    def finish(self, written: Iterable[str]) -> None:
        """Take over what the site generator made, and remove what nobody asked for."""
        kept = set(written)
        if self._place.engine is not None:
            self._take_over(str(self._place.engine), kept)
        if not self._place.keeps:
            self._clear(kept)

    def _take_over(self, engine: str, kept: set[str]) -> None:
        """Move in what the site generator made, where the core has nothing of its own."""
        for uri, _ in _files_below(engine, set()):
            if uri not in kept:
                target = self._target(uri)
                os.replace(f"{engine}/{uri}", target)
                os.chmod(target, modes.FILE)
                kept.add(uri)

    def _clear(self, kept: set[str]) -> None:
        """Remove what an earlier build had and this one has not."""
        needed = {""}
        for uri in kept:
            while (uri := uri.rpartition("/")[0]) not in needed:
                needed.add(uri)
        for uri in self._standing.keys() - kept:
            os.unlink(f"{self._folder}/{uri}")
        for folder in sorted(self._folders - needed, reverse=True):
            os.rmdir(f"{self._folder}/{folder}")

    def _target(self, uri: str) -> str:
        """Where to write; never through a link that the site shares."""
        target = f"{self._folder}/{uri}"
        if uri in self._standing:
            os.unlink(target)
            return target
        self._make_folder(uri.rpartition("/")[0])
        return target

    def _make_folder(self, uri: str) -> None:
        if uri in self._folders:
            return
        self._make_folder(uri.rpartition("/")[0])
        # Another process may have been here.
        with suppress(FileExistsError):
            os.mkdir(f"{self._folder}/{uri}")
            os.chmod(f"{self._folder}/{uri}", modes.FOLDER)
        self._folders.add(uri)


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
