"""Every address inside the site answers, and every page can be told from the others."""

from __future__ import annotations

from collections import Counter

from tests.support import links, report
from tests.support.links import Site


def test_no_broken_link_or_fragment(site: Site) -> None:
    report.none(links.faults(site))


def test_ids_are_unique_on_each_page(site: Site) -> None:
    doubled = []
    for page in site.pages():
        counts = Counter(node.attributes["id"] for node in site.tree(page).css("[id]"))
        found = [name for name, count in counts.items() if count > 1 or not name]
        doubled += [f"{page.relative_to(site.root)}: '{name}'" for name in found]
    report.none(doubled)


def test_each_page_has_one_heading_of_the_first_level(site: Site) -> None:
    assert {page: n for page in site.pages() if (n := len(site.tree(page).css("h1"))) != 1} == {}


def test_no_two_pages_have_the_same_title(site: Site) -> None:
    pages: dict[str, list[str]] = {}
    for page in site.pages():
        title = site.tree(page).css_first("title")
        pages.setdefault(title.text() if title else "", []).append(site.url(page))
    report.none([f"{title}: {', '.join(found)}" for title, found in pages.items() if found[1:]])


def test_every_kind_of_list_is_one_click_from_the_front_page(site: Site) -> None:
    """What a journalist looks for has to be found without knowing the address."""
    links = site.tree(site.root / "index.html").css("a[href]")
    found = {str(link.attributes["href"]).removeprefix("./") for link in links}
    lists = {
        *("saker/", "moter/", "oppfolging/", "prosesser/", "kommuner/", "organer/", "emner/"),
        *("tall/", "data/", "status/", "om/folg/"),
    }
    assert lists <= found
