"""The sections of a long case are a few steps away, by keyboard and on a phone, without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.support import browsing
from tests.support.browsing import Reader
from tests.support.links import Site
from tests.support.server import SiteServer

pytestmark = [pytest.mark.browser, pytest.mark.site]

LONG, SHORT = "/sak/2021-felles-klimaplan/", "/sak/2023-valg-av-leder/"
FIRST = ".toc li:first-child a"
_FOCUSED = "() => document.activeElement.getAttribute('href') || document.activeElement.localName"


def stops(page: Page) -> list[str]:
    """What Tab comes to after the breadcrumb: addresses, else names of elements."""
    page.locator(".crumbs a").last.focus()
    found = []
    for _ in range(3):
        page.keyboard.press("Tab")
        found.append(page.evaluate(_FOCUSED))
    return found


def test_it_stands_open_beside_the_text_and_comes_first(demo: SiteServer, reader: Reader) -> None:
    with reader.open(demo.address(LONG), width=1280) as (page, _):
        assert page.locator(FIRST).is_visible()
        assert page.locator(".toc .toc-title").is_visible()
        assert stops(page) == ["#behandling", "#endret", "#kommunene"]


def test_it_names_every_section_that_can_be_linked_to(site: Site) -> None:
    for path in (LONG, "/sak/2023-alle-vedleggstyper/"):
        page = site.target(path)
        assert page is not None
        tree = site.tree(page)
        listed = [node.attributes["href"] for node in tree.css(".toc a")]
        heads = tree.css(".record-main > section > .head > [id]")
        assert listed == ["#behandling", *(f"#{node.attributes['id']}" for node in heads)]


def test_its_last_line_can_be_reached_in_a_low_window(demo: SiteServer, reader: Reader) -> None:
    with reader.open(demo.address(LONG), width=1280) as (page, _):
        page.set_viewport_size({"width": 1280, "height": 360})
        last = page.locator(".toc li:last-child a")
        last.focus()
        box = last.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 360


@pytest.mark.parametrize("scheme", browsing.SCHEMES)
def test_it_is_a_fold_on_a_phone(
    demo: SiteServer, reader: Reader, scheme: browsing.Scheme
) -> None:
    with reader.open(demo.address(LONG), width=360, scheme=scheme) as (page, _):
        assert not page.locator(FIRST).is_visible()
        assert stops(page)[0] == "summary"
        page.locator(".toc summary").press("Enter")
        assert page.locator(FIRST).is_visible()
        assert browsing.axe(page) == []
        assert browsing.overflow(page) == []
        page.locator(".toc a[href='#vedlegg']").click()
        assert page.locator("#vedlegg").is_visible()


def test_it_is_not_printed(demo: SiteServer, reader: Reader) -> None:
    with reader.open(demo.address(LONG)) as (page, _):
        page.emulate_media(media="print")
        assert not page.locator(".toc").is_visible()


@pytest.mark.parametrize(("path", "shown"), [(LONG, True), (SHORT, False)])
def test_only_a_long_case_has_it(site: Site, path: str, *, shown: bool) -> None:
    page = site.target(path)
    assert page is not None
    assert bool(site.tree(page).css(".toc")) is shown


def test_it_needs_no_script(demo: SiteServer, reader: Reader) -> None:
    with reader.open(demo.address(LONG), width=360, javascript=False) as (page, _):
        page.locator(".toc summary").click()
        assert page.locator(FIRST).is_visible()
