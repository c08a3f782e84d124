"""What records lack: gaps that somebody could fill, for each record and for the site as a whole.

What is written as ``ukjent`` or ``ingen`` is no gap: somebody has looked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from casebook.graph.graph import Graph
from casebook.graph.treatments import Treatment
from casebook.model.action import LocalDecision, LogEntry
from casebook.model.case import Case
from casebook.model.meeting import Meeting
from casebook.model.process import Process
from casebook.model.text import SectionKind
from casebook.model.values import Gap, PartialDate, Record
from casebook.model.vocabulary import Effect, MeetingStatus, MinutesStatus, Role

CASE_PARTS = 11
"""How many kinds of parts a case is asked for; a share of completeness is counted from it."""


@dataclass(frozen=True, slots=True)
class Lack:
    """One part that a record lacks."""

    record: str
    kind: str
    """``case``, ``meeting`` or ``process``."""
    part: str
    source: str
    """The file to write it in."""


def case_lacks(graph: Graph, case: Case) -> tuple[str, ...]:
    """The parts that a case lacks, each once, in the order in which they are read."""
    found = [
        *(["summary"] if not case.summary else []),
        *(["treatment"] if not case.agenda_items and not case.local_decisions else []),
    ]
    for treatment in graph.treatments[case.id]:
        found += _treatment_lacks(graph, treatment)
    withheld = case.content_withheld
    checks = {
        "text": case.text.is_empty and not withheld,
        "sources": not case.sources and _absent(case, "sources"),
        "attachment": any(attachment.missing for attachment in case.attachments),
        "required": case.required is None
        and _absent(case, "required")
        and any(item.effect is Effect.NEEDS_MUNICIPALITIES for item in case.agenda_items),
    }
    found += [part for part, lacking in checks.items() if lacking]
    return tuple(dict.fromkeys(found))


def _treatment_lacks(graph: Graph, treatment: Treatment) -> list[str]:
    item, outcome = treatment.item, treatment.item.outcome
    coming = treatment.date is not None and treatment.date.last >= graph.as_of
    decides = item.role in (Role.DECIDES, None)
    final = outcome is not None and outcome.final
    checks = {
        "date": treatment.date is None and _absent(item, "date"),
        "number": not coming and not item.number and _absent(item, "number"),
        "role": item.role is None and _absent(item, "role"),
        "outcome": not coming and outcome is None and _absent(item, "outcome"),
        "vote": outcome is not None
        and outcome.needs_vote
        and not item.votes
        and treatment.section(SectionKind.VOTE) is None
        and not treatment.withheld
        and _absent(item, "votes"),
        "decision": final and decides and treatment.decision is None and not treatment.withheld,
    }
    return [part for part, lacking in checks.items() if lacking]


def meeting_lacks(graph: Graph, meeting: Meeting) -> tuple[str, ...]:
    """The parts that a meeting lacks; what a coming meeting cannot have is not asked for."""
    over = meeting.date is not None and meeting.date.last < graph.as_of
    gone = meeting.status in (MeetingStatus.CANCELLED, MeetingStatus.MOVED)
    minutes = meeting.minutes.status if meeting.minutes is not None else None
    treated = meeting.id in graph.agendas or bool(meeting.formalities)
    checks = {
        "date": meeting.date is None,
        "status": meeting.status is None and _absent(meeting, "status"),
        "place": not meeting.place and _absent(meeting, "place") and not gone,
        "agenda": bool(meeting.body) and over and not gone and not treated,
        "minutes": bool(meeting.body)
        and over
        and not gone
        and minutes in (None, MinutesStatus.UNPUBLISHED)
        and _absent(meeting, "minutes"),
        "sources": not meeting.sources and not meeting.documents,
    }
    return tuple(f"meeting_{part}" for part, lacking in checks.items() if lacking)


def process_lacks(process: Process) -> tuple[str, ...]:
    """The parts that a process lacks."""
    checks = {
        "summary": not process.summary,
        "status": process.status is None and _absent(process, "status"),
        "responsible": not process.responsible and _absent(process, "responsible"),
        "since": process.since is None and _absent(process, "since"),
    }
    return tuple(f"process_{part}" for part, lacking in checks.items() if lacking)


def all_lacks(graph: Graph) -> Iterator[Lack]:
    """Everything that any published record lacks."""
    for case in graph.published_cases:
        for part in case_lacks(graph, case):
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


def _absent(record: Record, name: str) -> bool:
    return record.gap(name) is Gap.ABSENT
