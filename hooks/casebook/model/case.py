"""The case: one matter, with everything that hangs on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from casebook.model.action import FollowUp, LocalDecision, Requirement
from casebook.model.shared import Change, Closed, Exempt, Source
from casebook.model.text import CaseText
from casebook.model.values import PartialDate, Record
from casebook.model.vocabulary import (
    AttachmentRole,
    Effect,
    Outcome,
    RelationType,
    Role,
)
from casebook.model.votes import Vote


@dataclass(frozen=True, slots=True, kw_only=True)
class Disqualification(Record):
    """Somebody who was disqualified from an item, by office, and who stepped in."""

    who: str = ""
    legal_basis: str = ""
    substitute: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment(Record):
    """Who moved a change of the proposal, when the record says so."""

    point: str = ""
    moved_by: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem(Record):
    """One case at one meeting."""

    id: str = ""
    """Frozen; the body's id unless written. Empty only until the meetings are read."""
    meeting: str = ""
    body: str = ""
    """Set when there is no meeting file; the graph knows the body of every item."""
    date: PartialDate | None = None
    number: str = ""
    """As written."""
    series: str = ""
    order: int | None = None
    role: Role | None = None
    outcome: Outcome | None = None
    point_outcomes: Mapping[str, Outcome] = field(default_factory=dict)
    referred_to: str = ""
    effect: Effect | None = None
    votes: tuple[Vote, ...] = ()
    builds_on: str = ""
    division_editorial: bool = False
    """Whether the decision was divided into points by the editor."""
    amendments: tuple[Amendment, ...] = ()
    disqualified: tuple[Disqualification, ...] = ()
    closed: Closed | None = None
    exempt: Exempt | None = None
    follow_up_expected: bool | None = None
    """False when the decision asks nobody to do anything."""

    @property
    def content_withheld(self) -> bool:
        """Whether the text of this item is withheld from the public, whatever the case says."""
        return self.exempt is not None and self.exempt.hides_content


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment(Record):
    """A file or link, or a document that is withheld or missing."""

    title: str
    file: str = ""
    link: str = ""
    date: PartialDate | None = None
    role: AttachmentRole | None = None
    exempt: Exempt | None = None
    missing: str = ""
    """Why the file is not at hand."""
    archive_number: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Record):
    """What this case is to another case."""

    type: RelationType
    case: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retraction(Record):
    """A case that was published and then taken down; its page becomes a tombstone."""

    date: PartialDate | None = None
    reason: str = ""
    replaced_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalData(Record):
    """That a case holds personal data, and when it must leave the site."""

    removed_on: PartialDate | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case(Record):
    """One matter."""

    id: str
    title: str
    summary: str = ""
    """The plain-language lead."""
    archive_number: str = ""
    language: str = ""
    topics: tuple[str, ...] = ()
    processes: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()
    """Administrative meetings that belong to the matter."""
    verbatim: bool | tuple[str, ...] | None = None
    agenda_items: tuple[AgendaItem, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    required: Requirement | None = None
    local_decisions: tuple[LocalDecision, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    relations: tuple[Relation, ...] = ()
    sources: tuple[Source, ...] = ()
    exempt: Exempt | None = None
    personal_data: PersonalData | None = None
    retraction: Retraction | None = None
    aliases: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    published: PartialDate | None = None
    contact: str = ""
    year: int | None = None
    """The year folder that the file lies in; it also sorts a case without a date."""
    uncertain: Mapping[str, str] = field(default_factory=dict)
    text: CaseText = field(default_factory=CaseText)
    digest: str = ""
    """Content hash of the source file."""

    @property
    def title_withheld(self) -> bool:
        """Whether the title itself is withheld from the public."""
        return self.exempt is not None and self.exempt.hides_title

    @property
    def content_withheld(self) -> bool:
        """Whether the text of the whole case is withheld from the public."""
        return self.exempt is not None and self.exempt.hides_content

    def item(self, item_id: str) -> AgendaItem | None:
        """The agenda item with an id."""
        return next((item for item in self.agenda_items if item.id == item_id), None)

    def is_verbatim(self, section: str) -> bool:
        """Whether a section quotes its source word for word; false when it is not known."""
        if isinstance(self.verbatim, tuple):
            return section in self.verbatim
        return bool(self.verbatim)
