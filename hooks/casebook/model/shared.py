"""What records of several kinds have: sources, visible changes, and what is not public."""

from __future__ import annotations

from dataclasses import dataclass

from casebook.model.values import PartialDate, Record
from casebook.model.vocabulary import ChangeKind, Withheld


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Record):
    """Where a record's facts were taken from."""

    id: str = ""
    title: str = ""
    link: str = ""
    publisher: str = ""
    fetched: PartialDate | None = None
    date: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Record):
    """A visible change of a published record, with its reason."""

    date: PartialDate | None = None
    kind: ChangeKind | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed(Record):
    """An item or meeting that was closed to the public, with the legal basis."""

    legal_basis: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exempt(Record):
    """What is withheld from the public, with the legal basis (offentleglova)."""

    what: tuple[Withheld, ...] = ()
    legal_basis: str = ""

    @property
    def hides_title(self) -> bool:
        """Whether the title is withheld."""
        return Withheld.TITLE in self.what

    @property
    def hides_content(self) -> bool:
        """Whether the text is withheld."""
        return Withheld.CONTENT in self.what
