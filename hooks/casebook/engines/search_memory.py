"""What earlier builds worked out for search, in two files beside the other caches."""

from __future__ import annotations

import pickle
import shutil
from pathlib import Path
from tempfile import TemporaryFile

from casebook.loading import read_object, write_object, written_whole
from casebook.search import Frequencies, norwegian_frequencies, word_list


class SearchMemory:
    """Analyses by key; those of this build go to the disk at once, so that they take no memory."""

    def __init__(self, path: Path, made_by: str) -> None:
        """Read what the same programme kept; a missing or unreadable file is an empty one."""
        self._path = path
        self._made_by = made_by
        self._known = _read(path, made_by)
        self._used: set[str] = set()
        self._new: set[str] = set()
        path.parent.mkdir(parents=True, exist_ok=True)
        self._aside = TemporaryFile(dir=path.parent)  # noqa: SIM115  # closed by __exit__

    def __enter__(self) -> SearchMemory:
        """The memory itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Throw away what was not saved."""
        self._aside.close()

    def get(self, key: str) -> bytes | None:
        """What is known of a document, if anything."""
        value = self._known.get(key)
        if value is not None:
            self._used.add(key)
        return value

    def put(self, key: str, value: bytes) -> None:
        """Keep what is known of a document."""
        self._new.add(key)
        pickle.dump((key, value), self._aside)

    def save(self) -> None:
        """Keep what this build used; forget documents that are gone or were changed."""
        if not self._new and self._used == self._known.keys():
            return
        self._aside.seek(0)
        with written_whole(self._path) as file:
            pickle.dump(self._made_by, file)
            for key in self._used - self._new:
                pickle.dump((key, self._known[key]), file)
            shutil.copyfileobj(self._aside, file)


def kept_frequencies(path: Path, made_by: str) -> Frequencies:
    """The word list as an earlier build left it, which is quicker to read than its package's file.

    Args:
        path: Where it is kept.
        made_by: The programme; what another kept is not looked at.
    """
    stamp = (made_by, word_list().stat().st_size)
    try:
        kept_by, frequencies = read_object(path)
        if kept_by == stamp and isinstance(frequencies, Frequencies):
            return frequencies
    except Exception:  # noqa: S110  # whatever is wrong with a cache, the cure is to start anew
        pass
    frequencies = norwegian_frequencies()
    write_object(path, (stamp, frequencies))
    return frequencies


def _read(path: Path, made_by: str) -> dict[str, bytes]:
    known: dict[str, bytes] = {}
    try:
        with path.open("rb") as file:
            if pickle.load(file) != made_by:  # noqa: S301  # our own file in the project's cache
                return {}
            while file.peek(1):
                key, value = pickle.load(file)  # noqa: S301
                known[key] = value
    except Exception:  # whatever is wrong with a cache, the cure is to start anew
        return {}
    return known
