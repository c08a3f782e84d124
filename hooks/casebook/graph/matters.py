"""Matters: cases that belong together because relations tie them, however many steps apart."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Mapping

from casebook.graph.relations import InverseRelation
from casebook.model.case import Case
from casebook.model.vocabulary import RelationType

LARGEST_MATTER = 40
"""A matter shows so many cases, those nearest in steps; a longer one is not one thread any more."""


def matters_of(
    cases: Mapping[str, Case],
    inverse: Mapping[str, Iterable[InverseRelation]],
    shown: Collection[str],
) -> dict[str, tuple[str, ...]]:
    """Case id to the ids of its whole matter, nearest first, itself included.

    «Se også» ties nothing: it points aside, not along.

    Args:
        cases: Every case.
        inverse: The relations that point at each case.
        shown: Ids of the cases that may be named; the others only lead on.
    """
    ties = {key: _ties(case, cases, inverse.get(key, ())) for key, case in cases.items()}
    return {case_id: tuple(k for k in _near(case_id, ties) if k in shown) for case_id in cases}


def _ties(
    case: Case, cases: Mapping[str, Case], inverse: Iterable[InverseRelation]
) -> tuple[str, ...]:
    aside = RelationType.SEE_ALSO
    found = {r.case for r in case.relations if r.type is not aside and r.case in cases}
    found |= {relation.source.id for relation in inverse if relation.type is not aside}
    return tuple(sorted(found - {case.id}))


def _near(start: str, ties: Mapping[str, tuple[str, ...]]) -> list[str]:
    """What can be reached, breadth first, in a stable order, up to the limit."""
    if not ties[start]:
        return [start]
    reached, waiting = {start: None}, deque([start])
    while waiting and len(reached) < LARGEST_MATTER:
        for key in ties[waiting.popleft()]:
            if key not in reached and len(reached) < LARGEST_MATTER:
                reached[key] = None
                waiting.append(key)
    return list(reached)
