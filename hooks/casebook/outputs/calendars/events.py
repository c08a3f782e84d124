"""Meetings and deadlines as calendar events."""

from __future__ import annotations

from datetime import date, timedelta

from casebook.graph.followups import FollowUpState
from casebook.model.action import FollowUp
from casebook.model.case import Case
from casebook.model.meeting import Meeting
from casebook.model.vocabulary import MeetingStatus
from casebook.outputs import addresses
from casebook.outputs.calendars.lines import day, text, utc
from casebook.outputs.earlier import first_id
from casebook.outputs.feeds.entries import view_of
from casebook.outputs.follow_up_table import deadline_text, status_text
from casebook.outputs.pages.view import View
from casebook.outputs.records import Source, moments

_STEPS = {
    MeetingStatus.PLANNED: 0,
    MeetingStatus.SUMMONED: 1,
    MeetingStatus.HELD: 2,
    MeetingStatus.CANCELLED: 3,
    MeetingStatus.MOVED: 3,
}
_CHANGE = 1 + max(_STEPS.values())
_OFF = frozenset({MeetingStatus.CANCELLED, MeetingStatus.MOVED})
_DOUBTED = {"start": "date", "end": "date", "place": "place", "status": "state"}
"""What an event says of a meeting besides its day, and may only be likely; and its words."""


def meeting_event(source: Source, meeting: Meeting) -> list[str]:
    """A meeting; empty when no day is known for it."""
    held = meeting.date.exact if meeting.date else None
    if held is None:
        return []
    view, doubt = view_of(source, meeting.language), meeting.doubt("date")
    title = _title(view, meeting)
    lines = [
        "BEGIN:VEVENT",
        f"UID:{first_id(source.graph, meeting.id)}@{_namespace(source)}",
        f"DTSTAMP:{utc(moments.announced(source.graph, meeting))}",
        f"SEQUENCE:{_sequence(source, meeting)}",
        *_when(meeting, held),
        f"SUMMARY:{text(view.words('cal.assumed_date', what=title) if doubt else title)}",
        f"STATUS:{_status(meeting, doubt)}",
    ]
    if meeting.place:
        lines.append(f"LOCATION:{text(view.likely(meeting.place, meeting.doubt('place')))}")
    lines.append(f"DESCRIPTION:{text(_description(source, view, meeting, doubt))}")
    if source.base:
        lines.append(f"URL:{source.url(addresses.meeting(meeting.id))}")
    return [*lines, "END:VEVENT"]


def _title(view: View, meeting: Meeting) -> str:
    """What calendars show; many show an event that is off like any other, so it says so itself."""
    title = view.meeting_title(meeting.id)
    if meeting.status in _OFF:
        title = view.words(f"cal.off.{meeting.status.value}", what=title)
        return view.likely(title, meeting.doubt("status"))
    return title


def _sequence(source: Source, meeting: Meeting) -> int:
    """Grows with every step of the meeting, every recorded change and every version of its file.

    A step back, as when a cancelled meeting is held after all, must not make it fall: programmes
    keep the event with the greater number. So a change counts for more than all the steps.
    """
    step = _STEPS[meeting.status] if meeting.status is not None else 0
    return step + _CHANGE * (len(meeting.changes) + _versions(source, meeting))


def _versions(source: Source, record: Case | Meeting) -> int:
    """How often a record's file was changed, as far as the history tells."""
    return len(source.graph.publication.history.get(record.origin.path, ()))


def _namespace(source: Source) -> str:
    """What follows the ``@`` of every UID; the region's namespace, never the host."""
    return source.graph.region.namespace or "casebook.invalid"


def _when(meeting: Meeting, held: date) -> list[str]:
    """A whole day when no time is known; the end only when it is recorded."""
    start, end = moments.clock(meeting.start), moments.clock(meeting.end)
    if start is None:
        following = held + timedelta(days=1)
        return [f"DTSTART;VALUE=DATE:{day(held)}", f"DTEND;VALUE=DATE:{day(following)}"]
    lines = [f"DTSTART;TZID=Europe/Oslo:{day(held)}T{start:%H%M}00"]
    if end is not None and end != start:
        over = held if end > start else held + timedelta(days=1)
        lines.append(f"DTEND;TZID=Europe/Oslo:{day(over)}T{end:%H%M}00")
    return lines


def _status(meeting: Meeting, doubt: str | None) -> str:
    if meeting.status in _OFF:
        return "CANCELLED"
    likely = doubt or meeting.doubt("status") or meeting.status is MeetingStatus.PLANNED
    return "TENTATIVE" if likely else "CONFIRMED"


def _description(source: Source, view: View, meeting: Meeting, doubt: str | None) -> str:
    words, parts = view.words, []
    if meeting.status is MeetingStatus.CANCELLED:
        parts.append(words("cal.cancelled"))
    if meeting.status is MeetingStatus.MOVED:
        later = source.graph.meetings.get(meeting.moved_to)
        known = later is not None and later.date is not None
        parts.append(
            words("cal.moved", date=words.date(later.date))
            if later is not None and known
            else words("cal.moved_unknown")
        )
    if doubt:
        parts.append(words("cal.assumed_because", reason=doubt))
    for name, label in _DOUBTED.items():
        if why := meeting.doubt(name):
            parts.append(f"{view.likely(words(label), why)}: {why}")
    parts.append(meeting.summary)
    agenda = [
        f"{view.number(treatment)} {view.title(treatment.case.id)}".strip()
        for treatment in source.graph.agendas.get(meeting.id, ())
        if treatment.case.id in source.published
    ]
    if agenda:
        parts.append("\n".join([words("cal.agenda"), *agenda]))
    return "\n\n".join(part for part in parts if part) or words("meeting")


def _due(view: View, follow_up: FollowUp) -> str:
    """The deadline as written, when the day of the event does not say all of it."""
    deadline = follow_up.deadline
    if deadline is None or (deadline.date and deadline.date.exact and not deadline.text):
        return ""
    return f"{view.words('deadline')}: {deadline_text(view, follow_up)}"


def deadline_event(source: Source, state: FollowUpState) -> list[str]:
    """The deadline of an open follow-up; empty when it is closed or has no date."""
    due, follow_up = state.due, state.follow_up
    if due is None or state.closed:
        return []
    view = view_of(source, state.case.language)
    doubt = state.due_doubt
    title = view.words("cal.deadline", what=follow_up.action)
    owners = view.words.join(source.graph.owner_name(owner) for owner in follow_up.owners)
    owners = view.likely(owners, follow_up.doubt("owners"))
    said = [
        view.words("cal.case", title=view.title(state.case.id)),
        _due(view, follow_up),
        view.words("cal.owners", owners=owners) if owners else "",
        f"{view.words('state')}: {status_text(view, state)}" if state.status_doubt else "",
        view.words("cal.assumed_because", reason=doubt) if doubt else "",
    ]
    changed = moments.of_follow_up(source.graph, state) or moments.UNDATED
    told = len(follow_up.log) + len(state.case.changes)
    lines = [
        "BEGIN:VEVENT",
        f"UID:{first_id(source.graph, state.case.id)}/{follow_up.id}@{_namespace(source)}",
        f"DTSTAMP:{utc(changed)}",
        f"SEQUENCE:{told + _versions(source, state.case)}",
        f"DTSTART;VALUE=DATE:{day(due.last)}",
        f"DTEND;VALUE=DATE:{day(due.last + timedelta(days=1))}",
        f"SUMMARY:{text(view.words('cal.assumed_deadline', what=title) if doubt else title)}",
        f"STATUS:{'TENTATIVE' if doubt else 'CONFIRMED'}",
        "TRANSP:TRANSPARENT",
        f"DESCRIPTION:{text(chr(10).join(part for part in said if part))}",
    ]
    if source.base:
        lines.append(f"URL:{source.url(addresses.case(state.case.id, state.anchor))}")
    return [*lines, "END:VEVENT"]
