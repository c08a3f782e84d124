"""The municipalities: members on the day, and in the right order of decisions."""

from __future__ import annotations

from collections.abc import Iterator

from casebook.diagnostics import Diagnostic, Note, Span, finding
from casebook.graph import Graph, Treatment
from casebook.model.action import LocalDecision
from casebook.model.case import Case
from casebook.model.region import Municipality
from casebook.model.values import PartialDate
from casebook.model.vocabulary import Purpose, Role
from casebook.rules.vote_counts import all_votes

_AFTER = frozenset({Purpose.ENDORSEMENT, Purpose.FINAL_DECISION})


def members(graph: Graph) -> Iterator[Diagnostic]:
    """Only members must treat a decision and adopt it."""
    for case in graph.cases.values():
        yield from _required(graph, case)
        for decision in case.local_decisions:
            if _follows(decision):
                span = decision.origin.at("municipality")
                yield from _member(graph, decision.municipality, decision.date, span)


def voters(graph: Graph) -> Iterator[Diagnostic]:
    """Only members vote and chair."""
    for treatment, vote in all_votes(graph):
        for side in vote.sides:
            for key in side.municipalities:
                span = side.origin.at(f"municipalities.{key}")
                yield from _member(graph, key, treatment.date, span)
    for meeting in graph.meetings.values():
        if meeting.chair is not None:
            span = meeting.chair.origin.at("municipality")
            yield from _member(graph, meeting.chair.municipality, meeting.date, span)


def _required(graph: Graph, case: Case) -> Iterator[Diagnostic]:
    if case.required is None:
        return
    decided = _decision(graph.treatments[case.id])
    for place, key in enumerate(case.required.municipalities):
        spans = case.required.origin.spans
        span = spans.get(f"municipalities.{place}") or case.required.origin.at("municipalities")
        yield from _member(graph, key, decided.date if decided else None, span)


def _member(graph: Graph, key: str, day: PartialDate | None, span: Span) -> Iterator[Diagnostic]:
    municipality = graph.municipalities.get(key)
    if municipality is None or day is None or _may_be_member(municipality, day):
        return
    note = Note(municipality.origin.at("membership"))
    name = municipality.name(day.first)
    yield finding("not-a-member", span, related=[note], name=name, date=day.iso)


def _may_be_member(municipality: Municipality, day: PartialDate) -> bool:
    if municipality.membership is None:
        return True
    since, until = municipality.membership.since, municipality.membership.until
    return (since is None or since.first <= day.last) and (until is None or day.first <= until.last)


def local_dates(graph: Graph) -> Iterator[Diagnostic]:
    """A municipality adopts a regional decision after it was made; consultations come before."""
    for case in graph.cases.values():
        decided = _decision(graph.treatments[case.id])
        if decided is None or decided.date is None:
            continue
        for decision in case.local_decisions:
            day = decision.date
            if _follows(decision) and day is not None and day.last < decided.date.first:
                span, note = decision.origin.at("date"), Note(decided.item.origin.span)
                date, other = day.iso, decided.date.iso
                yield finding(
                    "local-before-regional", span, related=[note], date=date, decided=other
                )


def _follows(decision: LocalDecision) -> bool:
    """Whether a municipality adopts the decision; without a stated purpose an outcome counts so."""
    settles = decision.purpose is None and decision.outcome is not None and decision.outcome.final
    return decision.purpose in _AFTER or settles


def local_outcomes(graph: Graph) -> Iterator[Diagnostic]:
    """A municipality has not come to anything on a day that is still to come."""
    for case in graph.cases.values():
        for decision in case.local_decisions:
            day = decision.date
            if decision.outcome is not None and day is not None and day.first > graph.as_of:
                yield finding("outcome-in-future", decision.origin.at("outcome"), date=day.iso)


def deadlines(graph: Graph) -> Iterator[Diagnostic]:
    """The municipalities have no deadline before there is a decision to treat."""
    for case in graph.cases.values():
        decided = _decision(graph.treatments[case.id])
        due = case.required.deadline if case.required is not None else None
        if decided is None or decided.date is None or due is None or due.date is None:
            continue
        if case.required is not None and due.date.last < decided.date.first:
            span = case.required.origin.at("deadline")
            deadline, day = due.date.iso, decided.date.iso
            yield finding("deadline-before-decision", span, deadline=deadline, decided=day)


def needless(graph: Graph) -> Iterator[Diagnostic]:
    """A municipality that need not treat a case has not decided it."""
    for case in graph.cases.values():
        for decision in case.local_decisions:
            if decision.not_needed and decision.outcome is not None:
                span = decision.origin.at("not_needed")
                yield finding("needless-but-decided", span, municipality=decision.municipality)


def _decision(treatments: tuple[Treatment, ...]) -> Treatment | None:
    """The first dated treatment that decides."""
    deciding = (t for t in treatments if t.item.role is Role.DECIDES and t.date is not None)
    return next(deciding, None)
