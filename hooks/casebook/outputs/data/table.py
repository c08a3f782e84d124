"""What a table of the data package is: its columns, its keys, and how its rows are made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from casebook.model.action import FollowUp, LocalDecision, LogEntry
from casebook.model.case import AgendaItem, Attachment
from casebook.model.values import PartialDate, Record
from casebook.outputs.records import Source, edtf
from casebook.schema.fields import RecordType
from casebook.schema.tables.agenda import AGENDA_ITEM
from casebook.schema.tables.attachments import ATTACHMENT
from casebook.schema.tables.case import CASE
from casebook.schema.tables.followup import FOLLOW_UP, LOCAL_DECISION, LOG_ENTRY
from casebook.schema.tables.meeting import MEETING
from casebook.schema.tables.process import PROCESS
from casebook.schema.tables.region import BODY
from casebook.schema.tables.votes import VOTE, VOTE_SIDE

Row = tuple[object, ...]
Foreign = Mapping[tuple[str, ...], tuple[str, tuple[str, ...]]]
"""Columns that name a row of another table: its name, and the columns there."""

_TYPES: Mapping[type, RecordType] = {
    AgendaItem: AGENDA_ITEM,
    Attachment: ATTACHMENT,
    FollowUp: FOLLOW_UP,
    LocalDecision: LOCAL_DECISION,
    LogEntry: LOG_ENTRY,
    VOTE.cls: VOTE,
    VOTE_SIDE.cls: VOTE_SIDE,
    BODY.cls: BODY,
    CASE.cls: CASE,
    MEETING.cls: MEETING,
    PROCESS.cls: PROCESS,
}


@dataclass(frozen=True, slots=True)
class Table:
    """One table; the words about a column stand under ``data.col.<name>`` in the locale files."""

    name: str
    columns: tuple[str, ...]
    rows: Callable[[Source], Iterator[Row]]
    key: tuple[str, ...]
    foreign: Foreign = field(default_factory=dict)


NUMBERS = frozenset({"aar", "antall", "apne_oppfolginger", "nr", "sider", "storrelse", "votering"})
FLAGS = frozenset({"apen", "over_frist", "stille", "vant", "ikke_nodvendig"})
DATES = frozenset({"dato", "frist", "fra", "til", "medlem_fra", "medlem_til", "status_dato"})
DAYS = frozenset({"oppdatert"})


def many(values: tuple[str, ...]) -> str:
    """Several ids in one cell, with a space between them."""
    return " ".join(values)


def flag(value: bool | None) -> str:
    """Yes or no as data; empty when it is not known."""
    return "" if value is None else str(value).lower()


def assumed(record: Record, **more: str | None) -> str:
    """Which values of a row are only assumed, each with its reason.

    Args:
        record: The record that the row shows.
        more: Norwegian field names to reasons that come from elsewhere.
    """
    names = _NORWEGIAN.get(type(record), {})
    doubts = {names.get(name, name): reason for name, reason in record.doubts.items()}
    doubts.update({name: reason for name, reason in more.items() if reason})
    return "; ".join(f"{name}: {reason}" for name, reason in doubts.items())


def date(value: PartialDate | None) -> str:
    """A date as far as it is known."""
    return edtf(value)


_NORWEGIAN: Mapping[type, Mapping[str, str]] = {
    cls: {field.name: field.norwegian for field in known.fields} for cls, known in _TYPES.items()
}
