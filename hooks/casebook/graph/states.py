"""Where a case stands: derived from its treatments, never stored, never guessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casebook.graph.treatments import Treatment
from casebook.model.case import Case
from casebook.model.vocabulary import Outcome, Role

_PLAIN_ROLES = frozenset({Role.IS_INFORMED, Role.DISCUSSES, Role.STATES})


class Stage(StrEnum):
    """How far a case has come."""

    DECIDED = "avgjort"
    IN_PROGRESS = "under-behandling"
    NOT_REGISTERED = "utfall-ikke-registrert"
    RETRACTED = "tatt-av-siden"


@dataclass(frozen=True, slots=True)
class CaseState:
    """A case's stage, and the treatment that gives it."""

    stage: Stage
    outcome: Outcome | None = None
    treatment: Treatment | None = None

    @property
    def key(self) -> str:
        """One word for lists, facets and data: the outcome, or the stage without one."""
        return self.outcome.value if self.outcome and self.outcome.final else self.stage.value


def case_state(case: Case, treatments: Sequence[Treatment], as_of: date) -> CaseState:
    """The state of a case (format.md, rule 8).

    The outcome is that of the latest dated treatment that decides and has a final outcome. A case
    that nobody decides (orientation, discussion, statement) takes its latest final outcome instead.
    """
    if case.retraction is not None:
        return CaseState(Stage.RETRACTED)
    deciding = [t for t in treatments if t.item.role is Role.DECIDES]
    candidates = deciding or [t for t in treatments if t.item.role in _PLAIN_ROLES]
    for treatment in reversed(candidates):
        outcome = treatment.item.outcome
        if outcome is not None and outcome.final:
            return CaseState(Stage.DECIDED, outcome, treatment)
    return _open_state(treatments, as_of)


def _open_state(treatments: Sequence[Treatment], as_of: date) -> CaseState:
    latest = treatments[-1] if treatments else None
    if latest is None or latest.date is None or latest.date.last >= as_of:
        return CaseState(Stage.IN_PROGRESS, treatment=latest)
    outcome = latest.item.outcome
    waits = outcome is not None and outcome is not Outcome.UNKNOWN
    return CaseState(Stage.IN_PROGRESS if waits else Stage.NOT_REGISTERED, outcome, latest)
