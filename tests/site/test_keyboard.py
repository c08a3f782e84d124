"""With a keyboard alone, on the narrowest screen, a reader gets everywhere and sees where."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from tests.support import report
from tests.support.browsing import Reader
from tests.support.links import Site
from tests.support.sampling import kind
from tests.support.server import SiteServer

pytestmark = [pytest.mark.browser, pytest.mark.site]

_FOCUS = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
  const centre = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return {
    what: element.outerHTML.slice(0, 100),
    inside: box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight,
    large: box.width > 1 && box.height > 1,
    marked: outlined || style.boxShadow !== 'none',
    covered: !!centre && centre !== element && !element.contains(centre)
      && !centre.contains(element) && getComputedStyle(centre).position !== 'static',
  };
}"""


def walk(page: Page, limit: int = 400) -> list[str]:
    """Press Tab through the whole page; the faults of what gets focus on the way."""
    faults, seen = [], 0
    for _ in range(limit):
        page.keyboard.press("Tab")
        focus = page.evaluate(_FOCUS)
        if focus is None:
            break
        seen += 1
        for fault, wrong in (
            ("is outside the window", not focus["inside"]),
            ("has no size", not focus["large"]),
            ("shows no focus", not focus["marked"]),
            ("is covered", focus["covered"]),
        ):
            if wrong:
                faults.append(f"{focus['what']} {fault}")
    else:
        faults.append(f"the walk did not end after {limit} stops")
    assert seen > 3
    return faults


def largest(site: Site, name: str, below: int = 80_000) -> str:
    """The address of the page with most to show of a kind, short of the monstrous."""
    pages = [page for page in site.pages() if kind(site, page) == name]
    pages = [page for page in pages if page.stat().st_size < below] or pages
    page = max(pages, key=lambda page: page.stat().st_size)
    return "/" + page.relative_to(site.root).as_posix().removesuffix("index.html")


@pytest.mark.parametrize(
    "name", ["front", "case", "meeting", "process", "search", "matrix", "status"]
)
def test_tab_walk_shows_every_stop(site: Site, demo: SiteServer, reader: Reader, name: str) -> None:
    with reader.open(demo.address(largest(site, name)), width=320) as (page, _):
        report.none(walk(page))


def test_skip_link_comes_first_and_leads_to_the_content(demo: SiteServer, reader: Reader) -> None:
    with reader.open(demo.url, width=320) as (page, _):
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "innhold"


def test_menu_opens_and_closes_by_keyboard(demo: SiteServer, reader: Reader) -> None:
    with reader.open(demo.url, width=320) as (page, _):
        menu, button = page.locator("#meny"), page.locator("button.menu-button")
        assert not menu.is_visible()
        button.focus()
        page.keyboard.press("Enter")
        assert menu.is_visible()
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('#meny') !== null")
        page.keyboard.press("Escape")
        assert not menu.is_visible()
        assert page.evaluate("document.activeElement.className").startswith("menu-button")


def test_menu_leads_to_another_page(demo: SiteServer, reader: Reader) -> None:
    with reader.open(demo.url, width=320) as (page, _):
        page.locator("button.menu-button").press("Enter")
        page.locator("#meny a").nth(1).press("Enter")
        page.wait_for_url(re.compile(re.escape(demo.url) + ".+"))


def test_search_box_takes_the_question_along(site: Site, demo: SiteServer, reader: Reader) -> None:
    with reader.open(demo.address(largest(site, "case")), width=320) as (page, _):
        box = page.locator("input[type=search]").first
        box.focus()
        page.keyboard.type("buss")
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(r"/sok/\?q=buss"))


def test_menu_works_without_script(demo: SiteServer, reader: Reader) -> None:
    with reader.open(demo.url, width=320, javascript=False) as (page, _):
        page.locator("button.menu-button").press("Enter")
        assert page.locator("#meny").is_visible()
        page.keyboard.press("Escape")
        assert not page.locator("#meny").is_visible()
