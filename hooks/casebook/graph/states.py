"""Where a case stands: derived from its treatments, never stored, never guessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from casebook.graph.matrix import ADOPTING, Adoption, adoption_of, asked_anew
from casebook.graph.treatments import Treatment, year_has_passed
from casebook.model.case import Case
from casebook.model.region import Municipality
from casebook.model.values import PartialDate
from casebook.model.vocabulary import Outcome, Role

_PLAIN_ROLES = frozenset({Role.IS_INFORMED, Role.DISCUSSES, Role.STATES})


class Stage(StrEnum):
    """How far a case has come."""

    DECIDED = "avgjort"
    IN_PROGRESS = "under-behandling"
    NOT_REGISTERED = "utfall-ikke-registrert"
    RETRACTED = "tatt-av-siden"


class MunicipalStage(StrEnum):
    """How far the municipalities have come with a decision that only holds when all adopt it."""

    WAITING = "venter-på-kommunene"
    COMPLETE = "vedtatt-av-kommunene"
    NOT_BY_ALL = "ikke-vedtatt-av-alle"
    """One adopted something else or nothing, or left; no one can make it whole any more."""


@dataclass(frozen=True, slots=True)
class CaseState:
    """A case's stage, and the treatment that gives it."""

    stage: Stage
    outcome: Outcome | None = None
    treatment: Treatment | None = None
    adoption: Adoption | None = None
    """How many of the municipalities that must adopt the decision have done it."""
    asked: PartialDate | None = None
    """The day on which the municipalities were asked anew, when they were."""

    @property
    def municipal(self) -> MunicipalStage | None:
        """What the municipalities make of the decision; None when it stands without them.

        Identical resolutions turn the state when the last municipality has adopted. A matter that
        no regional body decides is decided when every municipality that must has adopted it.
        """
        adoption = self.adoption
        if adoption is None or not adoption.needed or self.stage is Stage.RETRACTED:
            return None
        regional = self.outcome is not None and self.outcome.final
        if regional and (not adoption.identical or self.outcome not in ADOPTING):
            return None
        undecided = self.treatment is not None and self.treatment.item.role is Role.DECIDES
        if not regional and (undecided or not adoption.complete):
            return None
        if adoption.complete:
            return MunicipalStage.COMPLETE
        waits = adoption.awaited and not adoption.refused
        return MunicipalStage.WAITING if waits else MunicipalStage.NOT_BY_ALL

    @property
    def key(self) -> str:
        """One word for lists, facets and data: the municipalities' stage, outcome or stage.

        An outcome that is registered as unknown is its own word, and not «ikke registrert».
        """
        if self.municipal is not None:
            return self.municipal.value
        if self.outcome is Outcome.UNKNOWN:
            return self.outcome.value
        return self.outcome.value if self.outcome and self.outcome.final else self.stage.value


def case_state(
    case: Case, treatments: Sequence[Treatment], municipalities: Sequence[Municipality], as_of: date
) -> CaseState:
    """The state of a case.

    The outcome is that of the latest dated treatment that decides and has a final outcome. A case
    that nobody decides (orientation, discussion, statement) takes its latest final outcome instead.
    """
    if case.retraction is not None:
        return CaseState(Stage.RETRACTED)
    asked = asked_anew(treatments)
    adoption = adoption_of(case, municipalities, as_of, asked)
    deciding = [t for t in treatments if t.item.role is Role.DECIDES]
    candidates = deciding or [t for t in treatments if t.item.role in _PLAIN_ROLES]
    for treatment in reversed(candidates):
        outcome = treatment.item.outcome
        if outcome is not None and outcome.final:
            return CaseState(Stage.DECIDED, outcome, treatment, adoption, asked)
    state = _open_state(case, treatments, as_of)
    state = replace(state, adoption=adoption, asked=asked)
    return replace(state, stage=Stage.DECIDED) if state.municipal else state


def _open_state(case: Case, treatments: Sequence[Treatment], as_of: date) -> CaseState:
    """A case without a final outcome; one without any date is as old as its year folder says."""
    latest = treatments[-1] if treatments else None
    passed = latest.has_passed(as_of) if latest else year_has_passed(case, as_of)
    if not passed:
        return CaseState(Stage.IN_PROGRESS, treatment=latest)
    outcome = latest.item.outcome if latest else None
    waits = outcome is not None and outcome is not Outcome.UNKNOWN
    return CaseState(Stage.IN_PROGRESS if waits else Stage.NOT_REGISTERED, outcome, latest)
