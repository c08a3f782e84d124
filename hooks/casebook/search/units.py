"""One document becomes units: its own page first, then the rest of its text in chunks.

A unit is what a posting points at. The first holds title, numbers, names and the beginning of the
text; long texts and attachments overflow into further units, so that a hit knows which chunk to
fetch for its excerpt without ever loading a whole report.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from casebook.search.analysis import surfaces
from casebook.search.documents import SearchDocument, SearchPart
from casebook.search.numbers import date_words, number_words, tokens_of
from casebook.search.terms import Vocabulary

LEVELS = 63
_MAIN_CHARS = 5_000
_UNIT_CHARS = 14_000
_PIECE_CHARS = 3_500
_WEIGHTS = {"title": 5.0, "name": 2.5, "heading": 2.0, "decision": 1.5, "body": 1.0}
_WEIGHTS["attachment"] = 0.7
_OWN_NUMBER = 8.0
_OWN_DATE = (4.0, 3.0, 2.5)
_SATURATION = 2.0
_USUAL_WORDS = 250
_USUAL_TITLE = 6
_SENTENCE = re.compile(r"(?<=[.!?:;])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Analysis:
    """The index words of a document's units with their impact (1–63), and its own words."""

    units: tuple[dict[str, int], ...]
    words: tuple[str, ...]


def lay_out(document: SearchDocument) -> tuple[tuple[SearchPart, ...], ...]:
    """Divide a document's parts into units; the first is always there, if only for the title."""
    first = [p for p in document.parts if p.field in ("decision", "heading")]
    later = [p for p in document.parts if p.field == "body"]
    files = [p for p in document.parts if p.field == "attachment"]
    main: list[SearchPart] = []
    rest: list[SearchPart] = []
    used = 0
    for part in _pieces((*first, *later, *files)):
        used += len(part.text)
        (main if used <= _MAIN_CHARS and not rest else rest).append(part)
    return (tuple(main), *_chunks(rest))


def _pieces(parts: Iterable[SearchPart]) -> Iterator[SearchPart]:
    """Parts with tidy white space, long ones cut between sentences."""
    for part in parts:
        text = part.text.strip()
        if len(text) <= _PIECE_CHARS:
            if text:
                yield replace(part, text=" ".join(text.split()))
            continue
        for piece in _cut(text):
            yield replace(part, text=piece)


def _cut(text: str) -> Iterator[str]:
    held = ""
    for sentence in _SENTENCE.split(text):
        words = " ".join(sentence.split())
        while len(words) > _PIECE_CHARS:
            at = words.rfind(" ", 1, _PIECE_CHARS)
            at = at if at > 0 else _PIECE_CHARS
            yield from filter(None, (held, words[:at]))
            held, words = "", words[at:].lstrip()
        if held and len(held) + len(words) > _PIECE_CHARS:
            yield held
            held = ""
        held = f"{held} {words}".strip()
    if held:
        yield held


def _chunks(parts: Sequence[SearchPart]) -> Iterator[tuple[SearchPart, ...]]:
    chunk: list[SearchPart] = []
    size = 0
    for part in parts:
        if chunk and size + len(part.text) > _UNIT_CHARS:
            yield tuple(chunk)
            chunk, size = [], 0
        chunk.append(part)
        size += len(part.text)
    if chunk:
        yield tuple(chunk)


def analyse(
    document: SearchDocument, layout: Sequence[Sequence[SearchPart]], vocabulary: Vocabulary
) -> Analysis:
    """Weigh every index word of every unit of a document."""
    seen: set[str] = set()
    units = []
    for at, parts in enumerate(layout):
        unit = _Unit(vocabulary)
        if at == 0:
            _add_identity(unit, document)
        for part in parts:
            unit.add(part.text, part.field)
            if part.label and part.field == "attachment":
                unit.add(part.label, "heading")
        units.append(unit.impacts())
        seen.update(unit.words)
    return Analysis(tuple(units), tuple(sorted(seen)))


def _add_identity(unit: _Unit, document: SearchDocument) -> None:
    """Title, names, numbers and date."""
    unit.add(document.title, "title")
    for name in document.names:
        unit.add(name, "name")
    for number in document.numbers:
        for term, weight in number_words(number):
            unit.raise_to(term, _OWN_NUMBER * weight)
    for term, weight in zip(date_words(document.date or ""), _OWN_DATE, strict=False):
        if term:
            unit.raise_to(term, weight)


class _Unit:
    """Collects the weighted words of one unit."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._counts: dict[str, Counter[str]] = {}
        self._scores: dict[str, float] = {}
        self._pairs: dict[str, int] = {}
        self.words: set[str] = set()

    def raise_to(self, term: str, score: float) -> None:
        self._scores[term] = max(score, self._scores.get(term, 0.0))

    def add(self, text: str, kind: str) -> None:
        """Count a text's words under the weight of its field."""
        words = list(surfaces(text))
        self._counts.setdefault(kind, Counter()).update(words)
        vocabulary = self._vocabulary
        stems = [stem for word in words for stem in vocabulary.stems[word]]
        for synonym in vocabulary.synonyms.in_text(stems):
            self.raise_to(synonym, _WEIGHTS[kind] * 0.5)
        if kind in ("title", "name", "heading"):
            self._add_pairs(stems, LEVELS if kind == "title" else LEVELS // 2)
        if kind == "title" and len(stems) > 1:
            self._pairs |= {f"{stems[0]}_0": LEVELS, f"{stems[-1]}_": LEVELS}
        for token in tokens_of(text):
            for reading in token.readings:
                self.raise_to(reading, _WEIGHTS[kind])
                if reading.startswith("d"):
                    self.raise_to(f"m{reading[1:7]}x", _WEIGHTS[kind] / 2)

    def _add_pairs(self, stems: Sequence[str], level: int) -> None:
        """Words that stand together; sorted beside the first of them, they share its shard."""
        for left, right in pairwise(stems):
            self._pairs[f"{left}_{right}"] = max(level, self._pairs.get(f"{left}_{right}", 0))

    def impacts(self) -> dict[str, int]:
        """All words with their impact, saturated and set against the unit's length."""
        length = sum(counts.total() for counts in self._counts.values())
        norm = min(2.5, 0.5 + 0.5 * length / _USUAL_WORDS)
        scores, terms = dict(self._scores), self._vocabulary.terms
        for kind, counts in self._counts.items():
            weight = _WEIGHTS[kind]
            if kind == "title":
                weight /= 0.7 + 0.3 * max(1.0, counts.total() / _USUAL_TITLE)
            self.words.update(counts)
            sums: dict[str, float] = {}
            for word, count in counts.items():
                for term, share in terms[word]:
                    sums[term] = sums.get(term, 0.0) + share * count
            for term, total in sums.items():
                gain = weight * (total if total <= 1 else 1 + math.log(total))
                scores[term] = scores.get(term, 0.0) + gain
        floor = _SATURATION * norm
        found = {t: max(1, round(LEVELS * s / (s + floor))) for t, s in scores.items()}
        return found | self._pairs
