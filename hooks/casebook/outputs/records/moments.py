"""When a record last changed, from the dated facts in it; never from a clock or a file's date.

A build next week gives the same answer as long as nothing new is recorded. Facts that are still to
come do not count: a meeting in May has not changed anything in March.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from casebook.graph import Graph, Treatment
from casebook.graph.followups import FollowUpState
from casebook.model.case import Case
from casebook.model.meeting import Meeting
from casebook.model.process import Process
from casebook.model.shared import Change
from casebook.model.values import PartialDate

_CLOCK = re.compile(r"([0-9]{1,2})[.:]?([0-9]{2})")
OSLO = ZoneInfo("Europe/Oslo")
UNDATED = date(2000, 1, 1)
"""Stands for «not known» where a format demands a moment."""


def moment(day: date) -> str:
    """Midnight in Norway as RFC 3339, with the offset of that day."""
    return datetime.combine(day, time(), OSLO).isoformat()


def clock(written: str) -> time | None:
    """A clock time as written, with a colon or a full stop; None when there is none."""
    found = _CLOCK.fullmatch(written)
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        return None
    return time(int(found[1]), int(found[2]))


def newest(days: Iterable[PartialDate | None], as_of: date) -> date | None:
    """The newest day that has come; a partial date counts by its first day."""
    come = [day.first for day in days if day is not None and day.first <= as_of]
    return max(come, default=None)


def of_case(graph: Graph, case: Case) -> date | None:
    """The newest dated fact of a case; a date that is only assumed does not count."""
    days = [case.published, *_changes(case.changes)]
    days += [t.date for t in graph.treatments[case.id] if not t.date_doubt]
    days += [decision.date for decision in case.local_decisions if not decision.doubt("date")]
    entries = (entry for follow_up in case.follow_ups for entry in follow_up.log)
    days += [entry.date for entry in entries if not entry.doubt("date")]
    if case.retraction is not None:
        days.append(case.retraction.date)
    if case.personal_data is not None:
        days.append(case.personal_data.removed_on)
    return newest(days, graph.as_of)


def of_treatment(graph: Graph, treatment: Treatment) -> date | None:
    """The newest dated fact of a decision: when it was made, published or corrected."""
    case = treatment.case
    return newest([treatment.date, case.published, *_changes(case.changes)], graph.as_of)


def of_follow_up(graph: Graph, state: FollowUpState) -> date | None:
    """The newest entry of a follow-up's log, else the decision that gave it."""
    found = newest((entry.date for entry in state.follow_up.log), graph.as_of)
    if found is None and state.treatment is not None:
        found = newest([state.treatment.date], graph.as_of)
    return found


def of_meeting(graph: Graph, meeting: Meeting) -> date | None:
    """The newest dated fact of a meeting, its being held among them."""
    held = None if meeting.doubt("date") else meeting.date
    return newest([held, *_announcements(meeting)], graph.as_of)


def announced(graph: Graph, meeting: Meeting) -> date:
    """When the meeting's entry in a calendar last changed; being held changes nothing in it.

    Nothing recorded: the first day of the year before, a constant that no build moves.
    """
    found = newest(_announcements(meeting), graph.as_of)
    if found is not None:
        return found
    return date(meeting.date.year - 1, 1, 1) if meeting.date else UNDATED


def _announcements(meeting: Meeting) -> Iterator[PartialDate | None]:
    yield from _changes(meeting.changes)
    yield from (document.date for document in meeting.documents)
    if meeting.minutes is not None:
        yield meeting.minutes.date


def of_process(graph: Graph, process: Process) -> date | None:
    """The newest dated fact of a process and of its cases."""
    days = [process.status_date, process.since, process.until, *_changes(process.changes)]
    days += [event.date for event in process.events]
    own = newest(days, graph.as_of)
    cases = graph.cases_of_process.get(process.id, ())
    below = [of_case(graph, case) for case in cases if graph.is_published(case)]
    return max((day for day in [own, *below] if day is not None), default=None)


def of_everything(graph: Graph) -> date | None:
    """The newest dated fact of any record on the site."""
    days = [of_case(graph, case) for case in graph.published_cases]
    days += [of_meeting(graph, meeting) for meeting in graph.meetings.values()]
    days += [of_process(graph, process) for process in graph.processes.values()]
    return max((day for day in days if day is not None), default=None)


def _changes(changes: Iterable[Change]) -> Iterator[PartialDate | None]:
    return (change.date for change in changes)
