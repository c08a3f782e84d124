"""Relations read from the other end, and what they mean for whether a decision is in force."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from casebook.model.case import Case, Relation
from casebook.model.vocabulary import RelationType


@dataclass(frozen=True, slots=True)
class InverseRelation:
    """A relation seen from the case that it points at."""

    type: RelationType
    source: Case
    note: str = ""


def inverse_relations(cases: Iterable[Case]) -> dict[str, tuple[InverseRelation, ...]]:
    """Case id to the relations that point at it, in the order of the cases given."""
    found: dict[str, list[InverseRelation]] = defaultdict(list)
    for case in cases:
        for relation in case.relations:
            found[relation.case].append(InverseRelation(relation.type, case, relation.note))
    return {case_id: tuple(relations) for case_id, relations in found.items()}


def relation_cycles(
    cases: Mapping[str, Case], kind: RelationType
) -> list[tuple[tuple[str, Relation], ...]]:
    """Every cycle of one relation type, each once, starting at its smallest id.

    Returns:
        Cycles as chains of (case id, the relation that leads on).
    """
    cycles: dict[frozenset[str], tuple[tuple[str, Relation], ...]] = {}
    for start in sorted(cases):
        for chain in _chains(cases, kind, start, ()):
            cycles.setdefault(frozenset(case_id for case_id, _ in chain), chain)
    return list(cycles.values())


def _chains(
    cases: Mapping[str, Case],
    kind: RelationType,
    current: str,
    chain: tuple[tuple[str, Relation], ...],
) -> Sequence[tuple[tuple[str, Relation], ...]]:
    """Chains from the first case of ``chain`` back to itself."""
    start = chain[0][0] if chain else current
    found = []
    for relation in cases[current].relations:
        if relation.type is not kind or relation.case not in cases or relation.case < start:
            continue
        step = (*chain, (current, relation))
        if relation.case == start:
            found.append(step)
        elif all(relation.case != case_id for case_id, _ in step):
            found.extend(_chains(cases, kind, relation.case, step))
    return found
