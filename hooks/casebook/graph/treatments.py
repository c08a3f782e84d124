"""A treatment: an agenda item together with what the rest of the content says about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as date_type

from casebook.model.case import AgendaItem, Case
from casebook.model.meeting import Meeting
from casebook.model.region import Body, Region
from casebook.model.text import Point, Section, SectionKind
from casebook.model.values import PartialDate
from casebook.model.vocabulary import Outcome
from casebook.numbers import CaseNumber, parse_number


@dataclass(frozen=True, slots=True)
class Treatment:
    """One case at one meeting, with its body, meeting and date looked up."""

    case: Case
    item: AgendaItem
    meeting: Meeting | None
    body: Body | None
    date: PartialDate | None
    date_doubt: str | None
    """Why the date, or the meeting that gives it, is uncertain."""
    number: CaseNumber | None
    """The case number in normal form, when the written one can be read."""

    @property
    def sort_key(self) -> tuple[tuple[int, int, int], str]:
        """Order by date; an undated treatment sorts first, file order breaks ties."""
        return (self.date.sort_key if self.date else (0, 0, 0), "")

    def has_passed(self, as_of: date_type) -> bool:
        """Whether its day is over; an undated one is as old as its year folder says."""
        if self.date is not None:
            return self.date.last < as_of
        return year_has_passed(self.case, as_of)

    @property
    def withheld(self) -> bool:
        """Whether its text is withheld from the public, for its own sake or with the whole case."""
        return self.item.content_withheld or self.case.content_withheld

    @property
    def anchor(self) -> str:
        """The permanent fragment of the decision as a whole."""
        return f"{self.item.id}-vedtak"

    def point_anchor(self, point: Point) -> str:
        """The permanent fragment of one point."""
        return f"{self.item.id}-p{point.id}"

    def point_number(self, point: Point) -> str:
        """The number that names one point outside its list: ``1 a`` for the ``a`` under 1."""
        numbered = (pair for top in self.points for pair in top.numbered())
        return next((number for inner, number in numbered if inner.id == point.id), point.number)

    def section(self, kind: SectionKind) -> Section | None:
        """The treatment's own section of a kind; a shared one counts when there is one item."""
        if self.withheld:
            return None
        own = self.case.text.find(kind, self.item.id)
        if own is None and len(self.case.agenda_items) == 1:
            own = self.case.text.find(kind, None)
        return own

    def sections(self, kind: SectionKind) -> tuple[Section, ...]:
        """Every section of a kind that the treatment has to itself, in the order of the text."""
        if self.withheld:
            return ()
        return tuple(s for s in self.case.text.of_kind(kind) if s.item_id == self.item.id)

    @property
    def decision(self) -> Section | None:
        """The adopted text, when it is known."""
        return self.section(SectionKind.DECISION)

    @property
    def points(self) -> tuple[Point, ...]:
        """The decision's points in order, without sub-points."""
        return self.decision.points if self.decision is not None else ()

    def outcome_of(self, point: Point) -> Outcome | None:
        """What happened to one point, when it went otherwise than the rest."""
        return self.item.point_outcomes.get(point.number) or self.item.point_outcomes.get(point.id)


def year_has_passed(case: Case, as_of: date_type) -> bool:
    """Whether the year of a case's folder is over; one without a year has not passed."""
    return case.year is not None and case.year < as_of.year


def treatments_of(
    case: Case, region: Region, meetings: Mapping[str, Meeting]
) -> tuple[Treatment, ...]:
    """Every treatment of a case, oldest first; file order decides where dates do not."""
    bodies = {body.id: body for body in region.bodies}
    found = [_treatment(case, item, bodies, meetings) for item in case.agenda_items]
    return tuple(sorted(found, key=lambda treatment: treatment.sort_key))


def _treatment(
    case: Case, item: AgendaItem, bodies: Mapping[str, Body], meetings: Mapping[str, Meeting]
) -> Treatment:
    meeting = meetings.get(item.meeting)
    body_id = item.body or (meeting.body if meeting else "")
    doubt = item.doubt("date") or item.doubt("meeting")
    if doubt is None and meeting is not None and not item.date:
        doubt = meeting.doubt("date")
    return Treatment(
        case=case,
        item=item,
        meeting=meeting,
        body=bodies.get(body_id),
        date=item.date or (meeting.date if meeting else None),
        date_doubt=doubt,
        number=parse_number(item.number) if item.number else None,
    )
