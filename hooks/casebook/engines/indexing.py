"""The search index over its builds: what was worked out before is kept beside the other caches."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

from casebook.engines.reuse import Rendered, kept_in_memory
from casebook.engines.search_memory import SearchMemory, kept_frequencies
from casebook.outputs.keys import code_digest
from casebook.outputs.output_file import OutputFile
from casebook.outputs.site import SiteOptions
from casebook.publishing import Edition


class Indexer:
    """Makes the files of the index; lives as long as the engine runs."""

    def __init__(self, path: Path) -> None:
        """Take the file of the cache."""
        self._path = path
        words = path.with_suffix(".words")
        self._frequencies = cache(partial(kept_frequencies, words, code_digest()))
        self._held: Rendered = {}

    def files(self, edition: Edition, options: SiteOptions) -> Iterator[OutputFile]:
        """The files of the index of one edition, each as soon as it is made."""
        with SearchMemory(self._path, code_digest()) as memory:
            files = edition.index_files(options, memory, self._frequencies)
            if options.preview:
                held = list(kept_in_memory(files, self._held))
                names = {file.uri for file in held}
                self._held = {uri: kept for uri, kept in self._held.items() if uri in names}
                files = iter(held)
            yield from files
            memory.save()
