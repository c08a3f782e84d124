"""Processes: long-running matters that gather cases, meetings and follow-ups over years."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from casebook.model.shared import Change, Source
from casebook.model.text import CaseText
from casebook.model.values import Deadline, PartialDate, Record
from casebook.model.vocabulary import ProcessEventType, ProcessRelationType, ProcessStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessEvent(Record):
    """Something that happened in a process and is neither case nor meeting."""

    date: PartialDate | None = None
    type: ProcessEventType | None = None
    text: str = ""
    link: str = ""
    source: str = ""
    done: bool | None = None
    """For milestones: whether it is reached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessRelation(Record):
    """What this process is to another."""

    type: ProcessRelationType
    process: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Process(Record):
    """A matter over years; its cases, meetings and follow-ups are derived."""

    id: str
    title: str
    summary: str = ""
    status: ProcessStatus | None = None
    status_date: PartialDate | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    deadline: Deadline | None = None
    responsible: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    events: tuple[ProcessEvent, ...] = ()
    processes: tuple[ProcessRelation, ...] = ()
    meetings: tuple[str, ...] = ()
    language: str = ""
    verbatim: bool | tuple[str, ...] | None = None
    sources: tuple[Source, ...] = ()
    aliases: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    uncertain: Mapping[str, str] = field(default_factory=dict)
    text: CaseText = field(default_factory=CaseText)
    digest: str = ""
