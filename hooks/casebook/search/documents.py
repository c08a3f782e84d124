"""What goes into the search index and what comes out of it: plain values.

The index builder knows nothing of cases and meetings; whoever holds the model turns each record
into a :class:`SearchDocument`. Only text that is published may be put into one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

Field = Literal["body", "heading", "decision", "attachment"]


@dataclass(frozen=True, slots=True)
class SearchPart:
    """A stretch of text with a place of its own: a section, a decision point, a page of a file."""

    text: str
    anchor: str | None = None
    """Fragment on the document's page, without ``#``."""
    label: str | None = None
    """What the place is called on a hit: «Vedtak, punkt 2», «Kart over traseen»."""
    field: Field = "body"
    url: str | None = None
    """Site-relative address of the attachment that the text comes from."""
    page: int | None = None
    """Page number in that attachment."""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One page that a search can find."""

    url: str
    """Site-relative, ``sak/2021-06-x/``."""
    kind: str
    title: str
    language: str = "nb"
    numbers: tuple[str, ...] = ()
    """As written: «06/2021», «PS 6/21», archive numbers «2021/123»."""
    date: str | None = None
    """ISO, may be partial: ``2021-03`` or ``2021``."""
    date_uncertain: bool = False
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Ids per facet: year, body, municipality, topic, kind, outcome, followup, attachment."""
    names: tuple[str, ...] = ()
    """Names of bodies, municipalities, places and topics, as people write them, and the outcome."""
    parts: tuple[SearchPart, ...] = ()
    display: Mapping[str, str] = field(default_factory=dict)
    """Ready texts for the hit: outcome, number, body, municipalities, followup, date, lead."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A document to come; it is only made when no earlier build knows it."""

    url: str
    date: str | None
    make: Callable[[], SearchDocument]
    key: str | None = None
    """Hash of all that the document follows from; without one, its content is its key."""

    @classmethod
    def of(cls, document: SearchDocument) -> Entry:
        """A document that is there already."""
        return cls(document.url, document.date, lambda: document)


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow a search, and the name it has in the page's address."""

    name: str
    parameter: str
    labels: Mapping[str, str] = field(default_factory=dict)
    """Value id → text in the site's language; a missing one is shown as its id."""
    newest_first: bool = False
    """Order the values downwards (years) instead of by label."""


DEFAULT_FACETS: tuple[Facet, ...] = (
    Facet("kind", "type"),
    Facet("year", "ar", newest_first=True),
    Facet("municipality", "kommune"),
    Facet("topic", "tema"),
    Facet("body", "organ"),
    Facet("outcome", "utfall"),
    Facet("followup", "oppfolging"),
    Facet("attachment", "vedlegg"),
)


@dataclass(frozen=True, slots=True)
class SearchOptions:
    """What the site decides for itself; ``cases/sok.yml`` holds the first three."""

    synonyms: tuple[tuple[str, ...], ...] = ()
    """``synonymer``: groups of words that find each other, besides the built-in groups."""
    never_split: frozenset[str] = frozenset()
    """``del_aldri``: words that are no compounds, besides the built-in list."""
    extra_parts: frozenset[str] = frozenset()
    """``deler``: words that may stand as a part of a compound, besides the frequency list."""
    twins: tuple[tuple[str, str], ...] = ()
    """``malformer``: pairs of nynorsk and bokmål, besides the built-in pairs."""
    proper_names: tuple[str, ...] = ()
    """Names that must not be taken for inflected words: Råde is not a form of råd."""
    facets: tuple[Facet, ...] = DEFAULT_FACETS


class IndexCache(Protocol):
    """Where analysed documents are kept between builds, by content hash.

    What is put is of use only when the whole index has been made.
    """

    def get(self, key: str) -> bytes | None:
        """Return what was kept under the key, if anything."""

    def put(self, key: str, value: bytes) -> None:
        """Keep a value."""


FileContent = bytes | Callable[[], bytes]
"""What may well stand from an earlier build is only made when it is asked for."""


@dataclass(frozen=True, slots=True)
class IndexFacts:
    """What an editor may want to know of an index."""

    documents: int
    terms: int
    text_bytes: int
    """Size of the text that was indexed, as UTF-8."""
    reused: int
    """Documents that an earlier build knew, and that were not made again."""
    words: Mapping[str, int]
    """Every word of the text and the number of documents that have it, for review of splits."""


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """A whole index at once."""

    contents: Mapping[str, FileContent]
    """Relative to ``sok/indeks/``; all but ``manifest.json`` carry a content hash in their path."""
    facts: IndexFacts

    @property
    def files(self) -> dict[str, bytes]:
        """Every file as bytes."""
        items = self.contents.items()
        return {name: data if isinstance(data, bytes) else data() for name, data in items}
