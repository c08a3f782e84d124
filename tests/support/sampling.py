"""Chooses pages of a built site so that every kind of page and every part of the design is seen.

A browser test of every page would take hours. Pages of one kind differ in which parts they show,
and each part has its own class names, so pages that together show every class show every part.
Redirects are left out: a browser does not stay on them.
"""

from __future__ import annotations

from pathlib import Path

from tests.support.links import Site


def kind(site: Site, page: Path) -> str:
    """The page's kind as the layout writes it on ``body``, or ``?``."""
    body = site.tree(page).body
    names = (body.attributes.get("class") or "" if body else "").split()
    return next((name.removeprefix("k-") for name in names if name.startswith("k-")), "?")


def features(site: Site, page: Path) -> frozenset[str]:
    """What a page can show: its kind, elements and classes, each within its kind of page."""
    found = {kind(site, page)}
    for node in site.tree(page).css("body, body *"):
        found.add(node.tag or "")
        found.update((node.attributes.get("class") or "").split())
    return frozenset(found)


def cover(site: Site) -> list[Path]:
    """The fewest pages, about, that show every feature and every kind; the same each time."""
    pages = [page for page in site.pages() if kind(site, page) != "redirect"]
    shown = {page: features(site, page) for page in pages}
    chosen = _largest_of_each_kind(site, pages)
    missing = frozenset().union(*shown.values()) - frozenset().union(
        *(shown[page] for page in chosen)
    )
    while missing:
        best = max(shown, key=lambda page: (len(shown[page] & missing), str(page)))
        chosen.append(best)
        missing -= shown[best]
    return sorted(chosen)


def _largest_of_each_kind(site: Site, pages: list[Path]) -> list[Path]:
    largest: dict[str, Path] = {}
    for page in pages:
        name = kind(site, page)
        if name not in largest or page.stat().st_size > largest[name].stat().st_size:
            largest[name] = page
    return list(largest.values())
