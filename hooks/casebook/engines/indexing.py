"""The search index over its builds: what was worked out before is kept beside the other caches."""

from __future__ import annotations

from pathlib import Path

from casebook.engines.reuse import Rendered, kept_in_memory
from casebook.loading import read_object, write_object
from casebook.outputs.keys import code_digest
from casebook.outputs.output_file import OutputFile
from casebook.outputs.search_files import SearchMemory
from casebook.outputs.site import SiteOptions
from casebook.publishing import Edition


class Indexer:
    """Makes the files of the index; lives as long as the engine runs."""

    def __init__(self, path: Path) -> None:
        """Take the file of the cache."""
        self._path = path
        self._memory: SearchMemory | None = None
        self._held: Rendered = {}

    def files(self, edition: Edition, options: SiteOptions) -> list[OutputFile]:
        """The files of the index of one edition."""
        if self._memory is None:
            self._memory = _recall(self._path)
        files = list(edition.index_files(options, self._memory))
        if self._memory.changed:
            self._memory.changed = False
            write_object(self._path, (code_digest(), self._memory))
        if options.preview:
            files = list(kept_in_memory(files, self._held))
            names = {file.uri for file in files}
            self._held = {uri: kept for uri, kept in self._held.items() if uri in names}
        return files


def _recall(path: Path) -> SearchMemory:
    """What an earlier build of the same code worked out."""
    try:
        made_by, memory = read_object(path)
    except Exception:  # whatever is wrong with a cache, the cure is to start anew
        return SearchMemory()
    known = made_by == code_digest() and isinstance(memory, SearchMemory)
    return memory if known else SearchMemory()
