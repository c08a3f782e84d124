"""From decision to action: what is to be done, what was, and the municipalities' own part."""

from __future__ import annotations

from dataclasses import dataclass

from casebook.model.values import Deadline, PartialDate, Record
from casebook.model.vocabulary import FollowUpStatus, Outcome, Purpose


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry(Record):
    """One dated entry in a follow-up's log."""

    date: PartialDate | None = None
    status: FollowUpStatus | None = None
    text: str = ""
    source: str = ""
    case: str = ""
    meeting: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(Record):
    """What a decision point asks someone to do; its status is the last entry of its log."""

    id: str
    concerns: str = ""
    """``<item>-p<point>``, ``<item>-vedtak``, ``p<point>`` or empty for the whole decision."""
    action: str = ""
    owners: tuple[str, ...] = ()
    deadline: Deadline | None = None
    log: tuple[LogEntry, ...] = ()
    process: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement(Record):
    """Which municipalities must treat a decision, why, and by when."""

    municipalities: tuple[str, ...] = ()
    reason: str = ""
    deadline: Deadline | None = None
    identical: bool = False
    """Whether they must adopt identical resolutions («likelydende vedtak»)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalDecision(Record):
    """One municipality's own treatment of the matter, before or after the regional decision."""

    municipality: str
    body: str = ""
    purpose: Purpose | None = None
    date: PartialDate | None = None
    number: str = ""
    outcome: Outcome | None = None
    link: str = ""
    note: str = ""
    source: str = ""
    not_needed: bool = False
