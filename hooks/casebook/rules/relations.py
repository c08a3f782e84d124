"""Relations between cases: no case to itself, no circle of supersessions."""

from __future__ import annotations

from collections.abc import Iterator

from casebook.diagnostics import Diagnostic, Note, finding
from casebook.graph import Graph
from casebook.graph.relations import relation_cycles
from casebook.model.vocabulary import RelationType


def to_itself(graph: Graph) -> Iterator[Diagnostic]:
    """A case is nothing to itself."""
    for case in graph.cases.values():
        for relation in case.relations:
            if relation.case == case.id:
                yield finding("relation-to-itself", relation.origin.at("case"), id=case.id)
        if case.retraction is not None and case.retraction.replaced_by == case.id:
            span = case.retraction.origin.at("replaced_by")
            yield finding("relation-to-itself", span, id=case.id)


def cycles(graph: Graph) -> Iterator[Diagnostic]:
    """Cases do not supersede each other in a circle."""
    for cycle in relation_cycles(graph.cases, RelationType.SUPERSEDES):
        chain = " → ".join([*(case_id for case_id, _ in cycle), cycle[0][0]])
        first, *rest = (relation.origin.at("case") for _, relation in cycle)
        yield finding("supersedes-cycle", first, related=map(Note, rest), chain=chain)
