"""What records lack: gaps that somebody could fill, for each record and for the site as a whole.

What is written as ``ukjent`` or ``ingen`` is no gap: somebody has looked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from casebook.graph.graph import Graph
from casebook.graph.lacks import is_absent
from casebook.model.action import LocalDecision, LogEntry
from casebook.model.case import Case
from casebook.model.meeting import Meeting
from casebook.model.process import Process
from casebook.model.values import PartialDate
from casebook.model.vocabulary import MeetingForm, MeetingStatus, MinutesStatus


@dataclass(frozen=True, slots=True)
class Lack:
    """One part that a record lacks."""

    record: str
    kind: str
    """``case``, ``meeting`` or ``process``."""
    part: str
    source: str
    """The file to write it in."""


def meeting_lacks(graph: Graph, meeting: Meeting) -> tuple[str, ...]:
    """The parts that a meeting lacks; what a coming meeting cannot have is not asked for."""
    over = meeting.date is not None and meeting.date.last < graph.as_of
    gone = meeting.status in (MeetingStatus.CANCELLED, MeetingStatus.MOVED)
    digital = meeting.form is MeetingForm.DIGITAL
    minutes = meeting.minutes.status if meeting.minutes is not None else None
    treated = meeting.id in graph.agendas or bool(meeting.formalities)
    checks = {
        "date": meeting.date is None,
        "status": meeting.status is None and is_absent(meeting, "status"),
        "place": is_absent(meeting, "place") and not meeting.place and not gone and not digital,
        "agenda": bool(meeting.body) and over and not gone and not treated,
        "minutes": bool(meeting.body)
        and over
        and not gone
        and minutes in (None, MinutesStatus.UNPUBLISHED)
        and is_absent(meeting, "minutes"),
        "sources": not meeting.sources and not meeting.documents,
    }
    return tuple(f"meeting_{part}" for part, lacking in checks.items() if lacking)


def process_lacks(process: Process) -> tuple[str, ...]:
    """The parts that a process lacks."""
    checks = {
        "summary": not process.summary,
        "status": process.status is None and is_absent(process, "status"),
        "responsible": not process.responsible and is_absent(process, "responsible"),
        "since": process.since is None and is_absent(process, "since"),
    }
    return tuple(f"process_{part}" for part, lacking in checks.items() if lacking)


def all_lacks(graph: Graph) -> Iterator[Lack]:
    """Everything that any published record lacks."""
    for case in graph.published_cases:
        for part in graph.lacks[case.id]:
            yield Lack(case.id, "case", part, case.origin.path)
    for meeting in reversed(list(graph.meetings.values())):
        for part in meeting_lacks(graph, meeting):
            yield Lack(meeting.id, "meeting", part, meeting.origin.path)
    for process in graph.processes.values():
        for part in process_lacks(process):
            yield Lack(process.id, "process", part, process.origin.path)


@dataclass(frozen=True, slots=True)
class Freshness:
    """The newest day of each kind that the records tell of."""

    decision: PartialDate | None
    meeting: PartialDate | None
    log_entry: PartialDate | None
    local_decision: PartialDate | None

    @property
    def of_cases(self) -> PartialDate | None:
        """The newest day that a case tells of."""
        days = (self.decision, self.log_entry, self.local_decision)
        return _latest(day for day in days if day is not None)


def freshness(graph: Graph, cases: Iterable[Case] | None = None) -> Freshness:
    """How far the records reach; what is to come, or only likely, does not count.

    Args:
        graph: All records.
        cases: The cases to look at; every published one when not given.
    """
    seen = graph.published_cases if cases is None else tuple(cases)
    treatments = (t for case in seen for t in graph.treatments[case.id] if t.item.outcome)
    treated = [t.date for t in treatments if not t.date_doubt]
    entries = _known(e for case in seen for f in case.follow_ups for e in f.log)
    local = _known(d for case in seen for d in case.local_decisions)
    return Freshness(
        decision=_newest(treated, graph.as_of),
        meeting=_newest(_known(graph.meetings.values()), graph.as_of),
        log_entry=_newest(entries, graph.as_of),
        local_decision=_newest(local, graph.as_of),
    )


def _known(dated: Iterable[LogEntry | LocalDecision | Meeting]) -> list[PartialDate | None]:
    return [record.date for record in dated if not record.doubt("date")]


def _newest(days: list[PartialDate | None], as_of: date) -> PartialDate | None:
    return _latest(day for day in days if day is not None and day.first <= as_of)


def _latest(days: Iterable[PartialDate]) -> PartialDate | None:
    return max(days, key=lambda day: (day.last, day.sort_key), default=None)
