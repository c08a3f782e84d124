"""The page ``/sok/`` by mouse: search, filters, sorting, and help."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.bench.search.corpus import Case
from tests.search.opening import BOX, open_search, parameters, ready, status
from tests.support import browsing
from tests.support.browsing import Reader
from tests.support.server import SiteServer


@pytest.mark.parametrize("width", browsing.WIDTHS)
@pytest.mark.parametrize("scheme", browsing.SCHEMES)
@pytest.mark.parametrize(
    "query",
    ["", "?q=regionrådet", "?q=xyzzyq", "?kommune=sund&fra=2015-01-01", "?q=sykehjemstyre+skole"],
)
def test_every_state_is_accessible_and_fits(
    reader: Reader, search_site: SiteServer, query: str, scheme: browsing.Scheme, width: int
) -> None:
    with open_search(reader, search_site, query, scheme=scheme, width=width) as (page, probe):
        if query:
            ready(page)
            page.locator("summary").click()
        assert browsing.axe(page) == []
        assert browsing.overflow(page) == []
        assert probe.violations() == []
        assert probe.storage() == {}
        assert probe.foreign == []


def test_nothing_is_fetched_before_the_first_search(
    reader: Reader, search_site: SiteServer
) -> None:
    with open_search(reader, search_site) as (page, _):
        page.wait_for_selector("[data-state=idle]")
        loaded = page.evaluate("performance.getEntriesByType('resource').map((r) => r.name)")
        assert not [name for name in loaded if "indeks" in name]


def test_a_search_by_mouse(reader: Reader, search_site: SiteServer, cases: list[Case]) -> None:
    case = cases[150]
    with open_search(reader, search_site) as (page, _):
        page.fill(BOX, case.title)
        page.get_by_role("button", name="Søk", exact=True).click()
        ready(page)
        first = page.get_by_role("list").locator("css=.search-hit").first
        assert first.get_by_role("link").first.inner_text() == case.title
        facts = first.locator(".search-facts").inner_text()
        assert f"{case.number:02}/{case.day.year}" in facts
        followed = f"Oppfølging: {case.followup[1].lower()}"
        assert {case.outcome[1], case.body[1], case.municipality, followed} <= set(
            facts.split("\n")
        )
        assert first.locator("mark").count() > 0
        assert parameters(page) == {"q": [case.title]}


def test_a_link_from_another_site_opens_a_filtered_list(
    reader: Reader, search_site: SiteServer, cases: list[Case]
) -> None:
    wanted = [c for c in cases if c.municipality == "Sund" and "klima" in c.topics]
    with open_search(reader, search_site, "?kommune=sund&tema=klima") as (page, _):
        ready(page)
        assert status(page).startswith(f"{len(wanted)} oppføringer")
        urls = page.locator(".search-title a").evaluate_all("all => all.map((a) => a.href)")
        newest = sorted(wanted, key=lambda c: (c.day, f"sak/{c.id}/"), reverse=True)
        assert [url.split("/")[-2] for url in urls] == [c.id for c in newest[:10]]
        assert page.get_by_role("button", name="Fjern avgrensningen sund").is_visible()


def test_filters_change_the_address_and_back_undoes_them(
    reader: Reader, search_site: SiteServer
) -> None:
    with open_search(reader, search_site, "?q=plan") as (page, _):
        ready(page)
        before = status(page)
        page.get_by_role("checkbox", name=re.compile("^sund")).check()
        expect(page.locator("[data-search-status]")).not_to_have_text(before)
        assert parameters(page) == {"q": ["plan"], "kommune": ["sund"]}
        assert page.get_by_role("checkbox", name=re.compile("^sund")).evaluate(
            "box => box === document.activeElement"
        )
        page.go_back()
        expect(page.locator("[data-search-status]")).to_have_text(before)
        assert not page.get_by_role("checkbox", name=re.compile("^sund")).is_checked()


def test_sorting_by_date(reader: Reader, search_site: SiteServer, cases: list[Case]) -> None:
    with open_search(reader, search_site, "?q=plan") as (page, _):
        ready(page)
        for value, name in (("ny", "newest"), ("gammel", "oldest")):
            page.select_option("select[name=sorter]", value)
            page.wait_for_url(f"**sorter={value}")
            ready(page)
            urls = page.locator(".search-title a").evaluate_all("all => all.map((a) => a.href)")
            ids = [url.split("/")[-2] for url in urls]
            days = [next(c.day for c in cases if c.id == i) for i in ids]
            assert days == sorted(days, reverse=name == "newest")


def test_a_slip_is_said_and_mended(reader: Reader, search_site: SiteServer) -> None:
    with open_search(reader, search_site, "?q=Regoinrådet") as (page, _):
        ready(page)
        notes = page.locator("[data-search-notes]").inner_text()
        assert notes == "Ingen treff på «Regoinrådet». Viser treff på «regionrådet»."
        assert page.locator(".search-hit").count() == 10


def test_no_hits_helps_on(reader: Reader, search_site: SiteServer) -> None:
    with open_search(reader, search_site, "?q=xyzzyq") as (page, _):
        ready(page)
        assert status(page) == "Ingen treff på «xyzzyq»."
        assert page.get_by_text("Ingen treff på «xyzzyq»").count() == 1
        assert page.get_by_role("heading", name="Dette kan du prøve").is_visible()
        assert page.get_by_role("link", name="Saker etter år").is_visible()


def test_hits_link_to_the_very_place(
    reader: Reader, search_site: SiteServer, cases: list[Case]
) -> None:
    case = next(c for c in cases if c.rare and sum(o.rare == c.rare for o in cases) == 1)
    with open_search(reader, search_site, f"?q={quote(case.rare)}") as (page, _):
        ready(page)
        link = page.locator(".search-place a").first
        assert re.fullmatch(r"Notat, side \d+", link.inner_text())
        pattern = rf"\.\./sak/{case.id}/vedlegg/notat\.pdf#page=\d+"
        assert re.fullmatch(pattern, link.get_attribute("href") or "")
    point = "Det settes av til arbeidet"
    with open_search(reader, search_site, f"?q={quote(point)}") as (page, _):
        ready(page)
        link = page.locator(".search-place a").first
        assert re.fullmatch(r"Vedtak, punkt \d", link.inner_text())
        assert re.fullmatch(r"\.\./sak/[\d-]+/#p\d", link.get_attribute("href") or "")


def test_a_plain_form_works_by_itself(reader: Reader, search_site: SiteServer) -> None:
    with open_search(reader, search_site, javascript=False) as (page, _):
        page.fill(BOX, "partnerskap")
        page.get_by_role("button", name="Søk").click()
        assert parameters(page)["q"] == ["partnerskap"]
        expect(page.locator("noscript p")).to_contain_text("Søket trenger JavaScript")
        assert page.locator("noscript a").first.is_visible()


def test_the_nearest_feed_is_offered(reader: Reader, search_site: SiteServer) -> None:
    with open_search(reader, search_site, "?q=plan&kommune=sund") as (page, _):
        ready(page)
        link = page.locator("[data-search-feed] a")
        assert link.get_attribute("href") == "../feed/kommune/sund.xml"
    with open_search(reader, search_site, "?q=plan") as (page, _):
        ready(page)
        assert page.locator("[data-search-feed] a").get_attribute("href") == "../feed/saker.xml"
