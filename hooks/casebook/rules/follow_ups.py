"""Follow-ups: what they concern, when they are due, and what their logs say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.diagnostics import Diagnostic, Note, finding
from casebook.graph import Graph
from casebook.graph.followups import FollowUpState
from casebook.model.action import FollowUp, LogEntry
from casebook.model.values import PartialDate
from casebook.model.vocabulary import FollowUpStatus
from casebook.rules.records import decision_anchors
from casebook.schema.suggestions import nearest


def concerns(graph: Graph) -> Iterator[Diagnostic]:
    """``gjelder`` names a treatment of the case, or a point of its decision."""
    for case in graph.cases.values():
        treatments = graph.treatments[case.id]
        known = list(decision_anchors(treatments))
        for follow_up in case.follow_ups:
            value = follow_up.concerns
            if value and value not in known:
                span = follow_up.origin.at("concerns")
                number = re.fullmatch(r"(?i:p(?:unkte?t?|kt)\.? ?)?(\d[\w.-]*?)\.?", value)
                point = f"p{number[1].replace('.', '-')}" if number else ""
                suggestion = point if point in known else nearest(value, known)
                yield finding("unknown-concern", span, suggestion=suggestion, value=value)


def duplicates(graph: Graph) -> Iterator[Diagnostic]:
    """Follow-ups of a case have ids of their own."""
    for case in graph.cases.values():
        first: dict[str, FollowUp] = {}
        for follow_up in case.follow_ups:
            seen = first.setdefault(follow_up.id, follow_up)
            if seen is not follow_up:
                note = Note(seen.origin.at("id"), "first-here")
                span = follow_up.origin.at("id")
                yield finding("duplicate-follow-up", span, related=[note], id=follow_up.id)


def deadlines(graph: Graph) -> Iterator[Diagnostic]:
    """Nothing is due before it was decided."""
    for state in _states(graph):
        decided = state.treatment.date if state.treatment else None
        if state.due is not None and decided is not None and state.due.last < decided.first:
            span = state.follow_up.origin.at("deadline")
            yield finding(
                "deadline-before-decision", span, deadline=state.due.iso, decided=decided.iso
            )


def log_order(graph: Graph) -> Iterator[Diagnostic]:
    """A log stands oldest first."""
    for state in _states(graph):
        newest: PartialDate | None = None
        for entry in state.follow_up.log:
            if entry.date is None:
                continue
            if newest is not None and entry.date.last < newest.first:
                span = entry.origin.at("date")
                yield finding("log-out-of-order", span, date=entry.date.iso, before=newest.iso)
            else:
                newest = entry.date


def log_dates(graph: Graph) -> Iterator[Diagnostic]:
    """A log tells of what has happened: after the decision, and not in the future."""
    for state in _states(graph):
        decided = state.treatment.date if state.treatment else None
        for entry in state.follow_up.log:
            if entry.date is None:
                continue
            span = entry.origin.at("date")
            if entry.date.first > graph.as_of:
                yield finding("log-in-future", span, date=entry.date.iso)
            elif decided is not None and entry.date.last < decided.first:
                date, day = entry.date.iso, decided.iso
                yield finding("log-before-decision", span, date=date, decided=day)


def log_meetings(graph: Graph) -> Iterator[Diagnostic]:
    """A log entry that names a meeting has the meeting's date."""
    for state in _states(graph):
        for entry in state.follow_up.log:
            meeting = graph.meetings.get(entry.meeting)
            if meeting is None or meeting.date is None or entry.date is None:
                continue
            if not entry.date.agrees_with(meeting.date):
                span, note = entry.origin.at("date"), Note(meeting.origin.at("date"))
                date, other = entry.date.iso, meeting.date.iso
                yield finding("date-differs", span, related=[note], date=date, other=other)


def done_without_source(graph: Graph) -> Iterator[Diagnostic]:
    """What is done can be looked up."""
    for state in _states(graph):
        for entry in state.follow_up.log:
            if entry.status is FollowUpStatus.DONE and not _has_source(entry):
                yield finding("done-without-source", entry.origin.span, id=state.follow_up.id)


def _has_source(entry: LogEntry) -> bool:
    given = entry.source or entry.case or entry.meeting or entry.link
    return bool(given) or bool(entry.gaps.keys() & {"source", "case", "meeting", "link"})


def _states(graph: Graph) -> Iterator[FollowUpState]:
    for states in graph.follow_ups.values():
        yield from states
