"""Generates cases in Norwegian together with the facts that judge a search for them."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from itertools import accumulate

from casebook.search import SearchDocument, SearchPart
from casebook.search.frequencies import norwegian_frequencies
from tests.bench.search import vocabulary as words

MONTHS = (
    "januar februar mars april mai juni juli august september oktober november desember".split()
)


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


@dataclass(frozen=True, slots=True)
class Case:
    """One generated case with its facts."""

    id: str
    subject: Subject
    other: Subject
    place: str
    municipality: str
    body: tuple[str, str]
    day: date
    number: int
    archive: int
    language: str
    title: str
    outcome: tuple[str, str]
    followup: tuple[str, str]
    topics: tuple[str, ...]
    rare: str
    paragraphs: tuple[str, ...] = field(repr=False)
    points: tuple[str, ...] = field(repr=False)
    pages: tuple[str, ...] = field(repr=False)


@cache
def _noise() -> tuple[list[str], list[float]]:
    """Common words of the language, with summed weights, away from what the facts are about."""
    facts = {noun.front for noun in words.FRONTS} | {noun.everyday for noun in words.FRONTS}
    facts |= {back[0] for back in words.BACKS} | set(words.RARE_FRONTS) | set(words.ABSENT)
    facts |= {noun.nynorsk for noun in words.FRONTS}
    roots = tuple(fact[: max(4, len(fact) - 2)] for fact in facts if fact)
    absent = {word[:6] for word in words.ABSENT}
    chosen = [
        (word, frequency)
        for word, frequency in list(norwegian_frequencies().items())[300:40_000]
        if word.isalpha() and len(word) > 3 and not any(root in word for root in roots)
        if word[:6] not in absent
    ]
    sums = accumulate(frequency**0.6 for _, frequency in chosen)
    return [word for word, _ in chosen], list(sums)


def generate(count: int, seed: int) -> list[Case]:
    """Draw cases; the same count and seed give the same cases."""
    chance = random.Random(seed)
    subjects = [Subject(front, back) for front in words.FRONTS for back in words.BACKS]
    chance.shuffle(subjects)
    subjects = subjects[: max(60, min(len(subjects), count // 6))]
    places = [start + end for start in words.PLACE_STARTS for end in words.PLACE_ENDS]
    chance.shuffle(places)
    places = places[: max(25, min(len(places), count // 40))]
    days = sorted(
        date(2010, 1, 4) + timedelta(days=7 * chance.randrange(780)) for _ in range(count)
    )
    numbers: dict[tuple[str, int], int] = {}
    return [_case(chance, at, day, subjects, places, numbers) for at, day in enumerate(days)]


def _case(
    chance: random.Random,
    at: int,
    day: date,
    subjects: list[Subject],
    places: list[str],
    numbers: dict[tuple[str, int], int],
) -> Case:
    subject, other = chance.choice(subjects), chance.choice(subjects)
    body = chance.choices(words.BODIES, (6, 3, 2, 1))[0]
    series = (body[0], day.year)
    numbers[series] = numbers.get(series, 0) + 1
    place = chance.choice(places)
    rare = chance.choice(words.RARE_FRONTS) + chance.choice(words.RARE_BACKS)
    nynorsk = chance.random() < 0.15
    municipality = chance.choice(words.MUNICIPALITIES)
    title = _title(chance, subject, place, day, nynorsk=nynorsk)
    fill = _Filler(chance, subject, other, place, municipality, body[1], day, rare, nynorsk)
    sentences = words.SENTENCES_NN if nynorsk else words.SENTENCES
    points = words.DECISIONS_NN if nynorsk else words.DECISIONS
    has_file = chance.random() < 0.3
    return Case(
        id=f"{day.year}-{at:05}",
        subject=subject,
        other=other,
        place=place,
        municipality=municipality,
        body=body,
        day=day,
        number=numbers[series],
        archive=1000 + at,
        language="nn" if nynorsk else "nb",
        title=title,
        outcome=chance.choice(words.OUTCOMES),
        followup=chance.choice(words.FOLLOWUPS),
        topics=tuple(sorted(chance.sample(words.TOPICS, chance.choice((1, 1, 2))))),
        rare=rare if has_file else "",
        paragraphs=tuple(fill.text(sentences, chance.randint(4, 9)) for _ in range(4)),
        points=tuple(fill.text(points, 1) for _ in range(chance.randint(1, 4))),
        pages=tuple(fill.text(words.ATTACHED, 12) for _ in range(chance.randint(1, 5)))
        if has_file
        else (),
    )


def _title(chance: random.Random, subject: Subject, place: str, day: date, *, nynorsk: bool) -> str:
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


class _Filler:
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


def as_document(case: Case) -> SearchDocument:
    """A case as the index takes it."""
    day = case.day
    file = f"sak/{case.id}/vedlegg/notat.pdf"
    parts = [
        SearchPart(text, "bakgrunn" if at else None, None)
        for at, text in enumerate(case.paragraphs)
    ]
    points = [
        SearchPart(text, f"p{at}", f"Vedtak, punkt {at}", "decision")
        for at, text in enumerate(case.points, 1)
    ]
    pages = [
        SearchPart(text, None, "Notat", "attachment", file, at)
        for at, text in enumerate(case.pages, 1)
    ]
    number = f"{case.number:02}/{day.year}"
    return SearchDocument(
        url=f"sak/{case.id}/",
        kind="sak",
        title=case.title,
        language=case.language,
        numbers=(number, f"{day.year}/{case.archive}"),
        date=day.isoformat(),
        facets={
            "kind": ("sak",),
            "year": (str(day.year),),
            "municipality": (case.municipality.lower().replace("å", "a").replace("æ", "ae"),),
            "topic": case.topics,
            "body": (case.body[0],),
            "outcome": (case.outcome[0],),
            "followup": (case.followup[0],),
            "attachment": ("ja",) if case.pages else (),
        },
        names=(case.body[1], case.municipality, case.place, *case.topics),
        parts=(*points, *parts, *pages),
        display={
            "outcome": case.outcome[1],
            "number": number,
            "body": case.body[1],
            "date": f"{day.day}. {MONTHS[day.month - 1]} {day.year}",
            "municipalities": case.municipality,
            "followup": case.followup[1],
        },
    )
