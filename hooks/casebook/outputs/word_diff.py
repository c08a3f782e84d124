"""Word-level differences between two texts, and which points of two lists belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_GROUPED = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)"
_WORD = re.compile(rf"(?:(?<!\d){_GROUPED}|\S)+\s*")
"""A word with the space after it; a number in groups of three (``650 000``) is one word."""
LONGEST = 3000
"""Texts of more words than this are not compared; nobody reads such a difference."""


@dataclass(frozen=True, slots=True)
class Part:
    """A run of words that both texts have, or that one of them has."""

    kind: str
    """``same``, ``added`` or ``removed``."""
    text: str


@dataclass(frozen=True, slots=True)
class Numbered:
    """A point as plain words, with the number that it was given."""

    id: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A point before and after; one side is missing when it was added or taken out."""

    before: Numbered | None
    after: Numbered | None

    @property
    def unchanged(self) -> bool:
        """Whether the words are the same; the number may have changed."""
        both = self.before is not None and self.after is not None
        return both and self.before.text == self.after.text  # type: ignore[union-attr]

    @property
    def parts(self) -> list[Part]:
        """The difference, word by word."""
        before = self.before.text if self.before is not None else ""
        after = self.after.text if self.after is not None else ""
        return word_diff(before, after)


def word_diff(before: str, after: str) -> list[Part]:
    """What to take out of one text and put in to get the other; removals stand before additions."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    # Which kind of space stands inside a number is no difference.
    plain = [[" ".join(word.split()) for word in words] for words in (old, new)]
    matcher = SequenceMatcher(None, plain[0], plain[1], autojunk=False)
    return list(_parts(matcher.get_opcodes(), old, new))


def _parts(
    steps: Sequence[tuple[str, int, int, int, int]], old: list[str], new: list[str]
) -> Iterator[Part]:
    for step, old_from, old_to, new_from, new_to in steps:
        if step == "equal":
            yield Part("same", "".join(new[new_from:new_to]))
            continue
        if old_to > old_from:
            yield Part("removed", "".join(old[old_from:old_to]).rstrip())
            yield Part("same", " ")
        if new_to > new_from:
            yield Part("added", "".join(new[new_from:new_to]).rstrip())
            yield Part("same", " ")


def pair_points(before: Sequence[Numbered], after: Sequence[Numbered]) -> list[Pair]:
    """Points that belong together: those with the same words, then those with the same number.

    The order is that of the new text; what was taken out stands after what had its number.
    """
    partner: dict[int, Numbered] = {}
    left = list(before)
    for name in ("text", "id"):
        for place, point in enumerate(after):
            same = (old for old in left if getattr(old, name) == getattr(point, name))
            found = next(same, None)
            if place not in partner and found is not None:
                partner[place] = found
                left.remove(found)
    pairs = [Pair(partner.get(place), point) for place, point in enumerate(after)]
    return pairs + [Pair(point, None) for point in left]
