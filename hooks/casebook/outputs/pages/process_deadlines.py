"""What a process is waiting for: its milestones, and the next day that something is due."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from casebook.graph.followups import FollowUpState
from casebook.model.process import Process, ProcessEvent
from casebook.model.values import PartialDate
from casebook.model.vocabulary import ProcessEventType
from casebook.outputs import addresses
from casebook.outputs.pages.view import View

_DUE = frozenset({ProcessEventType.MILESTONE, ProcessEventType.CONSULTATION_DEADLINE})


def milestones(view: View, process: Process) -> list[dict[str, Any]]:
    """The milestones in order of time, each reached, not reached, coming or past without news."""
    found = [event for event in process.events if event.type is ProcessEventType.MILESTONE]
    found.sort(key=lambda event: event.date.sort_key if event.date else (9999, 0, 0))
    return [
        {
            "date": view.day(event.date, event.doubt("date")),
            "text": event.text,
            "href": event.link,
            "state": view.words(f"milestone.{_state(event, view.graph.as_of)}"),
            "code": _state(event, view.graph.as_of),
        }
        for event in found
    ]


def _state(event: ProcessEvent, as_of: date) -> str:
    if event.done is True:
        return "reached"
    past = event.date is not None and event.date.last < as_of
    if event.done is False:
        return "missed" if past else "coming"
    return "unknown" if past else "coming"


def next_deadline(
    view: View, process: Process, states: Iterable[FollowUpState]
) -> dict[str, Any] | None:
    """The nearest day to come on which something in the process is due, with what it is."""
    as_of = view.graph.as_of
    due = [entry for entry in _due(view, process, states) if entry[0].last >= as_of]
    if not due:
        return None
    day, what, href, language = min(due, key=lambda entry: (entry[0].last, entry[1]))
    label = f"{view.words.date(day)}: {what}"
    link = {"href": href, "label": label, "lang": language}
    return {"label": view.words("next_deadline"), "items": [link]}


def _due(
    view: View, process: Process, states: Iterable[FollowUpState]
) -> Iterable[tuple[PartialDate, str, str, str]]:
    deadline = process.deadline
    if deadline is not None:
        meeting = view.graph.meetings.get(deadline.meeting or "")
        day = deadline.date or (meeting.date if meeting is not None else None)
        if day is not None:
            yield day, deadline.text or view.words("deadline"), "", ""
    for event in process.events:
        if event.type in _DUE and event.date is not None and event.done is not True:
            yield event.date, event.text, event.link, ""
    for state in states:
        if not state.closed and state.due is not None:
            href = view.to(addresses.case(state.case.id, state.anchor))
            yield state.due, state.follow_up.action, href, view.foreign(state.case)
