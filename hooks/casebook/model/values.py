"""Values that several records share: gaps, partial dates, deadlines, where they were written."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from struct import Struct

from casebook.diagnostics import Span


class Gap(StrEnum):
    """The three kinds of nothing; the values are the words that a case file uses."""

    ABSENT = "ikke-registrert"
    """The field is not there: nobody has registered anything."""
    UNKNOWN = "ukjent"
    """Somebody has looked, and it is not recorded anywhere."""
    NONE = "ingen"
    """It is known that there is none."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date that may lack day or month, as minutes often give it."""

    year: int
    month: int | None = None
    day: int | None = None
    latest: bool = False
    """Written as ``senest``: it happened on this date at the latest."""

    @property
    def first(self) -> date:
        """The earliest day that the date can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day that the date can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def exact(self) -> date | None:
        """The day itself, when the date names one."""
        if self.month is None or self.day is None or self.latest:
            return None
        return date(self.year, self.month, self.day)

    @property
    def iso(self) -> str:
        """``2021``, ``2021-03`` or ``2021-03-14``."""
        parts = [f"{self.year:04}"]
        if self.month is not None:
            parts.append(f"{self.month:02}")
            if self.day is not None:
                parts.append(f"{self.day:02}")
        return "-".join(parts)

    @property
    def sort_key(self) -> tuple[int, int, int]:
        """Order among dates; a missing part sorts before every known one."""
        return (self.year, self.month or 0, self.day or 0)

    def agrees_with(self, other: PartialDate) -> bool:
        """Whether both can mean the same day."""
        return self.first <= other.last and other.first <= self.last

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """A whole date."""
        return cls(day.year, day.month, day.day)


@dataclass(frozen=True, slots=True)
class Deadline:
    """When something is due: a date, or words and perhaps a meeting that will have a date."""

    date: PartialDate | None = None
    text: str = ""
    meeting: str | None = None


@dataclass(frozen=True, slots=True)
class Localized:
    """A text in bokmål and nynorsk."""

    nb: str
    nn: str

    def in_language(self, language: str) -> str:
        """The text in one language, bokmål when that is not nynorsk."""
        return self.nn if language == "nn" else self.nb


_MARK = Struct("<III")
_SAME: dict[tuple[str, ...], tuple[str, ...]] = {}


@dataclass(frozen=True, slots=True)
class Places(Mapping[str, Span]):
    """Places in one file by name; a span is made when it is asked for, since few ever are.

    A thousand cases have some forty thousand places, so they are kept small.
    """

    path: str = ""
    names: tuple[str, ...] = ()
    """One tuple for all records that have the same fields."""
    marks: bytes = b""
    """For each name the line, the column and the column behind the end, which is 0 when unknown."""

    @classmethod
    def of(cls, path: str, spans: Mapping[str, Span]) -> Places:
        """Keep where some fields of a record stand."""
        names = tuple(spans)
        marks = b"".join(
            _MARK.pack(span.line, span.column, span.end_column or 0) for span in spans.values()
        )
        return cls(path, _SAME.setdefault(names, names), marks)

    def __getitem__(self, name: str) -> Span:
        """The place with a name."""
        if name not in self.names:
            raise KeyError(name)
        at = self.names.index(name) * _MARK.size
        line, column, end = _MARK.unpack_from(self.marks, at)
        return Span(self.path, line, column, end or None)

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record was written, so that a rule can point at the very value."""

    path: str = ""
    span: Span = field(default_factory=lambda: Span(""))
    spans: Places = field(default_factory=Places)
    """Field name to the place of its value; ``topics.0`` for the first of a list."""
    unread: frozenset[str] = frozenset()
    """Fields that were written but not understood: their finding has been made already. Of a list
    of records also the entries that say their id, such as ``topics.klima``."""

    def at(self, name: str) -> Span:
        """The place of a field's value, or of the record when the field is not written."""
        return self.spans.get(name, self.span)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every record has besides its fields: an origin, its gaps and its doubts."""

    origin: Origin = field(default_factory=Origin, compare=False, repr=False)
    gaps: Mapping[str, Gap] = field(default_factory=dict)
    """Fields written as ``ukjent`` or ``ingen``; a field that is not there is absent."""
    doubts: Mapping[str, str] = field(default_factory=dict)
    """Fields marked uncertain, with the reason."""

    def gap(self, name: str) -> Gap:
        """Which kind of nothing an empty field is."""
        return self.gaps.get(name, Gap.ABSENT)

    def doubt(self, name: str) -> str | None:
        """Why a field is uncertain, or None when it is not."""
        return self.doubts.get(name)


@dataclass(frozen=True, slots=True)
class NamePeriod(Record):
    """A name, and from when until when it was in use."""

    name: str
    since: PartialDate | None = None
    until: PartialDate | None = None


def name_at(names: tuple[NamePeriod, ...], day: date | None) -> str:
    """The name that was in use on a day; the newest when no day is given or none fits."""
    if not names:
        return ""
    if day is not None:
        for period in names:
            after_start = period.since is None or period.since.first <= day
            before_end = period.until is None or day <= period.until.last
            if after_start and before_end:
                return period.name
        if all(period.since is not None and day < period.since.first for period in names):
            return min(names, key=lambda period: period.since.sort_key if period.since else ()).name
    return names[-1].name
