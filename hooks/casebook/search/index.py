"""Builds the search index: documents in, named files out. No disk, no clock, no log.

``manifest.json`` is the only file with a fixed name. It is small, is asked for anew at each visit,
and names everything else by content; so a page that was loaded before a publication notices a
missing file, reads the manifest again and goes on.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from casebook.search.columns import column, sort_key, table
from casebook.search.documents import (
    IndexCache,
    SearchDocument,
    SearchIndex,
    SearchOptions,
    SearchPart,
)
from casebook.search.frequencies import norwegian_frequencies
from casebook.search.lexicon import SOFT_WORDS, STOP_WORDS
from casebook.search.packing import as_json, content_hash, gzipped
from casebook.search.postings import Shard, shards
from casebook.search.terms import Vocabulary, fingerprint
from casebook.search.texts import document_row, text_files, unit_row
from casebook.search.units import Analysis, analyse, lay_out
from casebook.search.words import pieces, written_forms

FORMAT = 1
"""Raised when a page with an older script could no longer read the files."""
ANALYSIS_VERSION = "5"
"""Raised when the analysis changes, so that cached analyses are not used again."""


@dataclass(slots=True)
class _Gathered:
    """What the documents' analyses add up to."""

    postings: dict[str, tuple[list[int], bytearray]] = field(default_factory=dict)
    words: dict[str, int] = field(default_factory=dict)
    unit: int = 0
    reused: int = 0

    def add(self, analysis: Analysis) -> None:
        for impacts in analysis.units:
            for term, impact in impacts.items():
                posting = self.postings.get(term)
                if posting is None:
                    posting = self.postings[term] = ([], bytearray())
                posting[0].append(self.unit)
                posting[1].append(impact)
            self.unit += 1
        for word in analysis.words:
            self.words[word] = self.words.get(word, 0) + 1


def build_index(
    documents: Iterable[SearchDocument],
    *,
    options: SearchOptions | None = None,
    cache: IndexCache | None = None,
    frequencies: Mapping[str, float] | None = None,
) -> SearchIndex:
    """Index documents.

    Args:
        documents: In any order; addresses must differ.
        options: The site's own lists and its facets.
        cache: Where analyses of unchanged documents are found and kept.
        frequencies: Word frequencies for the compound splitter; the built-in list by default.
    """
    options = options or SearchOptions()
    known = norwegian_frequencies() if frequencies is None else frequencies
    vocabulary = Vocabulary(options, known)
    ordered = sorted(documents, key=sort_key)
    layouts = [lay_out(document) for document in ordered]
    gathered = _Gathered()
    keeper = _Keeper(cache, fingerprint(options))
    for document, layout in zip(ordered, layouts, strict=True):
        gathered.add(keeper.analysis(document, layout, vocabulary))
    files, manifest = _text_part(ordered, layouts)
    manifest |= _word_part(files, gathered, vocabulary)
    data = as_json(table(ordered, options.facets) | manifest.pop("sizes"))
    manifest["table"] = f"tabell-{content_hash(data)}.gz"
    files[manifest["table"]] = gzipped(data)
    manifest |= {"format": FORMAT, "documents": len(ordered), "units": gathered.unit}
    manifest |= {"stop": " ".join(sorted(STOP_WORDS)), "soft": " ".join(sorted(SOFT_WORDS))}
    manifest["proper"] = sorted(vocabulary.proper)
    files["manifest.json"] = as_json(manifest)
    return SearchIndex(
        files=files,
        documents=len(ordered),
        terms=len(gathered.postings),
        text_bytes=sum(_size(document) for document in ordered),
        reused=keeper.reused,
        words=gathered.words,
    )


def _text_part(
    documents: Sequence[SearchDocument], layouts: Sequence[Sequence[Sequence[SearchPart]]]
) -> tuple[dict[str, bytes], dict[str, Any]]:
    rows = [document_row(d, layout[0]) for d, layout in zip(documents, layouts, strict=True)]
    files, folders, sizes = text_files("sak", rows)
    more = (unit_row(unit) for layout in layouts for unit in layout[1:])
    more_files, more_folders, more_sizes = text_files("mer", more)
    counts = {
        "units": column([len(layout) for layout in layouts]),
        "rows": column(sizes),
        "more": column(more_sizes),
    }
    manifest = {"rows": folders, "more": more_folders, "sizes": counts}
    return files | more_files, manifest


def _word_part(
    files: dict[str, bytes], gathered: _Gathered, vocabulary: Vocabulary
) -> dict[str, Any]:
    ranges = list(shards(gathered.postings))
    forms = written_forms(gathered.words, vocabulary.stem)
    lists = [Shard(start, data) for start, data in pieces(forms)]
    manifest: dict[str, Any] = {}
    for name, folder, found in (("terms", "ord", ranges), ("words", "liste", lists)):
        generation = content_hash(*(shard.data for shard in found))
        for at, shard in enumerate(found):
            files[f"{folder}/{generation}/{at}.gz"] = gzipped(shard.data)
        manifest[name] = {"hash": generation, "first": " ".join(s.first for s in found)}
    return manifest


def _size(document: SearchDocument) -> int:
    return len(document.title.encode()) + sum(len(part.text.encode()) for part in document.parts)


class _Keeper:
    """Analyses documents, or finds the analysis in the cache."""

    def __init__(self, cache: IndexCache | None, salt: str) -> None:
        self._cache = cache
        self._salt = f"{ANALYSIS_VERSION}:{salt}:"
        self.reused = 0

    def analysis(
        self,
        document: SearchDocument,
        layout: Sequence[Sequence[SearchPart]],
        vocabulary: Vocabulary,
    ) -> Analysis:
        if self._cache is None:
            return analyse(document, layout, vocabulary)
        key = self._key(document)
        kept = self._cache.get(key)
        if kept is not None:
            self.reused += 1
            stored = json.loads(kept)
            return Analysis(tuple(stored["units"]), tuple(stored["words"]))
        fresh = analyse(document, layout, vocabulary)
        self._cache.put(key, as_json({"units": fresh.units, "words": fresh.words}))
        return fresh

    def _key(self, document: SearchDocument) -> str:
        content = [
            document.title,
            document.numbers,
            document.date,
            document.names,
            [(p.text, p.field, p.label if p.field == "attachment" else "") for p in document.parts],
        ]
        return hashlib.sha256(self._salt.encode() + as_json(content)).hexdigest()
