"""The page ``/sok/`` by mouse, by keyboard and by accessibility tree."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.bench.search.corpus import Case
from tests.support import browsing
from tests.support.browsing import Reader
from tests.support.server import SiteServer

BOX = "input[name=q]"
SHOWN = "[data-state=shown]"


def open_search(reader: Reader, site: SiteServer, query: str = "", **how: Any) -> Any:
    return reader.open(f"{site.url}sok/{query}", **how)


def ready(page: Page) -> None:
    page.wait_for_selector(SHOWN)


def status(page: Page) -> str:
    return page.locator("[data-search-status]").inner_text()


def parameters(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


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
        assert {case.outcome[1], case.body[1], case.municipality, case.followup[1]} <= set(
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


def test_removing_a_filter_keeps_the_keyboard_in_place(
    reader: Reader, search_site: SiteServer
) -> None:
    with open_search(reader, search_site, "?kommune=sund&kommune=nordvik") as (page, _):
        ready(page)
        page.get_by_role("button", name="Fjern avgrensningen sund").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name="Fjern avgrensningen sund")).to_have_count(0)
        focused = page.evaluate("document.activeElement.getAttribute('aria-label')")
        assert focused == "Fjern avgrensningen nordvik"


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


def test_show_more_moves_the_focus_to_the_first_new_hit(
    reader: Reader, search_site: SiteServer
) -> None:
    with open_search(reader, search_site, "?type=sak") as (page, _):
        ready(page)
        page.get_by_role("button", name="Vis flere treff").click()
        expect(page.locator(".search-hit")).to_have_count(20)
        eleventh = page.locator(".search-title a").nth(10)
        expect(eleventh).to_be_focused()
        assert "1–20" in status(page)
        page.reload()
        ready(page)
        assert page.locator(".search-hit").count() == 20


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


def test_suggestions_by_keyboard(reader: Reader, search_site: SiteServer) -> None:
    with open_search(reader, search_site) as (page, _):
        box = page.get_by_role("combobox", name="Søk")
        box.press_sequentially("region")
        options = page.get_by_role("option")
        expect(options.first).to_be_visible()
        assert box.get_attribute("aria-expanded") == "true"
        expect(page.locator("[data-search-suggested]")).to_contain_text("forslag")
        box.press("ArrowUp")
        last = options.last
        assert last.get_attribute("aria-selected") == "true"
        box.press("ArrowDown")
        assert box.get_attribute("aria-activedescendant") is None
        box.press("ArrowDown")
        chosen = options.first.inner_text()
        assert box.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
        assert browsing.axe(page) == []
        box.press("Enter")
        ready(page)
        assert parameters(page)["q"] == [chosen]
        assert box.get_attribute("aria-expanded") == "false"
        expect(box).to_be_focused()


def test_escape_closes_the_suggestions_before_it_empties_the_field(
    reader: Reader, search_site: SiteServer
) -> None:
    with open_search(reader, search_site) as (page, _):
        box = page.get_by_role("combobox")
        box.press_sequentially("region")
        expect(page.get_by_role("option").first).to_be_visible()
        box.press("Escape")
        expect(page.get_by_role("listbox")).to_have_count(0)
        expect(box).to_have_value("region")
        expect(box).to_be_focused()
        box.press("Escape")
        expect(box).to_have_value("")
        expect(box).to_be_focused()


def test_suggestions_by_mouse(reader: Reader, search_site: SiteServer) -> None:
    with open_search(reader, search_site) as (page, _):
        page.get_by_role("combobox").press_sequentially("2019 kom")
        option = page.get_by_role("option").first
        chosen = option.inner_text()
        assert chosen.startswith("2019 kom")
        option.click()
        ready(page)
        assert parameters(page)["q"] == [chosen]


def test_the_accessibility_tree(reader: Reader, search_site: SiteServer) -> None:
    with open_search(reader, search_site, "?q=regionrådet") as (page, _):
        ready(page)
        tree = page.locator("main").aria_snapshot()
        for line in (
            "- search:",
            'combobox "Søk"',
            "- status:",
            'heading "Treff" [level=2]',
            "- list:",
        ):
            assert line in tree
        assert 'group "Kommune"' in tree


def test_the_keyboard_reaches_everything_in_reading_order(
    reader: Reader, search_site: SiteServer
) -> None:
    with open_search(reader, search_site, "?q=regionrådet", width=320) as (page, _):
        ready(page)
        seen = []
        for _ in range(7):
            page.keyboard.press("Tab")
            seen.append(
                page.evaluate(
                    "document.activeElement.tagName + (document.activeElement.name || '')"
                )
            )
        assert seen[:5] == ["INPUTq", "BUTTON", "SUMMARY", "SELECTsorter", "A"]


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


HOSTILE = [
    "a" * 10_000,
    "plan " * 3_000,
    "😀👩‍👩‍👧‍👦🏳️‍🌈",
    "p\u0301\u0302\u0303l\u0304a\u0305n" * 40,
    "\u202eנתונים العربية",
    ".*+?^${}()|[]\\/(?=a)(a+)+$",
    "<img src=x onerror=window.__ran=1><script>window.__ran=1</script>",
    "__proto__ constructor toString hasOwnProperty",
    '"' * 500 + "«»" * 200,
    "1/" * 2_000 + "31.12." * 500,
    "\x00\x01\ufffe\ud7ff",
    "nr2021s6x plan_avtal d20210314x",
]


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_queries_get_an_answer_and_never_run(
    reader: Reader, search_site: SiteServer, query: str
) -> None:
    with open_search(reader, search_site, f"?q={quote(query[:3_000])}") as (page, probe):
        ready(page)
        page.evaluate("(text) => { document.querySelector('input[name=q]').value = text; }", query)
        page.get_by_role("button", name="Søk", exact=True).click()
        ready(page)
        assert status(page)
        assert page.evaluate("window.__ran") is None
        assert (
            page.locator("main script:not([type='application/json']):not([type=module])").count()
            == 0
        )
        assert page.locator("main img").count() == 0
        assert page.locator("[data-search-error]").inner_text() == ""
        assert probe.violations() == []


def test_hostile_parameters_are_ignored(reader: Reader, search_site: SiteServer) -> None:
    query = "?q=plan&__proto__=x&constructor=y&kommune=__proto__&fra=i+går&antall=-5&sorter=<b>"
    with open_search(reader, search_site, query) as (page, _):
        ready(page)
        assert status(page).startswith("Ingen treff")
        assert "Uten avgrensninger" in page.locator("[data-search-notes]").inner_text()
