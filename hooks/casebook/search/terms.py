"""The index words of one written word, each with a weight: stem, parts, twins, synonyms.

The word itself weighs 1; everything that is only implied by it weighs less, so that the case that
uses the very word always comes first.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping

from casebook.search.analysis import Stemmer, folded_words
from casebook.search.compounds import Split, Splitter
from casebook.search.documents import SearchOptions
from casebook.search.lexicon import STOP_WORDS
from casebook.search.remembering import Numbering, Remembered
from casebook.search.synonyms import GROUPS, Synonyms, parse_groups
from casebook.search.twins import PAIRS, Twins, parse_pairs

HEAD = 0.55
PART = 0.5
JOINED = 0.5
TWIN = 0.9
SYNONYM = 0.6
LONGEST = 60
"""Longer strings of letters are no words, and the browser skips them too."""
_HYPHENED = 0.9


class Vocabulary:
    """Turns words into weighted index words; remembers every word it has seen."""

    def __init__(
        self, options: SearchOptions, frequencies: Callable[[], Mapping[str, float]]
    ) -> None:
        """Put the built-in lists and the site's own together."""
        names = (word for name in options.proper_names for word in folded_words(name))
        self.proper = frozenset(name for name in names if len(name) > 2)
        self.stem = Stemmer(self.proper)
        self.splitter = Splitter(
            frequencies, never_split=options.never_split, extra_parts=options.extra_parts
        )
        self.twins = Twins((*parse_pairs(PAIRS), *options.twins), self.stem)
        self.synonyms = Synonyms((*parse_groups(GROUPS), *options.synonyms), self.stem)
        self.terms: Mapping[str, tuple[tuple[str, float], ...]] = Remembered(self._terms)
        """Lower-case word → its index words; none for a stop word."""
        self.numbers = Numbering()
        """Index word → its number, which analyses are kept with."""
        self.words = Numbering()
        """Lower-case word → its number."""
        self.numbered: Mapping[str, tuple[tuple[int, float], ...]] = Remembered(self._numbered)
        """Lower-case word → the numbers of its index words."""
        self.stems: Mapping[str, tuple[str, ...]] = Remembered(self._plain_stems)
        """Lower-case word → its plain stems, for pairs; none for a stop word."""
        self.phrase_stems: Mapping[str, tuple[str, ...]] = Remembered(self._phrase_stems)
        """Lower-case word → its plain stems, stop words too: «pleie og omsorg» is one synonym."""
        self.begins_phrase: Mapping[str, bool] = Remembered(self._begins_phrase)
        """Whether a synonym of several words may begin with a lower-case word."""

    def _numbered(self, surface: str) -> tuple[tuple[int, float], ...]:
        return tuple((self.numbers[term], weight) for term, weight in self.terms[surface])

    def _begins_phrase(self, surface: str) -> bool:
        return not self.synonyms.starts.isdisjoint(self.phrase_stems[surface])

    def _plain_stems(self, surface: str) -> tuple[str, ...]:
        folded = (word for word in folded_words(surface) if word not in STOP_WORDS)
        return tuple(self.stem(word) for word in folded if len(word) <= LONGEST)

    def _phrase_stems(self, surface: str) -> tuple[str, ...]:
        return tuple(map(self.stem, folded_words(surface)))

    def _terms(self, surface: str) -> tuple[tuple[str, float], ...]:
        pieces = surface.replace("‐", "-").replace("‑", "-").split("-")
        found: dict[str, float] = {}
        for piece in pieces:
            for term, weight in self._piece(piece):
                _raise(found, term, weight)
        if len(pieces) > 1 and all(piece.isalpha() for piece in pieces):
            joined = "".join(folded_words("".join(pieces)))
            if len(joined) <= LONGEST:
                _raise(found, self.stem(joined), _HYPHENED)
        return tuple(found.items())

    def _piece(self, surface: str) -> list[tuple[str, float]]:
        folded = "".join(folded_words(surface))
        if not folded or len(folded) > LONGEST or folded in STOP_WORDS:
            return []
        own = self.stem(folded)
        found = {own: 1.0}
        for twin in self.twins.of_word(own):
            _raise(found, twin, TWIN)
        if folded not in self.proper and (split := self.splitter.split(surface)):
            self._add_parts(found, split)
        for term, weight in list(found.items()):
            if weight >= PART:
                for synonym in self.synonyms.of_word(term):
                    _raise(found, synonym, SYNONYM * weight)
        return list(found.items())

    def _add_parts(self, found: dict[str, float], split: Split) -> None:
        folded = ["".join(folded_words(part)) for part in split.parts]
        for at, part in enumerate(folded):
            weight = HEAD if at == len(folded) - 1 else PART
            stemmed = self.stem(part)
            if part not in STOP_WORDS and len(stemmed) > 1:
                _raise(found, stemmed, weight)
                for twin in self.twins.of_word(stemmed):
                    _raise(found, twin, weight * TWIN)
        for at in range(len(folded) - 1 if len(folded) > 2 else 0):
            joined = folded[at] + split.links[at] + folded[at + 1]
            _raise(found, self.stem(joined), JOINED)
        for twin in self.twins.of_compound(split.parts, split.links):
            _raise(found, twin, TWIN)


def _raise(found: dict[str, float], term: str, weight: float) -> None:
    if term and weight > found.get(term, 0.0):
        found[term] = weight


def fingerprint(options: SearchOptions) -> str:
    """What of the options decides how a word is analysed, as a short hash."""
    decisive = [
        sorted(map(list, options.synonyms)),
        sorted(options.never_split),
        sorted(options.extra_parts),
        sorted(map(list, options.twins)),
        sorted(options.proper_names),
    ]
    return hashlib.sha256(json.dumps(decisive).encode()).hexdigest()[:16]
