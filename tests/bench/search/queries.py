"""Golden queries of all kinds, judged by the generator's facts alone."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tests.bench.search import vocabulary as words
from tests.bench.search.asking import KINDS
from tests.bench.search.corpus import Case


@dataclass(frozen=True, slots=True)
class Query:
    """A query, its kind, and the grade (3 best) of every case that answers it."""

    kind: str
    text: str
    grades: dict[str, int]


def golden(cases: Sequence[Case], seed: int, each: int = 11) -> list[Query]:
    """Draw ``each`` queries of every kind."""
    chance = random.Random(seed * 7919 + 1)
    found = []
    for kind, make in KINDS.items():
        texts: set[str] = set()
        for _ in range(each * 20):
            if len(texts) == each:
                break
            made = make(chance, chance.choice(cases))
            if made is None or made[0] in texts:
                continue
            text, judge = made
            texts.add(text)
            grades = {case.id: grade for case in cases if (grade := judge(case))}
            found.append(Query(kind, text, grades))
    return found


def absent(seed: int) -> list[str]:
    """Words that no case has."""
    del seed
    return list(words.ABSENT)


def success(query: Query, answers: Iterable[str]) -> bool:
    """Whether the first answer is a right one."""
    return next(iter(answers), "") in query.grades


def kinds(queries: Iterable[Query]) -> Iterator[str]:
    """The kinds, each once, in order."""
    return iter(dict.fromkeys(query.kind for query in queries))
