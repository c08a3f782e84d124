"""Which other records a record's outputs show facts of; they are made anew when one changes."""

from __future__ import annotations

from collections.abc import Iterator

from casebook.graph.graph import Graph
from casebook.model.case import Case
from casebook.model.meeting import Meeting
from casebook.model.process import Process


class Neighbours:
    """Whom each record speaks of; worked out once for each."""

    def __init__(self, graph: Graph, *, suggestions: bool = True) -> None:
        """Take the joined records.

        Args:
            graph: The joined records.
            suggestions: Whether the outputs name cases that only look alike; finding those takes
                longer than all the rest.
        """
        self._graph = graph
        self._suggestions = graph.suggestions if suggestions else {}
        self._cases: dict[str, list[str]] = {}

    def of(self, record_id: str) -> list[str]:
        """Ids of every record that the outputs of a record speak of, sorted."""
        graph = self._graph
        if record_id in graph.cases:
            return self._of_case(record_id)
        if record_id in graph.meetings:
            near = _near_meeting(graph, graph.meetings[record_id])
        else:
            near = _near_process(graph, graph.processes[record_id])
        # The rows of cases show facts of others in turn.
        wide = near.union(*map(self._of_case, near & graph.cases.keys()))
        return sorted(wide - {record_id})

    def _of_case(self, case_id: str) -> list[str]:
        if case_id not in self._cases:
            near = set(_neighbours(self._graph, self._graph.cases[case_id]))
            suggested = self._suggestions.get(case_id, ())
            # The page lists them by rank, and the ids are sorted here.
            near |= {*suggested, f"suggested {' '.join(suggested)}"}
            self._cases[case_id] = sorted(near - {case_id})
        return self._cases[case_id]


def _neighbours(graph: Graph, case: Case) -> Iterator[str]:
    yield from (relation.case for relation in case.relations)
    yield from (inverse.source.id for inverse in graph.inverse.get(case.id, ()))
    yield from graph.mentioned_by.get(case.id, ())
    yield from graph.mentions_of.get(case.id, ())
    yield from _matter(graph, case)
    yield from (t.item.meeting for t in graph.treatments[case.id] if t.item.meeting)
    yield from case.meetings
    yield from case.processes
    if case.retraction is not None and case.retraction.replaced_by:
        yield case.retraction.replaced_by
    for follow_up in case.follow_ups:
        if follow_up.process:
            yield follow_up.process
        if follow_up.deadline is not None and follow_up.deadline.meeting:
            yield follow_up.deadline.meeting
        for entry in follow_up.log:
            yield from (key for key in (entry.case, entry.meeting) if key)


def _matter(graph: Graph, case: Case) -> Iterator[str]:
    """What the thread of the case's matter tells of."""
    matter = graph.matters.get(case.id, ())
    for key in matter:
        other = graph.cases[key]
        yield key
        yield from (t.item.meeting for t in graph.treatments[key] if t.item.meeting)
        yield from other.meetings
        for process in other.processes:
            tied = (case.id for case in graph.cases_of_process.get(process, ()))
            # Its own events are told only while all its cases belong to the matter.
            yield from (process, f"{process} whole" if set(tied) <= set(matter) else process)


def _near_meeting(graph: Graph, meeting: Meeting) -> set[str]:
    near = {treatment.case.id for treatment in graph.agendas.get(meeting.id, ())}
    near |= {case.id for case in graph.cases_of_meeting.get(meeting.id, ())}
    near |= set(graph.mentioned_by.get(meeting.id, ()))
    near |= {p.id for p in graph.processes.values() if meeting.id in p.meetings}
    near |= {key for key in (meeting.moved_to,) if key}
    if meeting.minutes is not None and meeting.minutes.approved_in:
        near.add(meeting.minutes.approved_in)
    return near


def _near_process(graph: Graph, process: Process) -> set[str]:
    near = {case.id for case in graph.cases_of_process.get(process.id, ())}
    near |= set(process.meetings) | {relation.process for relation in process.processes}
    for other in graph.processes.values():
        near |= {other.id for relation in other.processes if relation.process == process.id}
    near |= {s.case.id for s in graph.all_follow_ups if s.follow_up.process == process.id}
    if process.deadline is not None and process.deadline.meeting:
        near.add(process.deadline.meeting)
    return near
