"""Which other records a case's page shows facts of; the page must be made anew when one changes."""

from __future__ import annotations

from collections.abc import Iterator

from casebook.graph.graph import Graph
from casebook.model.case import Case
from casebook.model.meeting import Meeting
from casebook.model.process import Process


def neighbours_of(graph: Graph, case: Case) -> list[str]:
    """Ids of every record that the page of a case speaks of, sorted."""
    return sorted(set(_neighbours(graph, case)) - {case.id})


def _neighbours(graph: Graph, case: Case) -> Iterator[str]:
    yield from (relation.case for relation in case.relations)
    yield from (inverse.source.id for inverse in graph.inverse.get(case.id, ()))
    yield from graph.mentioned_by.get(case.id, ())
    yield from graph.mentions_of.get(case.id, ())
    yield from _matter(graph, case)
    suggested = graph.suggestions.get(case.id, ())
    yield from suggested
    # The page lists them by rank, and the ids are sorted here.
    yield f"suggested {' '.join(suggested)}"
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


def meeting_neighbours(graph: Graph, meeting: Meeting) -> list[str]:
    """Ids of every record that the outputs of a meeting speak of, sorted."""
    near = {treatment.case.id for treatment in graph.agendas.get(meeting.id, ())}
    near |= {case.id for case in graph.cases_of_meeting.get(meeting.id, ())}
    near |= set(graph.mentioned_by.get(meeting.id, ()))
    near |= {p.id for p in graph.processes.values() if meeting.id in p.meetings}
    near |= {key for key in (meeting.moved_to,) if key}
    if meeting.minutes is not None and meeting.minutes.approved_in:
        near.add(meeting.minutes.approved_in)
    return _widened(graph, near, meeting.id)


def process_neighbours(graph: Graph, process: Process) -> list[str]:
    """Ids of every record that the outputs of a process speak of, sorted."""
    near = {case.id for case in graph.cases_of_process.get(process.id, ())}
    near |= set(process.meetings) | {relation.process for relation in process.processes}
    for other in graph.processes.values():
        near |= {other.id for relation in other.processes if relation.process == process.id}
    near |= {s.case.id for s in graph.all_follow_ups if s.follow_up.process == process.id}
    if process.deadline is not None and process.deadline.meeting:
        near.add(process.deadline.meeting)
    return _widened(graph, near, process.id)


def _widened(graph: Graph, near: set[str], own: str) -> list[str]:
    """The records named, and what the rows of their cases show of others."""
    wide = set(near)
    for case_id in near & graph.cases.keys():
        wide |= set(neighbours_of(graph, graph.cases[case_id]))
    return sorted(wide - {own})
