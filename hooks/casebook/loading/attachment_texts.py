"""Text of attachments, read once for each content and kept by checksum outside the published site.

Reading a file costs milliseconds to seconds, so every text has a file of its own in the cache,
named by the checksum of what it was read from. What the rules ask of it is kept for all files
together: an unchanged collection is checked without opening a single text. Texts with identity
numbers are not kept.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import metadata, resources
from pathlib import Path

from casebook.extraction import SUFFIXES, Extracted, Page, extract
from casebook.loading.records_file import written_whole

_FACTS = "facts.json"


@dataclass(slots=True)
class TextStore:
    """Extracted texts, on the disk when there is a folder, else in memory."""

    folder: Path | None = None
    read: int = 0
    """Files whose text was read anew."""
    seconds: float = 0.0
    """How long that took."""
    _facts: dict[str, Extracted] | None = None
    _held: dict[str, Extracted] = field(default_factory=dict)
    _asked: set[str] = field(default_factory=set)
    _changed: bool = False

    def facts(self, path: Path, sha256: str) -> Extracted:
        """What is known of a file's text, without the text itself."""
        known, key = self._known(), _key(path, sha256)
        self._asked.add(key)
        if key not in known:
            known[key] = replace(self._read(path, key), pages=())
            self._changed = True
        return known[key]

    def pages(self, path: Path, sha256: str) -> tuple[Page, ...]:
        """The text of a file, page by page."""
        key = _key(path, sha256)
        if self.folder is None:
            return (self._held.get(key) or self._read(path, key)).pages
        try:
            return Extracted.from_json(self._place(key).read_bytes()).pages
        except (OSError, ValueError):
            return self._read(path, key).pages

    def save(self) -> None:
        """Keep what was asked for in this run; drop what is gone, and what other code read."""
        if self.folder is None:
            return
        facts = self._known()
        gone = facts.keys() - self._asked
        for key in gone:
            del facts[key]
            self._remove(self._place(key))
        if not self._changed and not gone:
            return
        self._changed = False
        kept = {key: [f.page_count, f.problem, f.personal] for key, f in facts.items()}
        self._write(self.folder / _version() / _FACTS, json.dumps(kept).encode())
        for other in self.folder.glob("*/"):
            if other.name != _version():
                shutil.rmtree(other, ignore_errors=True)

    def _remove(self, path: Path) -> None:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)

    def _known(self) -> dict[str, Extracted]:
        if self._facts is None:
            self._facts = self._recalled()
        return self._facts

    def _recalled(self) -> dict[str, Extracted]:
        """The facts of earlier runs; whatever is wrong with them, the cure is to start anew."""
        if self.folder is None:
            return {}
        try:
            kept = json.loads((self.folder / _version() / _FACTS).read_bytes())
            return {
                key: Extracted((), count, problem, tuple(personal))
                for key, (count, problem, personal) in kept.items()
            }
        except (OSError, ValueError, TypeError, AttributeError):
            return {}

    def _read(self, path: Path, key: str) -> Extracted:
        started = time.perf_counter()
        found = extract(path.read_bytes(), path.suffix)
        self.read += 1
        self.seconds += time.perf_counter() - started
        if self.folder is None:
            self._held[key] = found
        elif not found.personal:
            self._write(self._place(key), found.to_json())
        return found

    def _place(self, key: str) -> Path:
        return Path(self.folder or ".", _version(), key[:2], f"{key}.json")

    def _write(self, path: Path, data: bytes) -> None:
        """Write whole or not at all; a cache that cannot be written is done without."""
        with contextlib.suppress(OSError), written_whole(path) as file:
            file.write(data)


class StoredTexts(Mapping[tuple[str, str], tuple[Page, ...]]):
    """Texts by record id and file name; each is fetched when it is asked for."""

    def __init__(self, store: TextStore, files: Mapping[tuple[str, str], tuple[Path, str]]) -> None:
        """Take the published files: where each lies, and its checksum."""
        self._store = store
        self._files = files

    def __getitem__(self, key: tuple[str, str]) -> tuple[Page, ...]:
        return self._store.pages(*self._files[key])

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def facts(self) -> Mapping[tuple[str, str], Extracted]:
        """What is known of every text; reads those that no earlier run has read."""
        found = {key: self._store.facts(*file) for key, file in self._files.items()}
        self._store.save()
        return found


def is_readable(path: Path) -> bool:
    """Whether text can be had from this kind of file."""
    return _suffix(path) in SUFFIXES


def _suffix(path: Path) -> str:
    return path.suffix.lower().lstrip(".")


def _key(path: Path, sha256: str) -> str:
    return f"{sha256}.{_suffix(path)}"


@cache
def _version() -> str:
    """Hash of the code that reads: other code may read other text."""
    core = resources.files("casebook")
    sources = [*core.joinpath("extraction").iterdir(), core.joinpath("personal_numbers.py")]
    hashed = hashlib.blake2b(metadata.version("pypdf").encode(), digest_size=8)
    for source in sorted(sources, key=lambda entry: entry.name):
        if source.name.endswith(".py"):
            hashed.update(source.read_bytes())
    return hashed.hexdigest()
