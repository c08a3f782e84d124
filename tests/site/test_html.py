"""The Nu HTML checker finds nothing wrong on any page; an obsolete feature counts as wrong."""

from __future__ import annotations

from tests.support import nu, report
from tests.support.links import Site


def test_html_is_valid(site: Site) -> None:
    messages = nu.check([site.root])
    report.none([str(message) for message in messages if message.severity == "error"])


def test_html_checker_has_no_warnings(site: Site) -> None:
    messages = nu.check([site.root])
    report.none([str(message) for message in messages if message.severity == "warning"])


def test_no_two_pages_share_their_title(site: Site) -> None:
    pages: dict[str, list[str]] = {}
    for page in site.pages():
        title = site.tree(page).css_first("title")
        pages.setdefault(title.text() if title else "", []).append(site.url(page))
    report.none([f"{title}: {', '.join(found)}" for title, found in pages.items() if found[1:]])
