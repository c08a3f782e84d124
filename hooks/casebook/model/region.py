"""The region and its registers: bodies, municipalities, topics and follow-up owners."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from casebook.model.shared import Source
from casebook.model.values import Localized, NamePeriod, PartialDate, Record, name_at
from casebook.model.vocabulary import BodyType, NamePolicy

_MAIL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberSeries(Record):
    """One series of case numbers that a body gives out, for example ``PS`` or ``OS``."""

    id: str = ""
    """Part of short links; empty for the body's default series."""
    name: str = ""
    """Printed before the number, for example ``Sak`` or ``PS``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering(Record):
    """How a body writes its case numbers."""

    format: str = "{nr}/{år}"
    series: tuple[NumberSeries, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chairmanship(Record):
    """Which municipality chairs a body, and when."""

    municipality: str = ""
    since: PartialDate | None = None
    until: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Body(Record):
    """A council, committee or board with numbered cases."""

    id: str
    names: tuple[NamePeriod, ...]
    type: BodyType | None = None
    summary: str = ""
    composition: str = ""
    """Who sits in it, by office."""
    numbering: Numbering | None = None
    chair: tuple[Chairmanship, ...] = ()
    website: str = ""
    since: PartialDate | None = None
    until: PartialDate | None = None

    def name(self, day: date | None = None) -> str:
        """The body's name on a day, or now."""
        return name_at(self.names, day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Record):
    """From when until when a municipality is a member."""

    since: PartialDate | None = None
    until: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MunicipalityNumber(Record):
    """A municipality's official four-digit number, and when it was in use."""

    number: str
    since: PartialDate | None = None
    until: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Municipality(Record):
    """A municipality that is or was a member of the region."""

    id: str
    names: tuple[NamePeriod, ...]
    membership: Membership | None = None
    numbers: tuple[MunicipalityNumber, ...] = ()
    website: str = ""
    summary: str = ""

    def name(self, day: date | None = None) -> str:
        """The municipality's name on a day, or now."""
        return name_at(self.names, day)

    def number(self, day: date) -> str:
        """The official number on a day; empty when none is registered for it."""
        for entry in self.numbers:
            started = entry.since is None or entry.since.first <= day
            if started and (entry.until is None or day <= entry.until.last):
                return entry.number
        return ""

    def member_on(self, day: date) -> bool:
        """Whether the municipality was a member on a day; nothing registered counts as member."""
        if self.membership is None:
            return True
        since, until = self.membership.since, self.membership.until
        return (since is None or since.first <= day) and (until is None or day <= until.last)

    def has_left(self, day: date) -> bool:
        """Whether the municipality was a member once, and is none any more on a day."""
        until = self.membership.until if self.membership is not None else None
        return until is not None and until.last < day


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Record):
    """One of a closed list of topics."""

    id: str
    name: Localized
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner(Record):
    """Who can own a follow-up besides the municipalities and the bodies."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Region(Record):
    """The owner of the site, and all its registers."""

    names: tuple[NamePeriod, ...]
    base_url: str = ""
    """Address of the site, with a closing slash; empty when it is not known."""
    namespace: str = ""
    """Permanent name inside feed ids and calendar UIDs; never changes, also when the host does."""
    language: str = "nb"
    summary: str = ""
    bodies: tuple[Body, ...] = ()
    municipalities: tuple[Municipality, ...] = ()
    topics: tuple[Topic, ...] = ()
    owners: tuple[Owner, ...] = ()
    name_policy: NamePolicy = NamePolicy.OFFICE
    organisation_number: str = ""
    contact: str = ""
    """E-mail address for the site."""
    accessibility_statement: str = ""
    """Address of the accessibility statement at the supervisory authority."""
    archive: str = ""
    """Who holds the archive copy; the site is a publication copy."""
    licence: str = "NLOD-2.0"
    silent_months: int = 6
    """A follow-up without an entry for so many months is silent."""
    invented: bool = False
    """Whether the region is invented; then every page says so."""
    previews: bool = True
    """Whether preview pictures are made."""
    embeds: bool = True
    """Whether embeddable pages and oEmbed files are made."""
    sources: tuple[Source, ...] = ()
    """Where the facts of the registers were taken from."""
    uncertain: Mapping[str, str] = field(default_factory=dict)
    digest: str = ""
    """Content hash of the source file."""

    @property
    def mail(self) -> str:
        """A link that writes to the region; empty when ``contact`` is no single mail address."""
        return f"mailto:{self.contact}" if _MAIL.fullmatch(self.contact) else ""

    def name(self, day: date | None = None) -> str:
        """The region's name on a day, or now."""
        return name_at(self.names, day)
