"""Relations read from the other end, and what they mean for whether a decision is in force."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from casebook.model.case import Case, Relation
from casebook.model.process import Process, ProcessRelation
from casebook.model.vocabulary import ProcessRelationType, RelationType

Bond = TypeVar("Bond")
Onward = Mapping[str, Sequence[tuple[str, Bond]]]
"""Each record's bonds of one kind, with the record that each leads on to."""


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
    """A shortest cycle of one relation type for every knot of cases, starting at its smallest id.

    A knot is a strongly connected component, so the work grows with cases and relations and not
    with the number of ways around. A relation from a case to itself is no cycle.

    Returns:
        Cycles as chains of (case id, the relation that leads on).
    """
    return cycles(
        {
            case.id: [(r.case, r) for r in case.relations if r.type is kind and r.case in cases]
            for case in cases.values()
        }
    )


def process_cycles(
    processes: Mapping[str, Process], kind: ProcessRelationType
) -> list[tuple[tuple[str, ProcessRelation], ...]]:
    """The same of processes."""
    return cycles(
        {
            process.id: [
                (r.process, r)
                for r in process.processes
                if r.type is kind and r.process in processes
            ]
            for process in processes.values()
        }
    )


def cycles(onward: Onward[Bond]) -> list[tuple[tuple[str, Bond], ...]]:
    """The same of records of any kind."""
    knots = _knots({key: [target for target, _ in bonds] for key, bonds in onward.items()})
    return [_shortest(min(knot), knot, onward) for knot in knots]


def _knots(targets: Mapping[str, Sequence[str]]) -> list[frozenset[str]]:
    """Strongly connected components of more than one record (Kosaraju, without recursion)."""
    back: dict[str, list[str]] = defaultdict(list)
    for source, found in targets.items():
        for target in found:
            back[target].append(source)
    finished: list[str] = []
    seen: set[str] = set()
    for start in sorted(targets):
        finished += _walk(start, targets, seen)
    seen = set()
    knots = (frozenset(_walk(start, back, seen)) for start in reversed(finished))
    return sorted((knot for knot in knots if len(knot) > 1), key=min)


def _walk(start: str, targets: Mapping[str, Sequence[str]], seen: set[str]) -> list[str]:
    """Everything that can be reached and is not seen yet, in the order in which it is finished."""
    if start in seen:
        return []
    seen.add(start)
    finished = []
    stack = [(start, iter(targets.get(start, ())))]
    while stack:
        onward = next((target for target in stack[-1][1] if target not in seen), None)
        if onward is None:
            finished.append(stack.pop()[0])
        else:
            seen.add(onward)
            stack.append((onward, iter(targets.get(onward, ()))))
    return finished


def _shortest(
    start: str, knot: frozenset[str], onward: Onward[Bond]
) -> tuple[tuple[str, Bond], ...]:
    """The shortest way from a record of a knot back to itself."""
    came: dict[str, tuple[str, Bond]] = {}
    queue = deque([start])
    while start not in came:
        current = queue.popleft()
        for target, bond in onward[current]:
            if target in knot and target not in came and target != current:
                came[target] = (current, bond)
                queue.append(target)
    chain = [came[start]]
    while chain[-1][0] != start:
        chain.append(came[chain[-1][0]])
    return tuple(reversed(chain))
