"""Builds the search index: documents in, named files out, one by one. No disk, no clock, no log.

``manifest.json`` is the only file with a fixed name. It is small, is asked for anew at each visit,
and names everything else by content; so a page that was loaded before a publication notices a
missing file, reads the manifest again and goes on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from typing import Any

from casebook.search.columns import Filed, column, sort_key, table
from casebook.search.documents import (
    Entry,
    FileContent,
    IndexCache,
    IndexFacts,
    SearchDocument,
    SearchIndex,
    SearchOptions,
)
from casebook.search.frequencies import norwegian_frequencies
from casebook.search.keeping import Keeper
from casebook.search.lexicon import SOFT_WORDS, STOP_WORDS
from casebook.search.packing import as_json, content_hash, gzipped, gzipped_columns
from casebook.search.postings import Postings, Shard, shards
from casebook.search.terms import Vocabulary, fingerprint
from casebook.search.texts import TextFiles
from casebook.search.words import pieces, written_forms

MANIFEST = "manifest.json"
"""The only file with a fixed name."""
FORMAT = 1
"""Raised when a page with an older script could no longer read the files."""
ANALYSIS_VERSION = "8"
"""Raised when the analysis changes, so that cached analyses are not used again."""

Files = Generator[tuple[str, FileContent], None, dict[str, Any]]
"""Files by name, and what the manifest tells of them."""


def build_index(
    documents: Iterable[SearchDocument | Entry],
    *,
    options: SearchOptions | None = None,
    cache: IndexCache | None = None,
    frequencies: Callable[[], Mapping[str, float]] = norwegian_frequencies,
) -> SearchIndex:
    """All of ``index_files`` at once, with what there is to tell of it."""
    files = _Told(index_files(documents, options=options, cache=cache, frequencies=frequencies))
    return SearchIndex(dict(files), files.facts)


class _Told:
    """Files on their way, and what is told when they have all gone by."""

    facts: IndexFacts

    def __init__(self, files: Generator[tuple[str, FileContent], None, IndexFacts]) -> None:
        self._files = files

    def __iter__(self) -> Iterator[tuple[str, FileContent]]:
        self.facts = yield from self._files


def index_files(
    documents: Iterable[SearchDocument | Entry],
    *,
    options: SearchOptions | None = None,
    cache: IndexCache | None = None,
    frequencies: Callable[[], Mapping[str, float]] = norwegian_frequencies,
) -> Generator[tuple[str, FileContent], None, IndexFacts]:
    """Index documents; gives every file by name as soon as it is known, the manifest last.

    Args:
        documents: In any order, made or still to be made; addresses must differ.
        options: The site's own lists and its facets.
        cache: Where what is known of unchanged documents is found and kept.
        frequencies: Gives word frequencies for the compound splitter, when they are needed.
    """
    options = options or SearchOptions()
    vocabulary = Vocabulary(options, frequencies)
    keeper = Keeper(cache, f"{ANALYSIS_VERSION}:{fingerprint(options)}", vocabulary)
    entries = (d if isinstance(d, Entry) else Entry.of(d) for d in documents)
    postings, words = Postings(), Counter[int]()
    texts = TextFiles("sak"), TextFiles("mer")
    filed: list[Filed] = []
    text_bytes = 0
    for entry in sorted(entries, key=sort_key):
        digest = keeper.digest(entry)
        for numbers, impacts in digest.analysis.units:
            postings.add(numbers, impacts, len(vocabulary.numbers))
        words.update(digest.analysis.words)
        for at, row in enumerate(digest.rows):
            texts[at > 0].add(row)
        for files in texts:
            yield from files.full()
        filed.append(Filed(digest.date, digest.facets, len(digest.rows)))
        text_bytes += digest.text_bytes
    terms = postings.sorted(vocabulary.numbers)
    keeper.keep(len(terms))
    written = list(vocabulary.words)
    counted = {written[number]: count for number, count in words.items()}
    manifest = yield from _word_part(shards(terms), counted, vocabulary)
    manifest |= yield from _text_part(filed, texts, options)
    manifest |= {"format": FORMAT, "documents": len(filed), "units": postings.units}
    manifest |= {"stop": " ".join(sorted(STOP_WORDS)), "soft": " ".join(sorted(SOFT_WORDS))}
    manifest["proper"] = sorted(vocabulary.proper)
    yield MANIFEST, as_json(manifest)
    return IndexFacts(
        documents=len(filed),
        terms=len(terms),
        text_bytes=text_bytes,
        reused=keeper.reused,
        words=counted,
    )


def _text_part(
    filed: Sequence[Filed], texts: tuple[TextFiles, TextFiles], options: SearchOptions
) -> Files:
    """The last texts of hits, and the table that tells where all are."""
    for files in texts:
        yield from files.rest()
    rows, more = texts
    sizes = {
        "units": column([document.units for document in filed]),
        "rows": column(rows.sizes),
        "more": column(more.sizes),
    }
    data = as_json(table(filed, options.facets) | sizes)
    name = f"tabell-{content_hash(data)}.gz"
    yield name, gzipped_columns(data)
    return {"rows": rows.folders, "more": more.folders, "table": name}


def _word_part(ranges: Iterable[Shard], words: Mapping[str, int], vocabulary: Vocabulary) -> Files:
    """The postings, and the word list for spelling help."""
    forms = written_forms(words, vocabulary.stem)
    lists = [Shard(start, data) for start, data in pieces(forms)]
    manifest: dict[str, Any] = {}
    for name, folder, found in (("terms", "ord", list(ranges)), ("words", "liste", lists)):
        generation = content_hash(*(shard.data for shard in found))
        for at, shard in enumerate(found):
            yield f"{folder}/{generation}/{at}.gz", gzipped(shard.data)
        manifest[name] = {"hash": generation, "first": " ".join(s.first for s in found)}
    return manifest
