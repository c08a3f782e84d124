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
    anchors = site.tree(site.root / "index.html").css("a[href]")
    found = {str(a.attributes["href"]).removeprefix("./") for a in anchors}
    lists = {
        *("saker/", "moter/", "oppfolging/", "prosesser/", "kommuner/", "organer/", "emner/"),
        *("tall/", "data/", "status/", "om/folg/"),
    }
    assert lists <= found


def test_readers_see_what_can_be_followed(site: Site) -> None:
    """Browsers no longer show the feeds and calendars that a page names in its head."""
    for folder in ("kommune", "tema", "organ", "prosess"):
        for page in (site.root / folder).glob("*/index.html"):
            feed = site.tree(page).css_first("link[type='application/atom+xml'][href*='/feed/']")
            if feed is not None and f"/{page.parent.name}.xml" in str(feed.attributes["href"]):
                shown = site.tree(page).css(f"main a[href='{feed.attributes['href']}']")
                assert len(shown) == 1, page
    coming = site.tree(site.root / "mote" / "2026-12-08-regionradet" / "index.html")
    assert len(coming.css("main a[href$='/kalender/mote/2026-12-08-regionradet.ics']")) == 1
    held = site.tree(site.root / "mote" / "2026-10-13-regionradet" / "index.html")
    assert held.css("main a[href$='.ics']") == []
