"""Checks every link and fragment inside a built site, with a real HTML parser.

It reads addresses like a browser: relative to the page, or to the site's own absolute address.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

REFERENCES = (
    ("a[href]", "href"),
    ("area[href]", "href"),
    ("link[href]", "href"),
    ("script[src]", "src"),
    ("img[src]", "src"),
    ("iframe[src]", "src"),
    ("source[src]", "src"),
    ("object[data]", "data"),
    ("form[action]", "action"),
    ("use[href]", "href"),
)
SELF = "https://site.invalid"


@dataclass(slots=True)
class Site:
    """A built site as a set of files with the fragments that each page offers."""

    root: Path
    base: str = ""
    """The site's own absolute address, so that absolute links into it are checked too."""
    _trees: dict[Path, LexborHTMLParser] = field(default_factory=dict)
    _anchors: dict[Path, set[str]] = field(default_factory=dict)

    def pages(self) -> list[Path]:
        """All HTML files."""
        return sorted(self.root.rglob("*.html"))

    def tree(self, page: Path) -> LexborHTMLParser:
        """The parsed page."""
        if page not in self._trees:
            self._trees[page] = LexborHTMLParser(page.read_bytes())
        return self._trees[page]

    def anchors(self, page: Path) -> set[str]:
        """The fragments that a page can be entered by."""
        if page not in self._anchors:
            nodes = self.tree(page).css("[id]")
            self._anchors[page] = {str(node.attributes["id"]) for node in nodes}
        return self._anchors[page]

    def url(self, page: Path) -> str:
        """The address of a page on a host of its own."""
        path = page.relative_to(self.root).as_posix()
        return f"{SELF}/{path.removesuffix('index.html')}"

    def target(self, path: str) -> Path | None:
        """The file behind a path, if the host would answer it without a redirect."""
        file = self.root / unquote(path).lstrip("/")
        if path.endswith("/"):
            file /= "index.html"
        return file if file.is_file() else None


def attribute(site: Site, page: Path, selector: str, name: str) -> str:
    """An attribute of the first element that a selector finds; empty when there is none."""
    node = site.tree(page).css_first(selector)
    return (node.attributes.get(name) or "") if node is not None else ""


def references(site: Site, page: Path) -> Iterator[str]:
    """Every address that a page names."""
    for selector, attribute in REFERENCES:
        for node in site.tree(page).css(selector):
            yield node.attributes[attribute] or ""


def faults(site: Site) -> list[str]:
    """Broken links, links that need a redirect, and fragments that nothing answers to.

    Each target is named once, with the first page that links to it.
    """
    found: dict[str, list[Path]] = {}
    for page in site.pages():
        for reference in sorted(set(references(site, page))):
            problem = _problem(site, page, reference)
            if problem:
                found.setdefault(problem, []).append(page.relative_to(site.root))
    return [f"{pages[0]}: {what} ({len(pages)} pages)" for what, pages in sorted(found.items())]


def _problem(site: Site, page: Path, reference: str) -> str | None:
    address = urljoin(site.url(page), reference)
    if site.base and address.startswith(site.base.rstrip("/") + "/"):
        address = f"{SELF}/{address[len(site.base.rstrip('/')) + 1 :]}"
    if not address.startswith(SELF):
        return None
    parts = urlsplit(address)
    target = site.target(parts.path or "/")
    if target is None:
        return f"{parts.path} leads nowhere"
    fragment = unquote(parts.fragment)
    if fragment and target.suffix == ".html" and fragment not in site.anchors(target):
        return f"{parts.path}#{fragment} is a fragment that the page lacks"
    return None
