"""The municipalities' own treatment: where each one stands, and when the last has adopted.

Who must treat a decision stands in ``kreves_av`` alone; nothing follows from membership.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from casebook.graph.treatments import Treatment
from casebook.model.action import LocalDecision
from casebook.model.case import Case
from casebook.model.region import Municipality
from casebook.model.values import PartialDate
from casebook.model.vocabulary import Effect, Outcome, Purpose, Role

MUST_TREAT = "må-behandle"
"""Required, and nothing is registered from the municipality."""
WAITING = "venter"
"""Required and begun, but without a final decision: deferred, or only heard."""
NOT_NEEDED = "ikke-nødvendig"
NOT_REGISTERED = "ikke-registrert"
NOT_MEMBER = "ikke-medlem"
LEFT = "gikk-ut"
"""Required, but out of the cooperation before it adopted anything; nothing is awaited any more."""
OPEN = frozenset({MUST_TREAT, WAITING})

ADOPTING = frozenset({Outcome.ADOPTED, Outcome.ADOPTED_AMENDED, Outcome.OTHER_ADOPTED})
REFUSING = frozenset({Outcome.NOT_ADOPTED, Outcome.DISMISSED})
PREPARING = frozenset({Purpose.CONSULTATION, Purpose.NOTIFICATION})
"""Purposes that never settle whether a municipality has adopted."""


@dataclass(frozen=True, slots=True)
class LocalCell:
    """One municipality's standing in one case."""

    municipality: str
    status: str
    """The outcome that settles it, or one of this module's words for a case without."""
    required: bool
    decision: LocalDecision | None = None
    """The treatment that gives the status."""

    @property
    def unsettled(self) -> bool:
        """Whether a final decision was asked for and none is registered."""
        return self.status in OPEN or self.status == LEFT

    @property
    def registered(self) -> bool:
        """Whether the record says anything about this municipality."""
        return self.required or self.decision is not None


@dataclass(frozen=True, slots=True)
class Adoption:
    """How many of the municipalities that must adopt a decision have done it."""

    adopted: tuple[str, ...]
    refused: tuple[str, ...]
    """Adopted something else, or nothing."""
    awaited: tuple[str, ...]
    """Those that are still expected to settle it; one that has left the region is not."""
    needed: tuple[str, ...]
    identical: bool
    last: PartialDate | None = None
    """The latest of the adoptions."""

    @property
    def complete(self) -> bool:
        """Whether the last municipality has adopted."""
        return bool(self.needed) and len(self.adopted) == len(self.needed)


def asked_anew(treatments: Iterable[Treatment]) -> PartialDate | None:
    """The day on which the region put a case to the municipalities once more.

    A decision that needs the municipalities, made after another such one, is a new question: who
    adopted the former has not answered it. A later decision that only confirms asks nothing.
    """
    asking = [
        treatment
        for treatment in treatments
        if treatment.item.role is Role.DECIDES
        and treatment.item.outcome in ADOPTING
        and treatment.item.effect is Effect.NEEDS_MUNICIPALITIES
    ]
    return asking[-1].date if len(asking) > 1 else None


def local_cell(case: Case, municipality: str, asked: PartialDate | None = None) -> LocalCell:
    """Where one municipality stands in a case.

    Args:
        case: The case.
        municipality: The municipality's id.
        asked: The day of ``asked_anew``: what a municipality came to before it settles nothing.
    """
    required = case.required is not None and municipality in case.required.municipalities
    own = [d for d in case.local_decisions if d.municipality == municipality]
    if any(decision.not_needed for decision in own):
        decision = next(d for d in own if d.not_needed)
        return LocalCell(municipality, NOT_NEEDED, required, decision)
    settled = _latest(d for d in own if _settles(d) and not _is_before(d, asked))
    if settled is not None and settled.outcome is not None and not _resumed(settled, own):
        return LocalCell(municipality, settled.outcome.value, required, settled)
    latest = _latest(d for d in own if d.purpose not in PREPARING) or _latest(own)
    if required:
        return LocalCell(municipality, WAITING if own else MUST_TREAT, required, latest)
    with_outcome = _latest(d for d in own if d.outcome is not None)
    if with_outcome is not None and with_outcome.outcome is not None:
        return LocalCell(municipality, with_outcome.outcome.value, required, with_outcome)
    return LocalCell(municipality, NOT_REGISTERED, required, latest)


def local_cell_on(
    case: Case, place: Municipality, as_of: date, asked: PartialDate | None = None
) -> LocalCell:
    """Where one municipality stands in a case on a day; who has left is not waited for."""
    cell = local_cell(case, place.id, asked)
    if cell.status in OPEN and place.has_left(as_of):
        return replace(cell, status=LEFT)
    return cell


def matrix_row(
    case: Case,
    municipalities: Iterable[Municipality],
    day: date | None,
    as_of: date,
    asked: PartialDate | None = None,
) -> tuple[LocalCell, ...]:
    """Every municipality's cell, in the order of the register.

    Args:
        case: The case.
        municipalities: The region's municipalities.
        day: The day of the regional decision, when it is known; who was no member then and is not
            named by the case is shown as such.
        as_of: The day that the site tells of.
        asked: The day of ``asked_anew``.
    """
    cells = []
    for place in municipalities:
        cell = local_cell_on(case, place, as_of, asked)
        outside = day is not None and place.membership is not None and not place.member_on(day)
        if outside and not cell.registered:
            cell = LocalCell(place.id, NOT_MEMBER, required=False)
        cells.append(cell)
    return tuple(cells)


def is_late(case: Case, cell: LocalCell, as_of: date) -> bool:
    """Whether a municipality that is waited for should have been done before a day."""
    deadline = case.required.deadline if case.required is not None else None
    due = deadline.date if deadline is not None else None
    return cell.status in OPEN and due is not None and due.last < as_of


def only_prepares(decision: LocalDecision) -> bool:
    """Whether an outcome is that of a consultation or a notification, which settles nothing."""
    has_outcome = decision.outcome is not None and not decision.not_needed
    return has_outcome and decision.purpose in PREPARING


def concerns_municipalities(case: Case) -> bool:
    """Whether the record says that the municipalities have a part in the decision."""
    effects = {Effect.NEEDS_MUNICIPALITIES, Effect.RECOMMENDATION}
    asked = any(item.effect in effects for item in case.agenda_items)
    return asked or case.required is not None or bool(case.local_decisions)


def adoption_of(
    case: Case,
    municipalities: Iterable[Municipality],
    as_of: date,
    asked: PartialDate | None = None,
) -> Adoption | None:
    """How far the municipalities have come with what they must adopt; None when none must.

    Args:
        case: The case.
        municipalities: The region's municipalities; who has left is not waited for.
        as_of: The day that the site tells of.
        asked: The day of ``asked_anew``.
    """
    if case.required is None:
        return None
    gone = {place.id for place in municipalities if place.has_left(as_of)}
    needed = dict.fromkeys(case.required.municipalities)
    cells = [local_cell(case, key, asked) for key in needed]
    cells = [cell for cell in cells if cell.status != NOT_NEEDED]
    awaited = (cell.municipality for cell in cells if cell.status in OPEN)
    identical = case.required.identical
    counting = {Outcome.ADOPTED} if identical else ADOPTING
    adopted = [c for c in cells if _settled(c) in counting]
    refusing = REFUSING | (ADOPTING - counting)
    dates = [c.decision.date for c in adopted if c.decision is not None and c.decision.date]
    return Adoption(
        adopted=tuple(cell.municipality for cell in adopted),
        refused=tuple(c.municipality for c in cells if _settled(c) in refusing),
        awaited=tuple(key for key in awaited if key not in gone),
        needed=tuple(cell.municipality for cell in cells),
        identical=identical,
        last=max(dates, key=lambda day: day.last, default=None),
    )


def _settled(cell: LocalCell) -> Outcome | None:
    """The outcome that counts: that of a treatment which decides, not of a consultation."""
    decision = cell.decision
    settles = decision is not None and not cell.unsettled and _settles(decision)
    return decision.outcome if decision is not None and settles else None


def _settles(decision: LocalDecision) -> bool:
    final = decision.outcome is not None and decision.outcome.final
    return final and decision.purpose not in PREPARING


def _is_before(decision: LocalDecision, day: PartialDate | None) -> bool:
    return day is not None and decision.date is not None and decision.date.last < day.first


def _resumed(settled: LocalDecision, own: Iterable[LocalDecision]) -> bool:
    """Whether the municipality only took note, and has since taken the case up without an end."""
    if settled.outcome in ADOPTING | REFUSING:
        return False
    deciding = _latest(d for d in own if d.purpose not in PREPARING)
    return deciding is not settled and deciding is not None and not _settles(deciding)


def _latest(decisions: Iterable[LocalDecision]) -> LocalDecision | None:
    """The latest by date; an undated one sorts first, file order breaks ties."""
    found = sorted(decisions, key=lambda d: d.date.sort_key if d.date else (0, 0, 0))
    return found[-1] if found else None
