"""Decisions that should have a follow-up and have none.

Conservative on purpose: an editor's ``oppfølging_ventes`` decides; without it only a decision that
binds, or that the municipalities must treat, and that has no follow-up at all, is listed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from casebook.graph.followups import FollowUpState
from casebook.graph.matrix import ADOPTING
from casebook.graph.treatments import Treatment
from casebook.model.text import Point
from casebook.model.vocabulary import Effect, Role

_ACTING = frozenset({Effect.BINDING, Effect.NEEDS_MUNICIPALITIES})


@dataclass(frozen=True, slots=True)
class Expected:
    """A decision, or some of its points, that nobody is registered to follow up."""

    treatment: Treatment
    points: tuple[Point, ...]
    """The adopted points without a follow-up; empty for a decision that is one whole."""
    stated: bool
    """Whether the record itself says that a follow-up is expected."""


def expected_follow_ups(
    treatments: Iterable[Treatment], states: Iterable[FollowUpState]
) -> list[Expected]:
    """What is missing among one case's treatments, given the case's follow-ups."""
    known = tuple(states)
    found = []
    for treatment in treatments:
        own = [state for state in known if state.treatment is treatment]
        missing = _missing(treatment, own)
        if missing is not None:
            found.append(missing)
    return found


def _missing(treatment: Treatment, own: list[FollowUpState]) -> Expected | None:
    item = treatment.item
    decides = item.role is Role.DECIDES and item.outcome in ADOPTING
    if not decides or item.follow_up_expected is False or treatment.withheld:
        return None
    stated = item.follow_up_expected is True
    if not stated and (own or item.effect not in _ACTING):
        return None
    if any(state.point is None for state in own):
        return None
    points = _uncovered(treatment, own)
    if treatment.points and not points:
        return None
    return Expected(treatment, points, stated) if points or not own else None


def _uncovered(treatment: Treatment, own: list[FollowUpState]) -> tuple[Point, ...]:
    covered = {state.point.id for state in own if state.point is not None}
    return tuple(
        point
        for point in treatment.points
        if not covered.intersection(part.id for part in point.walk())
        and treatment.outcome_of(point) in {None, *ADOPTING}
    )
