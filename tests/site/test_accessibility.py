"""Every kind of page and every part of the design meets WCAG 2.2 AA, in all the ways it is read."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.support import browsing, report
from tests.support.browsing import SCHEMES, WIDTHS, Reader
from tests.support.server import SiteServer

pytestmark = [pytest.mark.browser, pytest.mark.site]

PARTS = 3
"""Pieces that the sample is cut into, so that both processes of a run have something to do."""


def open_everything(page: Page) -> None:
    """Open what a reader can open: all details, and the menu where it is a button."""
    page.evaluate("document.querySelectorAll('details').forEach((box) => { box.open = true; })")
    button = page.locator("button[popovertarget]:visible").first
    if button.count():
        button.click()


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("width", WIDTHS)
def test_no_violations(
    demo: SiteServer, reader: Reader, sample: list[str], width: int, part: int
) -> None:
    """Light and dark, as the page comes and with everything opened."""
    faults = []
    for path in sample[part::PARTS]:
        with reader.open(demo.address(path), width=width) as (page, _):
            for state in ("closed", "open"):
                if state == "open":
                    open_everything(page)
                faults += [f"{path} {state}: {line}" for line in browsing.overflow(page)]
                for scheme in SCHEMES:
                    page.emulate_media(color_scheme=scheme)
                    faults += [f"{path} {state} {scheme}: {line}" for line in browsing.axe(page)]
    report.none(faults)


@pytest.mark.parametrize("part", range(PARTS))
def test_text_spacing_hides_nothing(
    demo: SiteServer, reader: Reader, sample: list[str], part: int
) -> None:
    """WCAG 1.4.12: the reader's own text spacing makes no page scroll sideways."""
    spacing = (
        "* { line-height: 1.5 !important; letter-spacing: .12em !important;"
        " word-spacing: .16em !important } p { margin-bottom: 2em !important }"
    )
    faults = []
    for path in sample[part::PARTS]:
        with reader.open(demo.address(path), width=320) as (page, _):
            page.evaluate(
                "(css) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);"
                " document.adoptedStyleSheets.push(sheet); }",
                spacing,
            )
            faults += [f"{path}: {line}" for line in browsing.overflow(page)]
    report.none(faults)


@pytest.mark.parametrize("part", range(PARTS))
def test_letters_of_twice_the_size_fit_a_phone(
    demo: SiteServer, reader: Reader, sample: list[str], part: int
) -> None:
    """WCAG 1.4.4: with letters of 32 px in the browser's settings, no page scrolls sideways."""
    faults = []
    for path in sample[part::PARTS]:
        with reader.open(demo.url, width=390) as (page, _):
            sizes = {"fontSizes": {"standard": 32}}
            page.context.new_cdp_session(page).send("Page.setFontSizes", sizes)
            page.goto(demo.address(path))
            assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
            open_everything(page)
            faults += [f"{path}: {line}" for line in browsing.overflow(page)]
    report.none(faults)


def test_names_say_where_they_lead_and_what_is_drawn_out_of_context(
    demo: SiteServer, reader: Reader
) -> None:
    """A list of links or headings tells meetings of one body apart; a drawing is its title."""
    with reader.open(demo.address("/moter/")) as (page, _):
        items = page.locator("main .item-title")
        names = [item.aria_snapshot() for item in items.all()]
        assert len(names) == len(set(names)) > 40
        assert names[0].startswith('- heading "Eksempelrådet 8. desember 2026"')
    with reader.open(demo.address("/tall/")) as (page, _):
        assert page.locator(".chart").first.aria_snapshot() == '- img "Avgjorte saker etter år"'


def test_follow_ups_of_a_whole_decision_are_large_enough_to_hit(
    demo: SiteServer, reader: Reader
) -> None:
    """WCAG 2.5.8: links below each other are 24 px apart; the invented region has but one."""
    with reader.open(demo.address("/sak/2022-oppfolging-alle-statuser/")) as (page, _):
        middles: list[float] = page.evaluate(
            """() => {
              const line = document.querySelector('.treatment-decision > .point-follow li');
              line.after(line.cloneNode(true));
              return [...document.querySelectorAll('.treatment-decision > .point-follow a')].slice(0, 2)
                .map((link) => link.getBoundingClientRect())
                .map((box) => box.y + box.height / 2);
            }"""
        )
        assert middles[1] - middles[0] >= 24
