"""Every kind of page and every part of the design meets WCAG 2.2 AA, in all the ways it is read."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.support import browsing, report
from tests.support.browsing import SCHEMES, WIDTHS, Reader, Scheme
from tests.support.server import SiteServer

pytestmark = [pytest.mark.browser, pytest.mark.site]


def open_everything(page: Page) -> None:
    """Open what a reader can open: all details, and the menu where it is a button."""
    page.evaluate("document.querySelectorAll('details').forEach((box) => { box.open = true; })")
    button = page.locator("button[popovertarget]:visible").first
    if button.count():
        button.click()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("state", ["closed", "open"])
def test_no_violations(
    demo: SiteServer, reader: Reader, sample: list[str], scheme: Scheme, width: int, state: str
) -> None:
    faults = []
    for path in sample:
        with reader.open(demo.address(path), scheme=scheme, width=width) as (page, _):
            if state == "open":
                open_everything(page)
            faults += [f"{path}: {line}" for line in browsing.axe(page)]
            faults += [f"{path}: {line}" for line in browsing.overflow(page)]
    report.none(faults)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_spacing_hides_nothing(
    demo: SiteServer, reader: Reader, sample: list[str], scheme: Scheme
) -> None:
    """WCAG 1.4.12: the reader's own text spacing makes no page scroll sideways."""
    spacing = (
        "* { line-height: 1.5 !important; letter-spacing: .12em !important;"
        " word-spacing: .16em !important } p { margin-bottom: 2em !important }"
    )
    faults = []
    for path in sample:
        with reader.open(demo.address(path), scheme=scheme, width=320) as (page, _):
            page.evaluate(
                "(css) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);"
                " document.adoptedStyleSheets.push(sheet); }",
                spacing,
            )
            faults += [f"{path}: {line}" for line in browsing.overflow(page)]
    report.none(faults)
