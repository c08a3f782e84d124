"""A matter over time: everything that happened to it, across years and bodies, in one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from casebook.graph.followups import FollowUpState, ordered_log
from casebook.graph.graph import Graph
from casebook.graph.treatments import Treatment
from casebook.model.action import LocalDecision, LogEntry
from casebook.model.case import Attachment, Case
from casebook.model.meeting import Meeting
from casebook.model.process import Process, ProcessEvent
from casebook.model.values import PartialDate

LONGEST = 80
"""A thread shows so many happenings; the least telling kinds give way first."""


class Kind(StrEnum):
    """What happened, in the order in which kinds are kept when a thread is too long."""

    DECISION = "decision"
    MEETING = "meeting"
    PROCESS = "process"
    LOCAL = "local"
    EVENT = "event"
    FOLLOW_UP = "follow-up"
    PAPER = "paper"


Subject = (
    Treatment
    | Meeting
    | Process
    | LocalDecision
    | ProcessEvent
    | tuple[FollowUpState, LogEntry]
    | tuple[Attachment, ...]
    | None
)


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing on the timeline."""

    kind: Kind
    date: PartialDate | None
    doubt: str | None
    case: Case | None
    process: Process | None
    subject: Subject
    late: bool = False
    """Whether a date that lacks its day stands for the end of its span, not the beginning."""

    @property
    def sort_key(self) -> tuple[object, ...]:
        """Order on the line; what has no date at all stands last."""
        ranks = list(Kind)
        if self.date is None:
            return (1, (self.case.year or 0) if self.case else 0, ranks.index(self.kind))
        day = self.date.last if self.late else self.date.first
        return (0, day, ranks.index(self.kind))


def case_timeline(graph: Graph, case: Case) -> list[Happening]:
    """The whole matter that a case belongs to."""
    cases = [graph.cases[key] for key in graph.matters.get(case.id, (case.id,))]
    return _line([*_matter(graph, cases)])


def meeting_timeline(graph: Graph, meeting: Meeting) -> list[Happening]:
    """What led to a meeting and what came of it.

    An administrative meeting shows the whole of its matter, an ordinary one the treatments of the
    cases on its agenda and of the cases tied to them.
    """
    named = graph.cases_of_meeting.get(meeting.id, ())
    own = Happening(Kind.MEETING, meeting.date, meeting.doubt("date"), None, None, meeting)
    if named:
        found = [*_matter(graph, _tied(graph, named))]
        present = any(h.subject is meeting for h in found)
        return _line(found if present else [*found, own])
    treated = [t.case for t in graph.agendas.get(meeting.id, ())]
    cases = _tied(graph, [case for case in treated if graph.is_published(case)])
    return _line([h for case in cases for h in _treatments(graph, case)])


def process_timeline(graph: Graph, process: Process) -> list[Happening]:
    """Everything that belongs to a process, and the cases tied to its cases."""
    own = [c for c in graph.cases_of_process.get(process.id, ()) if graph.is_published(c)]
    found = [*_matter(graph, _tied(graph, own), whole=frozenset({process.id}))]
    met = {h.subject.id for h in found if isinstance(h.subject, Meeting)}
    missing = [graph.meetings[k] for k in process.meetings if k in graph.meetings and k not in met]
    found += [Happening(Kind.MEETING, m.date, m.doubt("date"), None, None, m) for m in missing]
    if not own:
        found += [_process(process), *_events(process)]
    return _line(found)


def _tied(graph: Graph, cases: Iterable[Case]) -> list[Case]:
    keys = dict.fromkeys(key for case in cases for key in graph.matters.get(case.id, ()))
    return [graph.cases[key] for key in keys]


def _matter(
    graph: Graph, cases: list[Case], whole: frozenset[str] = frozenset()
) -> Iterator[Happening]:
    """Everything of these cases.

    A process's own events belong to the matter when all the process's cases do, or when the process
    is the subject (``whole``); else they would tell of other matters.
    """
    ids = {case.id for case in cases}
    meetings = dict.fromkeys(key for case in cases for key in case.meetings)
    for case in cases:
        yield from _treatments(graph, case)
        yield from _locals(case)
        yield from _follow_ups(graph, case)
        yield from _papers(case)
    for key in meetings:
        if key in graph.meetings:
            meeting = graph.meetings[key]
            yield Happening(Kind.MEETING, meeting.date, meeting.doubt("date"), None, None, meeting)
    for key in dict.fromkeys(key for case in cases for key in case.processes):
        if key not in graph.processes:
            continue
        yield _process(graph.processes[key])
        if key in whole or all(c.id in ids for c in graph.cases_of_process[key]):
            yield from _events(graph.processes[key])


def _treatments(graph: Graph, case: Case) -> Iterator[Happening]:
    treatments = graph.treatments[case.id]
    for treatment in treatments:
        yield Happening(Kind.DECISION, treatment.date, treatment.date_doubt, case, None, treatment)
    if not treatments:
        yield Happening(Kind.DECISION, None, None, case, None, None)


def _locals(case: Case) -> Iterator[Happening]:
    for decision in case.local_decisions:
        if decision.date is not None:
            yield Happening(Kind.LOCAL, decision.date, decision.doubt("date"), case, None, decision)


def _follow_ups(graph: Graph, case: Case) -> Iterator[Happening]:
    for state in graph.follow_ups[case.id]:
        for entry in ordered_log(state.follow_up):
            if entry.date is not None:
                doubt = entry.doubt("date")
                yield Happening(Kind.FOLLOW_UP, entry.date, doubt, case, None, (state, entry))


def _papers(case: Case) -> Iterator[Happening]:
    """Dated attachments, those of one day together; a withheld title is not named."""
    if case.content_withheld:
        return
    days: dict[PartialDate, list[Attachment]] = {}
    for paper in case.attachments:
        if paper.date is not None and paper.exempt is None:
            days.setdefault(paper.date, []).append(paper)
    for day, papers in days.items():
        doubt = papers[0].doubt("date")
        yield Happening(Kind.PAPER, day, doubt, case, None, tuple(papers))


def _process(process: Process) -> Happening:
    """A process stands where its state was last known, else where it began."""
    known = process.until or process.status_date
    name = "until" if process.until else "status_date" if process.status_date else "since"
    date = known or process.since
    return Happening(
        Kind.PROCESS, date, process.doubt(name), None, process, process, late=known is not None
    )


def _events(process: Process) -> Iterator[Happening]:
    for event in process.events:
        yield Happening(Kind.EVENT, event.date, event.doubt("date"), None, process, event)


def _line(found: list[Happening]) -> list[Happening]:
    """In order of time; what is told least by a long thread gives way."""
    if len(found) > LONGEST:
        ranks = list(Kind)
        found = sorted(found, key=lambda h: ranks.index(h.kind))[:LONGEST]
    return sorted(found, key=lambda h: h.sort_key)
