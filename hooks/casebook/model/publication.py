"""What was published before: the ledger of addresses, and what was moved or withdrawn since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from casebook.model.values import PartialDate, Record


class AddressKind(StrEnum):
    """What an address of the ledger leads to."""

    PAGE = "side"
    PLACE = "punkt"
    ATTACHMENT = "vedlegg"
    FILE = "fil"


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """Content that an address had from a day on."""

    day: str
    """``2026-11-23``."""
    digest: str = ""
    """Hash of the content; empty where the ledger keeps none."""


@dataclass(frozen=True, slots=True)
class Published:
    """One address that has been published."""

    address: str
    kind: AddressKind
    versions: tuple[Version, ...]
    """Oldest first; the first is the day of publication."""
    name: str = ""
    """The file's name beside its record, for attachments."""
    line: int = field(default=1, compare=False)
    """Where it stands in the ledger."""

    @property
    def newest(self) -> Version:
        """The content that was published last."""
        return self.versions[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved(Record):
    """An address that has become another one."""

    source: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn(Record):
    """An address that was taken down, when and why."""

    address: str
    date: PartialDate | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressChanges(Record):
    """The hand-written list ``adresser.yml``: what was moved and what was withdrawn."""

    moved: tuple[Moved, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
    digest: str = ""
    """Content hash of the source file."""


@dataclass(frozen=True, slots=True)
class TextChange:
    """A decision text before and after a change."""

    item: str
    """The id of its agenda item; empty when the file names none."""
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Revision:
    """One change of a record's file in the history of the repository."""

    day: date
    kind: str = ""
    """``retting``, ``oppdatering`` or ``oppfølging``, when the commit says so."""
    text: str = ""
    """Why, when the commit says so."""
    parts: tuple[str, ...] = ()
    """Fields and headings whose content changed."""
    texts: tuple[TextChange, ...] = ()
    """Decision texts that changed, as far as both versions may be shown."""
    hidden: bool = False
    """Whether the commit keeps what it changed off the page."""


@dataclass(frozen=True)  # no slots: what many pages ask for is worked out once, and kept
class Publication:
    """What the site has been before."""

    ledger: Mapping[str, Published] = field(default_factory=dict)
    """By address."""
    changes: AddressChanges = field(default_factory=AddressChanges)
    history: Mapping[str, tuple[Revision, ...]] = field(default_factory=dict)
    """Path of a source file to its changes, newest first; empty without a whole history."""

    @cached_property
    def by_page(self) -> Mapping[str, tuple[Published, ...]]:
        """Address of a page to what the ledger knows of its places and attachments."""
        found: dict[str, list[Published]] = defaultdict(list)
        for address, entry in self.ledger.items():
            if entry.kind is AddressKind.PLACE:
                found[address.partition("#")[0]].append(entry)
            elif entry.kind is AddressKind.ATTACHMENT:
                found[address.rpartition("vedlegg/")[0]].append(entry)
        return {page: tuple(entries) for page, entries in found.items()}
