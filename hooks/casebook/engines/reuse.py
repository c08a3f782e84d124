"""What a build may reuse of an earlier one: files of the site, or what a preview holds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from casebook.loading import written_whole
from casebook.outputs.output_file import Joined, OutputFile

_FORMAT = 2
Stamp = tuple[int, int]
"""Size and modification time in nanoseconds."""
Entry = tuple[str, int, int]
"""Key, size and modification time in nanoseconds."""


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
            self._entries = data.get("entries", {})

    def stamp(self, uri: str, key: str) -> Stamp | None:
        """How the file with this address stood on the disk, when it had the same key."""
        entry = self._entries.get(uri)
        if not key or entry is None or entry[0] != key:
            return None
        _, size, modified = entry
        return (size, modified)  # type: ignore[return-value]

    def save(self, entries: Mapping[str, Entry]) -> None:
        """Remember a build that has become the site."""
        data = {"format": _FORMAT, "entries": entries}
        with written_whole(self._path) as file:
            file.write(json.dumps(data).encode())


def key_of(file: OutputFile) -> str:
    """What a file follows from: its key, or its content when that is known already."""
    if file.key is None and isinstance(file.content, bytes):
        return hashlib.blake2b(file.content, digest_size=12).hexdigest()
    return file.key or ""


Rendered = dict[str, tuple[str, bytes]]
"""Rendered files of a preview by address, each with its key."""


def kept_in_memory(files: Iterable[OutputFile], rendered: Rendered) -> Iterator[OutputFile]:
    """The same files, each rendered only when its key has changed since the last preview."""
    for file in files:
        known = rendered.get(file.uri)
        if file.key is None or isinstance(file.content, Path | Joined):
            yield file
            continue
        if known is None or known[0] != file.key:
            known = (file.key, file.read())
            rendered[file.uri] = known
        yield replace(file, content=known[1])
