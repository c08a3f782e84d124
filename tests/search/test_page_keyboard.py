"""The page by keyboard and by accessibility tree."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.search.opening import open_search, parameters, ready, status
from tests.support import browsing
from tests.support.browsing import Reader
from tests.support.server import SiteServer


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
