"""Whether a decision still holds: what has superseded or amended it, and what is only proposed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from casebook.graph.relations import InverseRelation
from casebook.graph.states import CaseState, Stage
from casebook.model.case import Case
from casebook.model.vocabulary import Outcome, RelationType

_REFUSED = frozenset({Outcome.NOT_ADOPTED, Outcome.DISMISSED, Outcome.WITHDRAWN})


class Standing(StrEnum):
    """What later cases, or the case's own outcome, say of a decision."""

    SUPERSEDED = "erstattet"
    AMENDED = "endret"
    WITHDRAWN = "trukket"
    SUPERSEDE_PROPOSED = "foreslått-erstattet"
    AMEND_PROPOSED = "foreslått-endret"


ENDED = frozenset({Standing.SUPERSEDED, Standing.WITHDRAWN})
"""The decision no longer asks anybody to do anything."""


@dataclass(frozen=True, slots=True)
class Force:
    """One thing that a reader must know about whether a decision holds."""

    standing: Standing
    by: Case | None = None
    """The case that supersedes or amends it."""
    note: str = ""


def force_of(
    state: CaseState,
    inverse: Iterable[InverseRelation],
    state_of: Callable[[Case], CaseState],
) -> list[Force]:
    """Everything that touches the force of a decision, the weightiest first.

    A case that is still under treatment has not superseded anything yet; one that was voted down or
    withdrawn never will. A retracted one says nothing.
    """
    found = []
    if state.outcome is Outcome.WITHDRAWN:
        found.append(Force(Standing.WITHDRAWN))
    for relation in inverse:
        later = state_of(relation.source)
        refused = later.stage is Stage.DECIDED and later.outcome in _REFUSED
        if later.stage is Stage.RETRACTED or refused:
            continue
        standing = _standing(relation.type, pending=later.stage is Stage.IN_PROGRESS)
        if standing is not None:
            found.append(Force(standing, relation.source, relation.note))
    order = list(Standing)
    return sorted(found, key=lambda force: order.index(force.standing))


def _standing(kind: RelationType, *, pending: bool) -> Standing | None:
    if kind is RelationType.SUPERSEDES:
        return Standing.SUPERSEDE_PROPOSED if pending else Standing.SUPERSEDED
    if kind is RelationType.AMENDS:
        return Standing.AMEND_PROPOSED if pending else Standing.AMENDED
    return None
