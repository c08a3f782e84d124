"""Meetings: who met, when and where, and what they treated besides cases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from casebook.model.shared import Change, Closed, Source
from casebook.model.text import CaseText
from casebook.model.values import PartialDate, Record
from casebook.model.vocabulary import (
    MeetingDocumentType,
    MeetingForm,
    MeetingStatus,
    MeetingType,
    MinutesStatus,
    Outcome,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Party(Record):
    """One side of an administrative meeting, and which offices took part for it."""

    name: str
    attended: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(Record):
    """How many met, of how many, and who else had the right to speak."""

    present: int | None = None
    total: int | None = None
    absent: tuple[str, ...] = ()
    speaking_right: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Formality(Record):
    """An item without a case: approval of the notice, reports, questions, «eventuelt»."""

    number: str = ""
    title: str = ""
    outcome: Outcome | None = None
    text: str = ""
    order: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDocument(Record):
    """A document of the whole meeting."""

    type: MeetingDocumentType
    title: str = ""
    file: str = ""
    link: str = ""
    date: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes(Record):
    """How far the minutes have come, and which meeting approved them."""

    status: MinutesStatus | None = None
    approved_in: str = ""
    date: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingChair(Record):
    """Who chaired: the municipality, and the office."""

    municipality: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Record):
    """One meeting of one body, or an administrative meeting between parties."""

    id: str
    type: MeetingType | None = None
    body: str = ""
    title: str = ""
    parties: tuple[Party, ...] = ()
    date: PartialDate | None = None
    start: str = ""
    """Clock time ``HH:MM``, Europe/Oslo."""
    end: str = ""
    place: str = ""
    form: MeetingForm | None = None
    status: MeetingStatus | None = None
    moved_to: str = ""
    chair: MeetingChair | None = None
    attendance: Attendance | None = None
    formalities: tuple[Formality, ...] = ()
    documents: tuple[MeetingDocument, ...] = ()
    minutes: Minutes | None = None
    closed: Closed | None = None
    video: str = ""
    summary: str = ""
    language: str = ""
    verbatim: bool | tuple[str, ...] | None = None
    sources: tuple[Source, ...] = ()
    aliases: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    uncertain: Mapping[str, str] = field(default_factory=dict)
    text: CaseText = field(default_factory=CaseText)
    digest: str = ""
