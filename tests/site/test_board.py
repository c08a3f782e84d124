"""The follow-up board with and without script: groups, one value at a time, and any combination."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Page

from tests.support import browsing
from tests.support.browsing import Reader
from tests.support.server import SiteServer

pytestmark = [pytest.mark.browser, pytest.mark.site]
BOARD = "oppfolging/"
GROUPS = ["overdue", "silent", "in-progress", "not-started", "done", "dropped", "without"]


FOLDED = ["done", "dropped"]


def shown(page: Page) -> list[str]:
    """What the rows that stand on the screen or under a fold say first."""
    return page.locator("[data-board-group] tbody tr:not([hidden]) th").all_text_contents()


def counts(page: Page) -> list[int]:
    return [int(text) for text in page.locator("h2 [data-board-count]").all_inner_texts()]


def test_groups_stand_in_order_and_hold_what_they_count(demo: SiteServer, reader: Reader) -> None:
    with reader.open(demo.address(BOARD), javascript=False) as (page, _):
        groups = page.locator("[data-board-group]")
        assert [g.get_attribute("aria-labelledby") for g in groups.all()] == GROUPS
        rows = [group.locator("tbody tr").count() for group in groups.all()]
        assert rows == counts(page)
        assert sum(rows) > 30


@pytest.mark.parametrize("javascript", [True, False])
def test_what_is_finished_stands_folded(
    demo: SiteServer, reader: Reader, javascript: bool
) -> None:
    with reader.open(demo.address(BOARD), width=390, javascript=javascript) as (page, _):
        for key in GROUPS:
            rows = page.locator(f"[aria-labelledby={key}] tbody tr")
            assert rows.first.is_visible() is (key not in FOLDED), key
        page.locator("[aria-labelledby=done] summary").click()
        assert page.locator("[aria-labelledby=done] tbody tr").last.is_visible()
        page.emulate_media(media="print")
        assert page.locator("[aria-labelledby=dropped] tbody tr").last.is_visible()
        assert not page.locator("[aria-labelledby=dropped] summary").is_visible()


def test_who_jumps_to_a_fold_or_searches_for_what_is_in_it_sees_it(
    demo: SiteServer, reader: Reader
) -> None:
    first = "[aria-labelledby=dropped] tbody tr >> nth=0"
    with reader.open(demo.address(BOARD)) as (page, _):
        words = page.locator(f"{first} >> th a").text_content()
        assert words
        page.locator("[href='#dropped'].chip").click()
        page.locator(first).wait_for()
    for rest in ("#dropped", "?organ=representantskapet", f"#:~:text={quote(words)}"):
        with reader.open(demo.address(BOARD + rest)) as (page, _):
            page.locator(first).wait_for()
    with reader.open(demo.address("oppfolging/organ/representantskapet/")) as (page, _):
        assert not page.locator("[data-board-group] details").count()


def test_without_script_one_page_for_each_value(demo: SiteServer, reader: Reader) -> None:
    with reader.open(demo.address(BOARD), javascript=False, width=390) as (page, _):
        assert not page.locator("[data-board]").is_visible()
        assert page.locator("noscript").count() == 1
        page.locator("[data-board-plain] summary").click()
        page.get_by_role("link", name="Sekretariatet").first.click()
        page.wait_for_url("**/oppfolging/eier/sekretariatet/")
        cells = page.locator(".board-table td[data-label=Ansvarlig]").all_inner_texts()
        assert cells
        assert all("Sekretariatet" in text for text in cells)


def test_any_combination_at_once_with_the_state_in_the_address(
    demo: SiteServer, reader: Reader
) -> None:
    with reader.open(demo.address(BOARD)) as (page, _):
        everything = shown(page)
        page.locator("#velg-eier").select_option("sekretariatet")
        some = shown(page)
        assert 0 < len(some) < len(everything)
        page.locator("#velg-ar").select_option("2022")
        fewer = shown(page)
        assert set(fewer) < set(some)
        assert sum(counts(page)) == len(fewer)
        assert parse_qs(urlsplit(page.url).query) == {"eier": ["sekretariatet"], "ar": ["2022"]}
        assert str(len(fewer)) in page.locator("[data-board-status]").inner_text()
        page.reload()
        assert shown(page) == fewer
        page.go_back()
        assert shown(page) == some
        page.get_by_role("button", name="Nullstill").click()
        assert shown(page) == everything
        assert urlsplit(page.url).query == ""


def test_a_page_of_one_value_leads_to_the_combination(demo: SiteServer, reader: Reader) -> None:
    with reader.open(demo.address("oppfolging/organ/representantskapet/")) as (page, _):
        alone = shown(page)
        page.get_by_role("link", name="Velg flere ting samtidig").click()
        page.wait_for_url("**/oppfolging/?organ=representantskapet")
        assert shown(page) == alone
        assert page.locator("#velg-organ").input_value() == "representantskapet"


def test_nothing_fits(demo: SiteServer, reader: Reader) -> None:
    with reader.open(demo.address(f"{BOARD}?ar=2025&organ=regionradet")) as (page, probe):
        assert shown(page) == []
        assert "Ingen" in page.locator("[data-board-status]").inner_text()
        assert probe.faults() == []


def test_unknown_values_of_the_address_are_left_out(demo: SiteServer, reader: Reader) -> None:
    with reader.open(demo.address(f"{BOARD}?organ=finnesikke&x=%3Cscript%3E")) as (page, probe):
        assert len(shown(page)) == sum(counts(page))
        assert probe.faults() == []


def test_by_keyboard(demo: SiteServer, reader: Reader) -> None:
    with reader.open(demo.address(BOARD), width=320) as (page, _):
        assert not page.locator("#velg-tema").is_visible()
        page.locator("[data-board-fold] summary").focus()
        page.keyboard.press("Enter")
        page.locator("#velg-tema").focus()
        page.keyboard.press("k")
        page.keyboard.press("Enter")
        assert parse_qs(urlsplit(page.url).query) == {"tema": ["klima"]}
        assert browsing.overflow(page) == []
        assert browsing.axe(page) == []


def test_the_filters_are_folded_on_a_phone_until_something_is_chosen(
    demo: SiteServer, reader: Reader
) -> None:
    for query, width, is_open in (("", 320, False), ("?tema=klima", 320, True), ("", 1280, True)):
        with reader.open(demo.address(BOARD + query), width=width) as (page, _):
            assert page.locator("#velg-tema").is_visible() is is_open, (query, width)


@pytest.mark.parametrize("javascript", [True, False])
def test_each_group_can_be_jumped_to(
    demo: SiteServer, reader: Reader, javascript: bool
) -> None:
    with reader.open(demo.address(f"{BOARD}?tema=klima"), javascript=javascript) as (page, _):
        jumps = page.locator("nav[aria-labelledby=grupper] a")
        assert [a.get_attribute("href") for a in jumps.all()] == [f"#{key}" for key in GROUPS]
        numbers = jumps.locator("[data-board-count]").all_inner_texts()
        assert [int(number) for number in numbers] == counts(page)


def test_print_shows_the_rows_and_not_the_filters(demo: SiteServer, reader: Reader) -> None:
    with reader.open(demo.address(BOARD)) as (page, _):
        page.emulate_media(media="print")
        assert not page.locator("[data-board]").is_visible()
        assert shown(page)
    with reader.open(demo.address("oppfolging/utskrift/"), javascript=False) as (page, _):
        heads = page.locator("table.report thead th").all_inner_texts()
        assert [head.casefold() for head in heads] == [
            "utvalg", "møtedato", "saksnr.", "tittel", "vedtak", "ansvarlig", "status", "merknad",
        ]  # fmt: skip


def test_the_table_beside_a_page_holds_what_the_page_holds(demo_site: Path) -> None:
    for name in ("oppfolging", "oppfolging/tema/klima", "oppfolging/kommune/nordvik"):
        written = (demo_site / name / "oppfolging.csv").read_text("utf-8-sig")
        lines = list(csv.DictReader(io.StringIO(written), delimiter=";"))
        page = (demo_site / name / "index.html").read_text()
        without = page[page.index('aria-labelledby="without"') :].count("<tr data-")
        assert len(lines) == page.count("<tr data-") - without
        assert len(lines) > 0
