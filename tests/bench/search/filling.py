"""The text of generated cases: subjects, titles, and sentences filled with common words."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import accumulate

from casebook.search.frequencies import norwegian_frequencies
from tests.bench.search import vocabulary as words


@dataclass(frozen=True, slots=True)
class Subject:
    """What a case is about: a compound and its facts."""

    front: words.Noun
    back: tuple[str, ...]

    @property
    def word(self) -> str:
        return self.front.front + self.back[0]

    @property
    def definite(self) -> str:
        return self.front.front + self.back[1]

    @property
    def nynorsk(self) -> str:
        back = words.NYNORSK_BACK.get(self.back[0], self.back[0])
        return (self.front.nynorsk or self.front.front) + back

    @property
    def nynorsk_definite(self) -> str:
        return (self.front.nynorsk or self.front.front) + self.back[2]


@cache
def _noise() -> tuple[list[str], list[float]]:
    """Common words of the language, with summed weights, away from what the facts are about."""
    facts = {noun.front for noun in words.FRONTS} | {noun.everyday for noun in words.FRONTS}
    facts |= {back[0] for back in words.BACKS} | set(words.RARE_FRONTS) | set(words.ABSENT)
    facts |= {noun.nynorsk for noun in words.FRONTS}
    roots = tuple(fact[: max(4, len(fact) - 2)] for fact in facts if fact)
    absent = {word[:6] for word in words.ABSENT}
    commonest = sorted(norwegian_frequencies().items(), key=lambda item: (-item[1], item[0]))
    chosen = [
        (word, frequency)
        for word, frequency in commonest[300:40_000]
        if word.isalpha() and len(word) > 3 and not any(root in word for root in roots)
        if word[:6] not in absent
    ]
    sums = accumulate(frequency**0.6 for _, frequency in chosen)
    return [word for word, _ in chosen], list(sums)


def title(chance: random.Random, subject: Subject, place: str, day: date, *, nynorsk: bool) -> str:
    stage = chance.choice(words.STAGES_NN if nynorsk else words.STAGES)
    definite = subject.nynorsk_definite if nynorsk else subject.definite
    base = subject.nynorsk if nynorsk else subject.word
    title = chance.choice(
        (
            f"{definite} for {place} – {stage}",
            f"{definite} på {place}: {stage} {day.year}",
            f"{stage} av {base} for {place}",
            f"{base} {place}, {stage}",
        )
    )
    return title[0].upper() + title[1:]


class Filler:
    """Fills the sentences of one case."""

    def __init__(
        self,
        chance: random.Random,
        subject: Subject,
        other: Subject,
        place: str,
        municipality: str,
        body: str,
        day: date,
        rare: str,
        nynorsk: bool,
    ) -> None:
        self._chance = chance
        own = (
            (subject.nynorsk, subject.nynorsk_definite)
            if nynorsk
            else (subject.word, subject.definite)
        )
        self._own = own
        self._values = {
            "other": other.nynorsk if nynorsk else other.word,
            "place": place,
            "Municipality": municipality,
            "Body": body,
            "year": str(day.year + 1),
            "rare": rare,
        }

    def text(self, sentences: tuple[str, ...], count: int) -> str:
        return " ".join(self._fill(self._chance.choice(sentences)) for _ in range(count))

    def _fill(self, sentence: str) -> str:
        chance = self._chance
        pool, sums = _noise()
        while "{noise}" in sentence:
            sentence = sentence.replace("{noise}", chance.choices(pool, cum_weights=sums)[0], 1)
        subject = chance.choice(self._own)
        amount = f"{chance.randint(1, 99)} {chance.randint(100, 999)} 000"
        return sentence.format(
            subject=subject, Subject=subject.capitalize(), amount=amount, **self._values
        )
