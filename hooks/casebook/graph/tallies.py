"""How complete and how fresh the cases of each year and each body are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from casebook.graph.completeness import freshness
from casebook.graph.graph import Graph
from casebook.graph.lacks import CASE_PARTS
from casebook.model.case import Case
from casebook.model.values import PartialDate

NO_BODY = ""
"""The key of cases that no body is registered to have treated."""

YearAndBody = tuple[int | None, str]
_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class Tally:
    """Some cases, counted."""

    total: int
    complete: int
    """How many lack nothing."""
    share: int
    """How many hundredths of what could be filled in is; 100 means that nothing is missing."""
    newest: PartialDate | None
    """The newest day that they tell of."""


def by_year(graph: Graph) -> dict[int | None, Tally]:
    """The published cases of each year, the newest first; cases without a year last."""
    found = _grouped(graph, lambda case: [graph.year_of(case)])
    return {year: found[year] for year in sorted(found, key=_newest_first)}


def by_body(graph: Graph) -> dict[str, Tally]:
    """The published cases of each body, in the order of the register; a case of two is in both."""
    found = _grouped(graph, lambda case: bodies_of(graph, case))
    return {body: found[body] for body in (*graph.bodies, NO_BODY) if body in found}


def by_year_and_body(graph: Graph) -> dict[YearAndBody, Tally]:
    """The published cases of each body in each year, ordered as in the other two."""
    found = _grouped(
        graph, lambda case: [(graph.year_of(case), body) for body in bodies_of(graph, case)]
    )
    places = {body: place for place, body in enumerate((*graph.bodies, NO_BODY))}
    return {
        key: found[key]
        for key in sorted(found, key=lambda key: (_newest_first(key[0]), places[key[1]]))
    }


def bodies_of(graph: Graph, case: Case) -> list[str]:
    """The bodies that have treated a case, or ``NO_BODY``."""
    treated = (t.body.id for t in graph.treatments[case.id] if t.body is not None)
    return list(dict.fromkeys(treated)) or [NO_BODY]


def _newest_first(year: int | None) -> int:
    return -(year or 0)


def _grouped(graph: Graph, keys: Callable[[Case], Iterable[_Key]]) -> dict[_Key, Tally]:
    groups: dict[_Key, list[Case]] = defaultdict(list)
    for case in graph.published_cases:
        for key in keys(case):
            groups[key].append(case)
    return {key: _tally(graph, cases) for key, cases in groups.items()}


def _tally(graph: Graph, cases: list[Case]) -> Tally:
    lacking = [len(graph.lacks[case.id]) for case in cases]
    filled = sum(max(CASE_PARTS - count, 0) for count in lacking)
    return Tally(
        total=len(cases),
        complete=lacking.count(0),
        # Rounded down, so that 100 means that nothing is missing.
        share=filled * 100 // (len(cases) * CASE_PARTS),
        newest=freshness(graph, cases).of_cases,
    )
