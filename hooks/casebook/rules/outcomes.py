"""Outcomes and where they come from: a vote, a recommendation, the points of a decision."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from casebook.diagnostics import Diagnostic, Note, finding
from casebook.graph import Graph, Treatment
from casebook.model.text import SectionKind
from casebook.model.vocabulary import MeetingStatus, Outcome, Role
from casebook.rules.records import all_treatments, section_of
from casebook.schema.suggestions import nearest

_BUILDING = frozenset({Role.DECIDES, Role.RECOMMENDS})
_NOT_HELD = frozenset({MeetingStatus.CANCELLED, MeetingStatus.MOVED})
_WITHOUT_MEETING = frozenset(
    {Outcome.DEFERRED, Outcome.NOT_TREATED, Outcome.WITHDRAWN, Outcome.UNKNOWN}
)


def missing_votes(graph: Graph) -> Iterator[Diagnostic]:
    """An outcome that needs a vote has one, or says that it is not known.

    A Votering section counts also when its words are not understood: that is a finding of its own,
    and the page shows the section as written.
    """
    for treatment in all_treatments(graph):
        item = treatment.item
        if item.outcome is None or not item.outcome.needs_vote:
            continue
        written = item.votes or "votes" in {*item.gaps, *item.origin.unread}
        if not written and section_of(treatment, SectionKind.VOTE) is None:
            span = item.origin.at("outcome")
            yield finding("outcome-without-vote", span, outcome=item.outcome.value)


def doubled_votes(graph: Graph) -> Iterator[Diagnostic]:
    """A vote is told once: in the field or in a section, never both."""
    for treatment in all_treatments(graph):
        section = section_of(treatment, SectionKind.VOTE)
        if section is not None and (treatment.item.votes or "votes" in treatment.item.gaps):
            span = treatment.item.origin.at("votes")
            yield finding("doubled-vote", span, related=[Note(section.span)], title=section.title)


def unknown_point_outcomes(graph: Graph) -> Iterator[Diagnostic]:
    """``utfall_punkter`` names points of the decision."""
    for treatment in all_treatments(graph):
        decision = section_of(treatment, SectionKind.DECISION)
        if decision is None:
            continue
        known = [name for point in decision.walk() for name in (point.number, point.id)]
        for point in treatment.item.point_outcomes:
            if point not in known:
                span = treatment.item.origin.at(f"point_outcomes.{point}")
                number = re.fullmatch(r"(?i:p(?:unkte?t?|kt)?\.? ?)(\d.*?)\.?", point)
                named = number[1] if number and number[1] in known else None
                suggestion = named or nearest(point, known)
                yield finding("unknown-point", span, suggestion=suggestion, point=point)


def recommendations(graph: Graph) -> Iterator[Diagnostic]:
    """``bygger_på`` names another treatment of the case, and does so when there is a choice."""
    for treatments in graph.treatments.values():
        for place, treatment in enumerate(treatments):
            item = treatment.item
            others = [t.item.id for t in treatments if t is not treatment]
            if item.builds_on and item.builds_on not in others:
                span = item.origin.at("builds_on")
                close = nearest(item.builds_on, others)
                yield finding("unknown-builds-on", span, suggestion=close, value=item.builds_on)
            elif _has_choice(treatments, place):
                names = ", ".join(t.item.id for t in _heads(treatments[:place], treatment))
                yield finding("parallel-recommendations", item.origin.span, items=names)


def outcomes_without_meeting(graph: Graph) -> Iterator[Diagnostic]:
    """Nothing is decided in a meeting that was cancelled or is still to come."""
    for treatment in all_treatments(graph):
        outcome, meeting = treatment.item.outcome, treatment.meeting
        if outcome is None or outcome in _WITHOUT_MEETING:
            continue
        span = treatment.item.origin.at("outcome")
        if meeting is not None and meeting.status in _NOT_HELD:
            note = Note(meeting.origin.at("status"))
            yield finding("outcome-of-cancelled-meeting", span, related=[note], meeting=meeting.id)
        elif treatment.date is not None and treatment.date.first > graph.as_of:
            yield finding("outcome-in-future", span, date=treatment.date.iso)


def _has_choice(treatments: Sequence[Treatment], place: int) -> bool:
    """Whether several recommendations lie before a treatment that names none of them."""
    item = treatments[place].item
    if item.role not in _BUILDING or item.builds_on or "builds_on" in item.gaps:
        return False
    return len(_heads(treatments[:place], treatments[place])) > 1


def _heads(earlier: Sequence[Treatment], treatment: Treatment) -> list[Treatment]:
    """Earlier recommendations that no later one builds on."""
    before = [t for t in earlier if t.item.role is Role.RECOMMENDS and _is_before(t, treatment)]
    used: set[str] = set()
    for place, recommending in enumerate(before):
        if recommending.item.builds_on:
            used.add(recommending.item.builds_on)
            continue
        older = [t for t in before[:place] if _is_before(t, recommending)]
        if older:
            used.add(older[-1].item.id)
    return [t for t in before if t.item.id not in used]


def _is_before(first: Treatment, second: Treatment) -> bool:
    """Whether one treatment is dated before another; without dates file order counts."""
    if first.date is None or second.date is None:
        return True
    return first.date.sort_key < second.date.sort_key
