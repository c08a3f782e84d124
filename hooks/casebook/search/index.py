"""Builds the search index: documents in, named files out. No disk, no clock, no log.

``manifest.json`` is the only file with a fixed name. It is small, is asked for anew at each visit,
and names everything else by content; so a page that was loaded before a publication notices a
missing file, reads the manifest again and goes on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from casebook.search.columns import Filed, column, sort_key, table
from casebook.search.documents import (
    Entry,
    IndexCache,
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
ANALYSIS_VERSION = "6"
"""Raised when the analysis changes, so that cached analyses are not used again."""

Contents = dict[str, bytes | Callable[[], bytes]]


def build_index(
    documents: Iterable[SearchDocument | Entry],
    *,
    options: SearchOptions | None = None,
    cache: IndexCache | None = None,
    frequencies: Callable[[], Mapping[str, float]] = norwegian_frequencies,
) -> SearchIndex:
    """Index documents.

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
        filed.append(Filed(digest.date, digest.facets, len(digest.rows)))
        text_bytes += digest.text_bytes
    terms = postings.sorted(vocabulary.numbers)
    keeper.keep(len(terms))
    written = list(vocabulary.words)
    counted = {written[number]: count for number, count in words.items()}
    contents: Contents = {}
    manifest = _word_part(contents, shards(terms), counted, vocabulary)
    manifest |= _text_part(contents, filed, texts, options)
    manifest |= {"format": FORMAT, "documents": len(filed), "units": postings.units}
    manifest |= {"stop": " ".join(sorted(STOP_WORDS)), "soft": " ".join(sorted(SOFT_WORDS))}
    manifest["proper"] = sorted(vocabulary.proper)
    contents[MANIFEST] = as_json(manifest)
    return SearchIndex(
        contents=contents,
        documents=len(filed),
        terms=len(terms),
        text_bytes=text_bytes,
        reused=keeper.reused,
        words=counted,
    )


def _text_part(
    contents: Contents,
    filed: Sequence[Filed],
    texts: tuple[TextFiles, TextFiles],
    options: SearchOptions,
) -> dict[str, Any]:
    """The texts of hits, and the table that tells where they are."""
    for files in texts:
        contents |= files.finished()
    rows, more = texts
    sizes = {
        "units": column([document.units for document in filed]),
        "rows": column(rows.sizes),
        "more": column(more.sizes),
    }
    data = as_json(table(filed, options.facets) | sizes)
    name = f"tabell-{content_hash(data)}.gz"
    contents[name] = gzipped_columns(data)
    return {"rows": rows.folders, "more": more.folders, "table": name}


def _word_part(
    contents: Contents, ranges: Iterable[Shard], words: Mapping[str, int], vocabulary: Vocabulary
) -> dict[str, Any]:
    """The postings, and the word list for spelling help."""
    forms = written_forms(words, vocabulary.stem)
    lists = [Shard(start, data) for start, data in pieces(forms)]
    manifest: dict[str, Any] = {}
    for name, folder, found in (("terms", "ord", list(ranges)), ("words", "liste", lists)):
        generation = content_hash(*(shard.data for shard in found))
        for at, shard in enumerate(found):
            contents[f"{folder}/{generation}/{at}.gz"] = gzipped(shard.data)
        manifest[name] = {"hash": generation, "first": " ".join(s.first for s in found)}
    return manifest
