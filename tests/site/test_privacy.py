"""No page asks another host for anything, stores anything, or trips over its own policy."""

from __future__ import annotations

import pytest

from tests.conftest import ServeSite
from tests.support import report
from tests.support.browsing import Reader
from tests.support.links import Site
from tests.support.server import SiteServer

pytestmark = [pytest.mark.browser, pytest.mark.site]


def expected(path: str, lines: list[str]) -> list[str]:
    """The 404 page is asked for by an address that is not there, which the browser reports."""
    return [line for line in lines if not (path == "/404.html" and "404" in line)]


def test_pages_load_without_a_fault(demo: SiteServer, reader: Reader, sample: list[str]) -> None:
    faults = []
    for path in sample:
        with reader.open(demo.address(path)) as (page, probe):
            page.wait_for_load_state("networkidle")
            faults += [f"{path}: {line}" for line in expected(path, probe.faults())]
    report.none(faults)


def test_pages_load_without_a_fault_below_a_path(
    site: Site, serve_site: ServeSite, reader: Reader, sample: list[str]
) -> None:
    below = serve_site(site.root, "/under/en/sti/")
    faults = []
    for path in sample:
        if path == "/404.html":  # its links are absolute on purpose: it answers at any depth
            continue
        with reader.open(below.address(path)) as (_, probe):
            faults += [f"{path}: {line}" for line in probe.faults()]
    report.none(faults)
    assert below.missing == []


def test_address_that_is_not_there_gets_the_helpful_page(demo: SiteServer, reader: Reader) -> None:
    with reader.open(demo.address("/sak/finnes-ikke/her/")) as (page, probe):
        assert page.locator("h1").count() == 1
        assert page.locator("a[href]").count() > 3
        assert probe.foreign == []
        report.none([line for line in probe.failed if "finnes-ikke" not in line])
        assert probe.violations() == []
        assert probe.storage() == {}
