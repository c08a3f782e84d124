"""The text of a case: sections with meaning, and the numbered points inside them.

Pure data, filled by the parsers in ``casebook.sections`` and ``casebook.points``. All that the
writer wrote is here, as Markdown source: nothing is rendered, shortened or renumbered.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from casebook.diagnostics import Span


class SectionKind(StrEnum):
    """What a section is; the values are the words used in ``ordrett: [forslag, vedtak]``."""

    PROPOSAL = "forslag"
    """What the administration proposes (Forslag til vedtak)."""
    BACKGROUND = "bakgrunn"
    """The facts of the case (Bakgrunn, Saksopplysninger)."""
    ASSESSMENT = "vurdering"
    """What the administration thinks (Vurdering)."""
    CONCLUSION = "konklusjon"
    """What the assessment comes to (Konklusjon)."""
    RECOMMENDATION = "innstilling"
    """What a recommending body asks another body to adopt (Innstilling)."""
    DEBATE = "behandling"
    """What happened in the meeting (Behandling)."""
    VOTE = "votering"
    """How the vote went, in plain words (Votering)."""
    DECISION = "vedtak"
    """The adopted text (Vedtak)."""
    STATEMENT = "protokolltilførsel"
    """A statement for the record (Protokolltilførsel)."""

    @property
    def has_points(self) -> bool:
        """Whether numbers in the text are points that can be addressed."""
        return self in _POINTED

    @property
    def belongs_to_item(self) -> bool:
        """Whether the section only makes sense for one treatment in one meeting."""
        return self in _OF_ITEM


_POINTED = frozenset({SectionKind.PROPOSAL, SectionKind.RECOMMENDATION, SectionKind.DECISION})
_OF_ITEM = frozenset(
    {
        SectionKind.RECOMMENDATION,
        SectionKind.DEBATE,
        SectionKind.VOTE,
        SectionKind.DECISION,
        SectionKind.STATEMENT,
    }
)


@dataclass(frozen=True, slots=True)
class Point:
    """One numbered point of a decision, with the number that the minutes gave it."""

    id: str
    """The number as part of an address: ``3``, ``3-1``, ``1-a``."""
    label: str
    """The number as written, with its punctuation: ``3.``, ``3.1``, ``a)``."""
    number: str
    """The number as written, without closing punctuation: ``3``, ``3.1``, ``a``."""
    source: str
    """Markdown of the point's own text, without its number and without its sub-points."""
    span: Span
    """Where the number stands."""
    subpoints: tuple[Point, ...] = ()
    lead: str = ""
    """Markdown of a heading, and text under it, that stands above this point and introduces it."""
    tail: str = ""
    """Markdown of text after the last sub-point that belongs to this point as a whole."""

    @property
    def fragment(self) -> str:
        """The short anchor: ``p3-1``; the full one is ``<item>-p3-1``."""
        return f"p{self.id}"

    def walk(self) -> Iterator[Point]:
        """This point and everything under it, in the order of the text."""
        yield self
        for point in self.subpoints:
            yield from point.walk()

    def number_under(self, above: str) -> str:
        """The number that names the point outside its list: ``1 a`` under 1, but ``3.1`` under 3.

        Args:
            above: That of the point that it stands under; empty when it stands alone.
        """
        whole = not above or self.number.startswith(f"{above}.")
        return self.number if whole else f"{above} {self.number}"

    def numbered(self, above: str = "") -> Iterator[tuple[Point, str]]:
        """This point and everything under it, with the numbers that name them outside their lists.

        Args:
            above: As for ``number_under``.
        """
        number = self.number_under(above)
        yield self, number
        for point in self.subpoints:
            yield from point.numbered(number)


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a case: a heading and what stands under it."""

    kind: SectionKind | None
    """Its meaning; ``None`` for a heading that the site does not know."""
    title: str
    """The heading as written, as plain text, without a closing colon."""
    level: int
    """The heading's level in the file: 2, or 3 under a meeting heading."""
    source: str
    """Markdown of the whole section without its heading."""
    span: Span
    """Where the heading stands."""
    first_line: int
    """The line in the file on which ``source`` starts."""
    item_id: str | None = None
    """The agenda item it belongs to; ``None`` when it is shared by all."""
    lead: str = ""
    """Markdown before the first point; empty when there are no points."""
    points: tuple[Point, ...] = ()
    """The points; empty means that the text is one undivided whole."""
    tail: str = ""
    """Markdown after the last point."""

    def walk(self) -> Iterator[Point]:
        """Every point and sub-point, in the order of the text."""
        for point in self.points:
            yield from point.walk()

    def point(self, point_id: str) -> Point | None:
        """The point with this id, if there is one."""
        return next((point for point in self.walk() if point.id == point_id), None)


@dataclass(frozen=True, slots=True)
class TextLink:
    """A link or a picture in running text."""

    target: str
    """Where it leads; percent-escapes are undone when it is no full address."""
    span: Span


@dataclass(frozen=True, slots=True)
class CaseText:
    """The body of a case file, divided into sections."""

    lead: str = ""
    """Markdown before the first heading."""
    lead_line: int = 1
    """The line in the file on which ``lead`` starts."""
    sections: tuple[Section, ...] = ()
    references: str = ""
    """Link definitions (``[a]: https://…``) of the whole file, needed to render any part of it."""
    links: tuple[TextLink, ...] = ()
    """Every link of the whole file, in the order of the text."""

    def find(self, kind: SectionKind, item_id: str | None = None) -> Section | None:
        """The first section of a kind that belongs to exactly this item (``None``: shared)."""
        return next((part for part in self.of_kind(kind) if part.item_id == item_id), None)

    def of_kind(self, kind: SectionKind) -> tuple[Section, ...]:
        """All sections of a kind, in the order of the text."""
        return tuple(part for part in self.sections if part.kind is kind)

    def of_item(self, item_id: str | None) -> tuple[Section, ...]:
        """All sections of an item, or with ``None`` the shared ones, in the order of the text."""
        return tuple(part for part in self.sections if part.item_id == item_id)

    @property
    def is_empty(self) -> bool:
        """Whether the file has no text at all."""
        return not self.sections and not self.lead.strip()
