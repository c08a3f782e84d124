"""Dates and places that disagree between a case, its meeting and the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.diagnostics import Diagnostic, Note, finding
from casebook.graph import Graph
from casebook.model.meeting import Meeting
from casebook.model.values import PartialDate
from casebook.model.vocabulary import MeetingStatus, MeetingType
from casebook.rules.records import all_treatments

_ID_DATE = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?-")
_BODILESS = frozenset({MeetingType.ADMINISTRATIVE, MeetingType.JOINT})
_EXPECTED = frozenset({MeetingStatus.PLANNED, MeetingStatus.SUMMONED})


def places(graph: Graph) -> Iterator[Diagnostic]:
    """A treatment names its meeting, or its body and date, never both."""
    for treatment in all_treatments(graph):
        item, meeting = treatment.item, treatment.meeting
        told = {*item.gaps, *item.origin.unread} & {"meeting", "body"}
        if not item.meeting and not item.body and not told:
            yield finding("item-without-body", item.origin.span)
        if meeting is None or not (item.body or item.date):
            continue
        note = Note(meeting.origin.at("body" if item.body else "date"))
        if item.body and meeting.body and item.body != meeting.body:
            span = item.origin.at("body")
            yield finding(
                "body-differs", span, related=[note], body=item.body, meeting=meeting.body
            )
        elif item.date and meeting.date and not item.date.agrees_with(meeting.date):
            span = item.origin.at("date")
            date, other = item.date.iso, meeting.date.iso
            note = Note(meeting.origin.at("date"))
            yield finding("date-differs", span, related=[note], date=date, other=other)
        else:
            key = "body" if item.body else "date"
            name = {"body": "organ", "date": "dato"}[key]
            yield finding("item-repeats-meeting", item.origin.at(key), key=name)


def meeting_bodies(graph: Graph) -> Iterator[Diagnostic]:
    """An administrative meeting has parties and no body; every other meeting has a body."""
    for meeting in graph.meetings.values():
        if meeting.type is MeetingType.ADMINISTRATIVE and meeting.body:
            yield finding("administrative-with-body", meeting.origin.at("body"))
        elif meeting.type not in _BODILESS and not meeting.body and "body" not in meeting.gaps:
            yield finding("meeting-without-body", meeting.origin.span)


def meeting_ids(graph: Graph) -> Iterator[Diagnostic]:
    """The date in a meeting's id is the meeting's own; an id is permanent, so this only warns."""
    for meeting in graph.meetings.values():
        match = _ID_DATE.match(meeting.id)
        if match is None or meeting.date is None:
            continue
        year, month, day = (int(part) if part else None for part in match.groups())
        if year and month and not _agrees(meeting.date, year, month, day):
            span = meeting.origin.at("date")
            yield finding("meeting-id-date", span, id=meeting.id, date=meeting.date.iso)


def _agrees(date: PartialDate, year: int, month: int, day: int | None) -> bool:
    same_month = date.year == year and date.month in (None, month)
    return same_month and (day is None or date.day in (None, day))


def meeting_states(graph: Graph) -> Iterator[Diagnostic]:
    """A meeting's status fits its date."""
    for meeting in graph.meetings.values():
        if meeting.date is None:
            continue
        span, date = meeting.origin.at("status"), meeting.date.iso
        if meeting.status is MeetingStatus.HELD and meeting.date.first > graph.as_of:
            yield finding("held-in-future", span, date=date)
        elif meeting.status in _EXPECTED and meeting.date.last < graph.as_of:
            yield finding("stale-meeting-status", span, date=date, status=meeting.status)


def meeting_times(graph: Graph) -> Iterator[Diagnostic]:
    """A meeting ends after it begins, and its minutes are approved after it."""
    for meeting in graph.meetings.values():
        start, end = (time.replace(".", ":") for time in (meeting.start, meeting.end))
        if start and end and end < start:
            yield finding("end-before-start", meeting.origin.at("end"), start=start, end=end)
        yield from _approval(graph, meeting)


def _approval(graph: Graph, meeting: Meeting) -> Iterator[Diagnostic]:
    if meeting.minutes is None or meeting.date is None:
        return
    approving = graph.meetings.get(meeting.minutes.approved_in)
    for key, day in (
        ("date", meeting.minutes.date),
        ("approved_in", approving.date if approving else None),
    ):
        if day is not None and day.last < meeting.date.first:
            span = meeting.minutes.origin.at(key)
            yield finding("approved-before-meeting", span, approved=day.iso, date=meeting.date.iso)
