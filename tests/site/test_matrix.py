"""The municipality matrix, the thread and the figures in a browser, with and without script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator

from tests.support import browsing
from tests.support.browsing import SCHEMES, Reader, Scheme
from tests.support.server import SiteServer

pytestmark = [pytest.mark.browser, pytest.mark.site]
MATRIX = "kommuner/matrise/"


def plain(part: Locator) -> str:
    """The text of a part, its dates with ordinary spaces."""
    return part.inner_text().replace("\u00a0", " ")


@pytest.mark.parametrize("javascript", [True, False])
def test_every_decision_says_where_each_municipality_stands(
    demo: SiteServer, reader: Reader, javascript: bool
) -> None:
    with reader.open(demo.address(MATRIX), javascript=javascript) as (page, _):
        row = page.locator("tr", has_text="Ny eieravtale for brannvesenet")
        assert "Vedtatt, venter på kommunene" in row.inner_text()
        assert "2 av 4 kommuner har gjort likelydende vedtak" in row.inner_text()
        cells = {cell.get_attribute("data-label"): plain(cell) for cell in row.locator("td").all()}
        assert re.search(r"Vedtatt\s.*12\. februar 2025\s+9/25", cells["Nordvik"], re.S)
        assert "Må behandle saken" in cells["Sund"]
        assert "Ikke medlem da" in cells["Gamlehavn"]


def test_the_last_resolution_turns_the_state_on_every_page(
    demo: SiteServer, reader: Reader
) -> None:
    for address in ("sak/2023-samarbeidsavtale/", MATRIX, "saker/2022/"):
        with reader.open(demo.address(address), javascript=False) as (page, _):
            assert "Vedtatt av alle kommunene" in page.locator("main").inner_text(), address


def test_a_municipality_sees_what_waits_for_it(demo: SiteServer, reader: Reader) -> None:
    with reader.open(demo.address("kommune/sund/"), javascript=False, width=390) as (page, _):
        waiting = plain(page.locator("section[aria-labelledby=venter]"))
        assert "Ny eieravtale for brannvesenet" in waiting
        assert "Frist: 30. juni 2025" in waiting
        assert "Over frist" in waiting
        treated = page.locator("section[aria-labelledby=behandlet]").inner_text()
        assert "Vedtak om felles innkjøpskontor" in treated


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_part_is_inaccessible(
    demo: SiteServer, reader: Reader, scheme: Scheme, width: int
) -> None:
    faults = []
    for address in (MATRIX, "tall/", "status/", "oppfolging/", "sak/2023-samarbeidsavtale/"):
        with reader.open(demo.address(address), scheme=scheme, width=width) as (page, probe):
            page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
            found = [*browsing.axe(page), *browsing.overflow(page), *probe.faults()]
            faults += [f"{address}: {line}" for line in found]
    assert faults == []


def test_the_thread_is_drawn_where_there_is_room_and_always_told(
    demo: SiteServer, reader: Reader
) -> None:
    for width, drawn in ((1280, True), (320, False)):
        with reader.open(
            demo.address("sak/2023-samarbeidsavtale/"), width=width, javascript=False
        ) as (page, _):
            thread = page.locator("section[aria-labelledby=over-tid]")
            assert thread.locator("svg.thread-drawing").is_visible() is drawn
            told = thread.locator("ol.timeline").inner_text()
            assert "Erstatter: Samarbeidsavtale for Eksempelregionen" in told
            assert "denne siden" in told


def test_a_row_of_many_papers_is_folded(demo: SiteServer, reader: Reader) -> None:
    with reader.open(
        demo.address("sak/2023-mange-vedlegg/"), width=320, javascript=False
    ) as (page, _):
        thread = page.locator("section[aria-labelledby=over-tid] ol.timeline").first
        assert thread.locator("> li").count() == 2
        fold = thread.locator("> li.tl-paper details")
        assert not fold.locator("a").first.is_visible()
        fold.locator("summary").click()
        assert fold.locator("li.tl-paper").count() > 40
        assert fold.locator("a").first.is_visible()


def test_the_meeting_and_the_thread_tell_what_the_municipalities_made_of_it(
    demo: SiteServer, reader: Reader
) -> None:
    for address, part in (
        ("mote/2022-12-06-representantskapet/", "li"),
        ("sak/2023-samarbeidsavtale/", "ol.timeline li.tl-here"),
    ):
        with reader.open(demo.address(address), javascript=False) as (page, _):
            entry = page.locator(f"main {part}", has_text="Endret samarbeidsavtale").first
            badges = entry.locator(".badge").all_inner_texts()
            assert {"Vedtatt", "Vedtatt av alle kommunene"} <= {b.strip() for b in badges}, address


@pytest.mark.parametrize("width", [320, 1280])
def test_the_status_tells_of_each_body_in_each_year(
    demo: SiteServer, reader: Reader, width: int
) -> None:
    with reader.open(demo.address("status/"), javascript=False, width=width) as (page, _):
        table = page.locator("table.crossed")
        row = table.locator("tbody tr", has=page.get_by_role("link", name="2024"))
        cells = {c.get_attribute("data-label"): plain(c) for c in row.locator("td").all()}
        assert re.search(r"96 % utfylt\s+8 saker\s+7\. januar 2026", cells["Representantskapet"])
        assert browsing.overflow(page) == []
        href = table.locator("xpath=../following-sibling::ul//a").get_attribute("href") or ""
        written = page.request.get(page.url + href).text()
        assert "2024;Representantskapet;8;5;96;2026-01-07" in written


def test_every_chart_has_its_table_and_its_file(demo: SiteServer, reader: Reader) -> None:
    with reader.open(demo.address("tall/"), javascript=False) as (page, _):
        parts = page.locator(".figure-part")
        assert parts.count() >= 7
        for part in parts.all():
            assert part.get_by_role("img").count() == 1
            part.locator("summary").click()
            assert part.locator("table tbody tr").count() > 0
            href = part.locator("a[download]").get_attribute("href") or ""
            answer = page.request.get(page.url + href)
            assert answer.status == 200


def test_charts_show_whole_on_a_phone(demo: SiteServer, reader: Reader) -> None:
    with reader.open(demo.address("tall/"), width=320) as (page, _):
        for chart in page.locator(".figure-part svg.chart").all():
            widths = chart.evaluate(
                """(svg) => [svg.scrollWidth, svg.parentElement.clientWidth,
                    ...Array.from(svg.querySelectorAll('text'),
                        (text) => text.getBoundingClientRect().right - innerWidth)]"""
            )
            assert widths[0] <= widths[1]
            assert max(widths[2:]) < 0


def test_a_line_of_details_neither_begins_nor_ends_with_a_dot(
    demo: SiteServer, reader: Reader
) -> None:
    """The dot before the first part of every line lies outside what is drawn of the line."""
    with reader.open(demo.address("moter/"), width=320) as (page, _):
        cut = page.evaluate(
            """Array.from(document.querySelectorAll('.item-meta'), (line) => {
                const em = parseFloat(getComputedStyle(line).fontSize);
                const shown = line.getBoundingClientRect().left + 0.8 * em;
                const first = Array.from(line.children).filter((part) =>
                    part.getBoundingClientRect().left < shown);
                return [first.length, getComputedStyle(line).clipPath,
                    getComputedStyle(line.children[0], '::after').content];
            })"""
        )
        assert any(lines > 1 for lines, _, _ in cut)
        assert {(clip.startswith("inset("), after) for _, clip, after in cut} == {(True, "none")}


def test_a_municipality_s_number_says_what_it_is(demo: SiteServer, reader: Reader) -> None:
    with reader.open(demo.address("kommuner/")) as (page, _):
        cards = page.locator(".card")
        assert "Kommunenummer 9911" in plain(cards.filter(has_text="Nordvik").first)
        assert "Kommunenummer" not in plain(cards.filter(has_text="Gamlehavn"))
