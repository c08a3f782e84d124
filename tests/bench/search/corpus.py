"""Generates cases in Norwegian together with the facts that judge a search for them."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from casebook.search import SearchDocument, SearchPart
from tests.bench.search import vocabulary as words
from tests.bench.search.filling import Filler, Subject
from tests.bench.search.filling import title as draw_title

MONTHS = (
    "januar februar mars april mai juni juli august september oktober november desember".split()
)


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
    title = draw_title(chance, subject, place, day, nynorsk=nynorsk)
    fill = Filler(chance, subject, other, place, municipality, body[1], day, rare, nynorsk)
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
