"""Cases that no author linked but that look alike: a stable top five, for suggestions only.

Likeness is shared topics and processes and rare words in common (tf-idf). Each case asks only with
its most telling words, and a word that many cases have tells nothing, so the work grows with the
number of cases and not with its square.
"""

from __future__ import annotations

import hashlib
import math
import re
from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter

from casebook.graph.treatments import Treatment
from casebook.model.case import Case

SUGGESTIONS = 5
_ASKING = 8
"""So many of a case's most telling words are looked up."""
_COMMON = 40
"""A word, topic or process that more cases have than this is not looked up by itself."""
_LEAST = 0.12
_ROUNDED = 1e-5
_TOPIC, _PROCESS = 0.06, 0.16
_WORD = re.compile(r"[a-zæøåäöéü]{4,}")


Related = Mapping[str, tuple[str, ...]]
"""Case id to the ids of the cases most like it, the likest first."""
Recall = Callable[[str, Callable[[], Related]], Related]
"""Gives what was worked out earlier under a key, or has it worked out now."""


def work_out_now(_key: str, work_out: Callable[[], Related]) -> Related:
    """A ``Recall`` that remembers nothing."""
    return work_out()


def related_cases(
    cases: Sequence[Case],
    treatments: Mapping[str, Sequence[Treatment]],
    linked: Mapping[str, Collection[str]],
    recall: Recall = work_out_now,
) -> Related:
    """Find the cases that are most like each case.

    Args:
        cases: The published cases.
        treatments: Case id to its treatments.
        linked: Case id to the cases it is linked with already; they are not suggested.
        recall: Asked first; the key that it gets holds everything that the answer follows from.
    """
    texts = {case.id: _texts(case, treatments[case.id]) for case in cases}
    key = hashlib.blake2b(digest_size=16)
    for case in cases:
        known = sorted(linked.get(case.id, ()))
        told = (case.id, texts[case.id], case.topics, case.processes, known)
        key.update(repr(told).encode())
    return recall(key.hexdigest(), lambda: _related(cases, texts, linked))


def _related(
    cases: Sequence[Case],
    texts: Mapping[str, Sequence[str]],
    linked: Mapping[str, Collection[str]],
) -> Related:
    vectors = _vectors({case_id: _words(told) for case_id, told in texts.items()})
    having: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for case_id, vector in vectors.items():
        for word, weight in vector.items():
            having[word].append((case_id, weight))
    marks = {case.id: _marks(case) for case in cases}
    return {
        case.id: _likest(case.id, vectors, having, marks, frozenset(linked.get(case.id, ())))
        for case in cases
    }


def _texts(case: Case, treatments: Iterable[Treatment]) -> list[str]:
    """The title, the lead and the decided points; the title counts double."""
    if case.title_withheld:
        return []
    points = (point.source for treatment in treatments for point in treatment.points)
    return [case.title, case.title, case.summary, *points]


def _words(texts: Iterable[str]) -> Counter[str]:
    """The stems of the words."""
    return Counter(_stem(word) for text in texts for word in _WORD.findall(text.casefold()))


@lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    """A word without its commonest endings; rough, and the same for both written norms."""
    for ending in ("enes", "anes", "ene", "ane", "ens", "ets", "en", "et", "er", "ar", "a", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _vectors(words: Mapping[str, Counter[str]]) -> dict[str, dict[str, float]]:
    """Each case's words with their weights, of length one."""
    spread = Counter(word for counted in words.values() for word in counted)
    total = len(words)
    vectors = {}
    for case_id, counted in words.items():
        weights = {
            word: (1 + math.log(count)) * math.log(total / spread[word])
            for word, count in sorted(counted.items())
            if 1 < spread[word] <= _COMMON
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values()))
        vectors[case_id] = {word: weight / length for word, weight in weights.items() if length}
    return vectors


def _marks(case: Case) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(case.topics), frozenset(case.processes)


def _likest(
    case_id: str,
    vectors: Mapping[str, Mapping[str, float]],
    having: Mapping[str, Sequence[tuple[str, float]]],
    marks: Mapping[str, tuple[frozenset[str], frozenset[str]]],
    linked: frozenset[str],
) -> tuple[str, ...]:
    own = vectors[case_id]
    asking = sorted(own, key=lambda word: (-own[word], word))[:_ASKING]
    scores: dict[str, float] = defaultdict(float)
    for word in asking:
        weight = own[word]
        for other, theirs in having[word]:
            scores[other] += weight * theirs
    topics, processes = marks[case_id]
    most = _TOPIC * len(topics) + _PROCESS * len(processes)
    ranked: list[tuple[float, str]] = []
    # What all marks together would not lift is not looked at.
    possible = [item for item in scores.items() if item[1] >= _LEAST - most - _ROUNDED]
    for other, words in sorted(possible, key=itemgetter(1), reverse=True):
        if words + most < _last(ranked) - _ROUNDED:
            break  # and the rest have fewer words in common
        if other == case_id or other in linked:
            continue
        other_topics, other_processes = marks[other]
        shared = _TOPIC * len(topics & other_topics) + _PROCESS * len(processes & other_processes)
        # Rounded, so that the order never hangs on the last bit of a sum.
        score = round(words + shared, 6)
        if score >= _LEAST:
            insort(ranked, (-score, other))
    return tuple(other for _, other in ranked[:SUGGESTIONS])


def _last(ranked: Sequence[tuple[float, str]]) -> float:
    """The score that a further case must reach to be among the likest."""
    return -ranked[SUGGESTIONS - 1][0] if len(ranked) >= SUGGESTIONS else 0.0
