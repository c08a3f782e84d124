"""The calendars of the site: all meetings, those of each body, each one alone, and deadlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from casebook.model.meeting import Meeting
from casebook.outputs.calendars.events import deadline_event, meeting_event
from casebook.outputs.calendars.lines import TIME_ZONE, text, written
from casebook.outputs.output_file import OutputFile
from casebook.outputs.records import Source

MEETINGS = "kalender/moter.ics"
DEADLINES = "kalender/frister.ics"


def of_body(body_id: str) -> str:
    """Address of the calendar of a body."""
    return f"kalender/organ/{body_id}.ics"


def of_meeting(meeting_id: str) -> str:
    """Address of the calendar that holds one meeting."""
    return f"kalender/mote/{meeting_id}.ics"


def has_day(meeting: Meeting) -> bool:
    """Whether the meeting can stand in a calendar: a day is known for it."""
    return meeting.date is not None and meeting.date.exact is not None


def calendar_files(source: Source) -> Iterator[OutputFile]:
    """Every calendar; a meeting without a known day has none of its own."""
    graph, words = source.graph, source.words
    meetings = tuple(graph.meetings.values())
    yield OutputFile(MEETINGS, partial(_meetings, source, words("cal.meetings"), meetings))
    for body in graph.bodies.values():
        title = words("cal.meetings_of", name=body.name())
        content = partial(_meetings, source, title, graph.meetings_of_body(body.id))
        yield OutputFile(of_body(body.id), content)
    for meeting in meetings:
        if has_day(meeting):
            title = source.view.meeting_title(meeting.id)
            content = partial(_meetings, source, title, (meeting,))
            yield OutputFile(of_meeting(meeting.id), content, source=meeting.origin.path)
    yield OutputFile(DEADLINES, partial(_deadlines, source))


def _meetings(source: Source, title: str, meetings: Iterable[Meeting]) -> bytes:
    return _calendar(source, title, (meeting_event(source, meeting) for meeting in meetings))


def _deadlines(source: Source) -> bytes:
    events = (deadline_event(source, state) for state in source.graph.all_follow_ups)
    return _calendar(source, source.words("cal.deadlines"), events)


def _calendar(source: Source, title: str, events: Iterable[list[str]]) -> bytes:
    site = source.graph.region.name(source.graph.as_of)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Casebook//Casebook//NO",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{text(f'{title} – {site}')}",
        "X-WR-TIMEZONE:Europe/Oslo",
        *TIME_ZONE,
    ]
    for event in events:
        lines += event
    return written([*lines, "END:VCALENDAR"])
