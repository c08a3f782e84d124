"""Norwegian compounds taken apart: partnerskapsavtalen → partnerskap, avtalen.

After Koehn and Knight: of all ways to cut a word into known words, the one with the best geometric
mean of frequencies wins, and the whole word competes. Splits only add words to the index, always
with less weight than the whole, so a wrong one adds a low hit and never hides a right one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from casebook.search.lexicon import (
    LINKING_E,
    NEVER_FIRST,
    NEVER_LAST,
    NEVER_SPLIT,
    NYNORSK_PARTS,
    SHORT_PARTS,
)
from casebook.search.remembering import Remembered

_MIN_WORD = 6
_MIN_PART = 2
_SHORT = 3
"""Parts of so few letters must be on the list."""
_COMMON = 2e-5
"""A split this good is believed even when the whole word is common too."""
_MORE_PARTS = 0.5
"""What each part beyond the second costs."""
_OWN = 3e-5
"""The frequency given to parts that the site or the lexicon names."""
FLOOR = 2e-8
"""Rarer words are as good as unknown."""
_WHOLE_BONUS = 0.6
_MAX_WORD = 60
_INFLECTIONS = ("ene", "ane", "en", "et", "er", "ar", "a", "e", "s", "ens", "ets", "enes", "anes")
_NYNORSK_ENDINGS = (("ane", "ene"), ("ar", "er"), ("inga", "ingen"), ("leg", "lig"), ("a", "en"))


@dataclass(frozen=True, slots=True)
class Split:
    """A word and the parts that the splitter sees in it."""

    word: str
    parts: tuple[str, ...]
    links: tuple[str, ...]
    """The letters between a part and the next: ``s``, ``e`` or nothing."""
    count: int = 0
    """In how many documents the word stands, when known."""


class Splitter:
    """Splits words with a frequency list and the site's own lists."""

    def __init__(
        self,
        frequencies: Callable[[], Mapping[str, float]],
        *,
        never_split: Iterable[str] = (),
        extra_parts: Iterable[str] = (),
    ) -> None:
        """Take what gives the frequencies, when they are needed, and the site's exceptions."""
        self._frequencies = frequencies
        self._own = {part.lower() for part in (*NYNORSK_PARTS, *extra_parts)}
        self._own |= {part + ending for part in self._own for ending in _INFLECTIONS}
        never = {word.lower() for word in never_split}
        self._never = NEVER_SPLIT | never | {w + e for w in never for e in _INFLECTIONS}
        self._known = Remembered(self._part)
        self._starts = Remembered(self._heads)

    def split(self, word: str) -> Split | None:
        """The best split of a lower-case word, or nothing when the whole word is better."""
        if not _MIN_WORD <= len(word) <= _MAX_WORD or word in self._never or not word.isalpha():
            return None
        whole = self._frequencies().get(word, 0.0) * _WHOLE_BONUS
        best, best_score = None, 0.0
        for parts, links in self._ways(word, first=True):
            if len(parts) < 2:
                continue
            product = 1.0
            for part in parts:
                product *= self._known[part]
            score = product ** (1 / len(parts)) * _MORE_PARTS ** (len(parts) - 2)
            if score > best_score:
                best, best_score = Split(word, parts, links), score
        return best if best and best_score > min(whole, _COMMON) else None

    def _ways(
        self, word: str, *, first: bool, depth: int = 4
    ) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Every way to read a word as known parts."""
        known = self._known
        if known[word] and (first or word not in NEVER_LAST):
            yield (word,), ()
        if depth <= 1:
            return
        for cut in range(_MIN_PART, len(word) - _MIN_PART + 1):
            for part, link in self._starts[word[:cut]]:
                rest = word[cut:]
                if (first or part not in NEVER_LAST) and not _breaks_up(link, rest):
                    for parts, links in self._ways(rest, first=False, depth=depth - 1):
                        yield (part, *parts), (link, *links)

    def _heads(self, head: str) -> tuple[tuple[str, str], ...]:
        """The known parts, each with its link, that the beginning of a word may stand for."""
        found = [(head, "")]
        if head.endswith("s") and len(head) > _MIN_PART and head[-2] != "s":
            found.append((head[:-1], "s"))
        if head.endswith("e") and head[:-1] in LINKING_E:
            found.append((head[:-1], "e"))
        return tuple(one for one in found if self._known[one[0]] and one[0] not in NEVER_FIRST)

    def _frequency(self, part: str) -> float:
        known = max(self._frequencies().get(part, 0.0), self._nynorsk(part))
        return max(known, _OWN) if part in self._own else known

    def _nynorsk(self, part: str) -> float:
        """The frequency of the bokmål form: plassar as plasser, planane as planene."""
        for ending, other in _NYNORSK_ENDINGS:
            if part.endswith(ending):
                return self._frequencies().get(part[: -len(ending)] + other, 0.0) / 2
        return 0.0

    def _part(self, part: str) -> float:
        """The frequency of a word as a part of others; 0 when it is no such part."""
        if len(part) <= _SHORT and part not in SHORT_PARTS and part not in self._own:
            return 0.0
        frequency = self._frequency(part)
        return frequency if frequency >= FLOOR else 0.0


def _breaks_up(link: str, rest: str) -> bool:
    """Cuts that are never right: partner|s|kap…, søving|s|opp…, and doubled consonants."""
    if link == "s" and rest.startswith(("kap", "oppg", "tad", "tat", "kole", "kule")):
        return True
    return rest[0] == rest[1:2]
