"""The index words of each unit of a document, and how much each counts there.

A word counts by the field it stands in and by how often, set against the unit's length. All words
are numbers here; the vocabulary knows them.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from casebook.search.analysis import surfaces
from casebook.search.documents import SearchDocument, SearchPart
from casebook.search.numbers import date_words, number_words, tokens_of
from casebook.search.terms import Vocabulary

LEVELS = 63
_WEIGHTS = {"title": 5.0, "name": 2.5, "heading": 2.0, "decision": 1.5, "body": 1.0}
_WEIGHTS["attachment"] = 0.7
_PAIRED = {"title": LEVELS, "name": LEVELS // 2, "heading": LEVELS // 2}
"""Fields whose neighbouring words are kept together, and how much a pair counts."""
_OWN_NUMBER = 8.0
_OWN_DATE = (4.0, 3.0, 2.5)
_SATURATION = 2.0
_USUAL_WORDS = 250
_USUAL_TITLE = 6
NUMBER = "I"
"""Type code of arrays of word numbers."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """What a document adds to the index."""

    units: tuple[tuple[array[int], bytes], ...]
    """For each unit the numbers of its index words, and the impact of each (1–63)."""
    words: array[int]
    """Numbers of the words as written, each once."""


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
        impacts = unit.impacts()
        units.append((array(NUMBER, impacts), bytes(impacts.values())))
        seen.update(unit.words)
    return Analysis(tuple(units), array(NUMBER, map(vocabulary.words.__getitem__, sorted(seen))))


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
        self._scores: dict[int, float] = {}
        self._pairs: dict[int, int] = {}
        self.words: set[str] = set()

    def raise_to(self, term: str, score: float) -> None:
        number = self._vocabulary.numbers[term]
        self._scores[number] = max(score, self._scores.get(number, 0.0))

    def add(self, text: str, kind: str) -> None:
        """Count a text's words under the weight of its field."""
        words = surfaces(text)
        counts = self._counts.get(kind)
        if counts is None:
            counts = self._counts[kind] = Counter()
        counts.update(words)
        if kind in _PAIRED or any(map(self._vocabulary.begins_phrase.__getitem__, set(words))):
            self._add_phrases(words, kind)
        for token in tokens_of(text):
            for reading in token.readings:
                self.raise_to(reading, _WEIGHTS[kind])
                if reading.startswith("d"):
                    self.raise_to(f"m{reading[1:7]}x", _WEIGHTS[kind] / 2)

    def _add_phrases(self, words: Sequence[str], kind: str) -> None:
        """Synonyms of several words, and words of titles and names that stand together."""
        every = [stem for word in words for stem in self._vocabulary.phrase_stems[word]]
        for synonym in self._vocabulary.synonyms.in_text(every):
            self.raise_to(synonym, _WEIGHTS[kind] * 0.5)
        level = _PAIRED.get(kind)
        if level is None:
            return
        stems = [stem for word in words for stem in self._vocabulary.stems[word]]
        for left, right in pairwise(stems):  # beside the first of them, in the same shard
            self._raise_pair(f"{left}_{right}", level)
        if kind == "title" and len(stems) > 1:
            self._raise_pair(f"{stems[0]}_0", level)
            self._raise_pair(f"{stems[-1]}_", level)

    def _raise_pair(self, pair: str, level: int) -> None:
        number = self._vocabulary.numbers[pair]
        self._pairs[number] = max(level, self._pairs.get(number, 0))

    def impacts(self) -> dict[int, int]:
        """All words with their impact, saturated and set against the unit's length."""
        length = sum(counts.total() for counts in self._counts.values())
        floor = _SATURATION * min(2.5, 0.5 + 0.5 * length / _USUAL_WORDS)
        scores = self._scores
        for kind, counts in self._counts.items():
            weight = _WEIGHTS[kind]
            if kind == "title":
                weight /= 0.7 + 0.3 * max(1.0, counts.total() / _USUAL_TITLE)
            self.words.update(counts)
            for term, total in self._sums(counts).items():
                gain = weight * (total if total <= 1 else 1 + math.log(total))
                scores[term] = scores.get(term, 0.0) + gain
        found = {t: round(LEVELS * s / (s + floor)) or 1 for t, s in scores.items()}
        return found | self._pairs

    def _sums(self, counts: Counter[str]) -> dict[int, float]:
        """How often each index word is meant by the words of one field."""
        numbered = self._vocabulary.numbered
        sums: dict[int, float] = {}
        for word, count in counts.items():
            for term, share in numbered[word]:
                if term in sums:
                    sums[term] += share * count
                else:
                    sums[term] = share * count
        return sums
