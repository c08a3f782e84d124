"""Relations between records: none to itself, no circle of supersessions, parts or replacements."""

from __future__ import annotations

from collections.abc import Iterator

from casebook.diagnostics import Diagnostic, Note, finding
from casebook.graph import Graph
from casebook.graph.relations import cycles as cycles_of
from casebook.graph.relations import process_cycles, relation_cycles
from casebook.model.values import Record
from casebook.model.vocabulary import ProcessRelationType, RelationType


def to_itself(graph: Graph) -> Iterator[Diagnostic]:
    """A case or process is nothing to itself, and a meeting is not moved to itself."""
    for record, target, holder, key in _named_by_records(graph):
        if target == record:
            yield finding("relation-to-itself", holder.origin.at(key), id=record)


def _named_by_records(graph: Graph) -> Iterator[tuple[str, str, Record, str]]:
    """Record, record of the same kind that it names, and where: the holder and its field."""
    for case in graph.cases.values():
        for relation in case.relations:
            yield case.id, relation.case, relation, "case"
        if case.retraction is not None:
            yield case.id, case.retraction.replaced_by, case.retraction, "replaced_by"
    for process in graph.processes.values():
        for bond in process.processes:
            yield process.id, bond.process, bond, "process"
    for meeting in graph.meetings.values():
        yield meeting.id, meeting.moved_to, meeting, "moved_to"


def cycles(graph: Graph) -> Iterator[Diagnostic]:
    """Cases do not supersede each other in a circle."""
    for cycle in relation_cycles(graph.cases, RelationType.SUPERSEDES):
        chain = " → ".join([*(case_id for case_id, _ in cycle), cycle[0][0]])
        first, *rest = (relation.origin.at("case") for _, relation in cycle)
        yield finding("supersedes-cycle", first, related=map(Note, rest), chain=chain)


def rings(graph: Graph) -> Iterator[Diagnostic]:
    """No process is part of its own part, or comes after what comes after it."""
    for kind in (ProcessRelationType.PART_OF, ProcessRelationType.FOLLOWS):
        for cycle in process_cycles(graph.processes, kind):
            chain = " → ".join([*(process_id for process_id, _ in cycle), cycle[0][0]])
            first, *rest = (bond.origin.at("process") for _, bond in cycle)
            notes = map(Note, rest)
            yield finding("process-cycle", first, related=notes, relation=kind.value, chain=chain)


def replacements(graph: Graph) -> Iterator[Diagnostic]:
    """What a moved meeting or a case taken down leads on to does not lead back."""
    onward = {
        record: [(target, holder.origin.at(key))]
        for record, target, holder, key in _named_by_records(graph)
        if key in ("replaced_by", "moved_to") and target
    }
    for cycle in cycles_of(onward):
        chain = " → ".join([*(record for record, _ in cycle), cycle[0][0]])
        first, *rest = (place for _, place in cycle)
        yield finding("replacement-cycle", first, related=map(Note, rest), chain=chain)
