"""What one page is before it is rendered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Link = Mapping[str, Any]
"""``{href, label}`` and whatever else a template part asks for."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: where it stands, what its head says, and the view that its template shows."""

    address: str
    """Site-relative, ends in ``/`` or is a file name such as ``404.html``."""
    kind: str
    template: str
    title: str
    view: Mapping[str, Any]
    language: str
    qualifier: str = ""
    """What ``<title>`` says after the title, for records that may share their title with others."""
    section: str = ""
    """The entry of the main navigation that the page belongs under."""
    description: str = ""
    robots: str = "index,follow"
    breadcrumb: tuple[Link, ...] = ()
    head_links: tuple[Mapping[str, str], ...] = ()
    """``<link>`` elements as attribute maps."""
    metas: tuple[Mapping[str, str], ...] = ()
    """``<meta>`` elements as attribute maps, besides those that every page has."""
    jsonld: Mapping[str, Any] | None = None
    source: str | None = None
    layout: str = "layout.html"
    """The frame around the body: the site's own, or ``bare.html`` for redirects and embeds."""
    canonical: str = ""
    """The address that the page stands for, when it is not its own."""

    def about(self, site: str) -> str:
        """What search engines and shared links say of the page.

        Args:
            site: What the site is, for a page that has no description of its own.
        """
        return self.description or f"{self.title}. {site}"

    @property
    def uri(self) -> str:
        """The file that the page is served from."""
        return self.address if self.address.endswith(".html") else f"{self.address}index.html"


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page to look at now and let go, since it can be made again."""

    page: Page
    make: Callable[[], Page]

    @classmethod
    def of(cls, make: Callable[[], Page]) -> MadePage:
        """Make a page for the first time."""
        return cls(make(), make)


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page that is made when it is needed, or not at all when nothing behind it has changed."""

    uri: str
    make: Callable[[], Page]
    key: str | None = None
    """Hash of everything that the page follows from."""
    source: str | None = None
    """The case file it comes from."""
