"""What can be counted: decisions, follow-ups opened and closed, how long they took, who is late."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from statistics import median

from casebook.graph.followups import FollowUpState
from casebook.graph.graph import Graph
from casebook.graph.states import Stage
from casebook.model.case import Case


@dataclass(frozen=True, slots=True)
class Figure:
    """One table of numbers: a row for each key, a column for each series."""

    name: str
    series: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    kind: str
    """What the keys are: ``year``, ``body``, ``outcome``, ``topic`` or ``owner``."""


NO_OWNER = ""
"""The key of follow-ups that nobody is registered to own."""


def figures(graph: Graph) -> list[Figure]:
    """Every figure, in the order in which they are shown; one without numbers is left out."""
    return [f for f in every_figure(graph) if any(any(values) for _, values in f.rows)]


def every_figure(graph: Graph) -> list[Figure]:
    """Every figure, also those without numbers."""
    return [*_decisions(graph), *_follow_ups(graph)]


def _decisions(graph: Graph) -> Iterable[Figure]:
    decided = [c for c in graph.published_cases if graph.states[c.id].stage is Stage.DECIDED]
    years = Counter(str(y) for case in decided if (y := _year(graph, case)) is not None)
    yield _counted("decisions-by-year", "year", _every_year(years))
    bodies = Counter(_body(graph, case) for case in decided)
    yield _counted("decisions-by-body", "body", _largest(bodies, [*graph.bodies, ""]))
    outcomes = Counter(graph.states[case.id].key for case in decided)
    yield _counted("decisions-by-outcome", "outcome", _largest(outcomes, sorted(outcomes)))
    topics = Counter(topic for case in decided for topic in case.topics)
    yield _counted("decisions-by-topic", "topic", _largest(topics, list(graph.topics)))


def _follow_ups(graph: Graph) -> Iterable[Figure]:
    states = graph.all_follow_ups
    opened = Counter(str(s.opened_on.year) for s in states if s.opened_on is not None)
    closed = Counter(str(s.closed_on.year) for s in states if s.closed_on is not None)
    span = _span([*opened, *closed])
    rows = tuple((year, (opened[year], closed[year])) for year in span)
    yield Figure("follow-ups-over-time", ("opened", "closed"), rows, "year")
    days: dict[str, list[int]] = {}
    for state in states:
        if state.days_to_done is not None and state.closed_on is not None:
            days.setdefault(str(state.closed_on.year), []).append(state.days_to_done)
    medians = {year: round(median(found)) for year, found in days.items()}
    lasted = tuple((year, (medians[year],)) for year in sorted(medians))
    yield Figure("days-to-done", ("days",), lasted, "year")
    yield _late("late-by-owner", states, lambda owner: not owner.startswith("kommune:"))
    yield _late("late-by-municipality", states, lambda owner: owner.startswith("kommune:"))


def _late(name: str, states: Iterable[FollowUpState], wanted: Callable[[str], bool]) -> Figure:
    """Open and overdue follow-ups of each owner of a kind; the one with most to do first."""
    is_open, overdue = Counter[str](), Counter[str]()
    for state in states:
        if state.closed:
            continue
        for owner in filter(wanted, state.follow_up.owners or (NO_OWNER,)):
            is_open[owner] += 1
            overdue[owner] += state.overdue
    order = sorted(is_open, key=lambda owner: (-is_open[owner], owner))
    rows = tuple((owner, (is_open[owner], overdue[owner])) for owner in order)
    return Figure(name, ("open", "overdue"), rows, "owner")


def _counted(name: str, kind: str, counts: Mapping[str, int]) -> Figure:
    rows = tuple((key, (count,)) for key, count in counts.items())
    return Figure(name, ("decisions",), rows, kind)


def _every_year(counts: Mapping[str, int]) -> dict[str, int]:
    """The years in order, those without anything too."""
    return {year: counts.get(year, 0) for year in _span(counts)}


def _span(years: Iterable[str]) -> list[str]:
    numbers = [int(year) for year in years]
    return [str(year) for year in range(min(numbers), max(numbers) + 1)] if numbers else []


def _largest(counts: Mapping[str, int], order: list[str]) -> dict[str, int]:
    """The largest first; equal ones in the order of the register."""
    known = [key for key in order if counts.get(key)]
    return {key: counts[key] for key in sorted(known, key=lambda key: -counts[key])}


def _year(graph: Graph, case: Case) -> int | None:
    treatment = graph.states[case.id].treatment
    if treatment is not None and treatment.date is not None:
        return treatment.date.year
    return graph.year_of(case)


def _body(graph: Graph, case: Case) -> str:
    treatment = graph.states[case.id].treatment
    return treatment.body.id if treatment is not None and treatment.body is not None else ""
