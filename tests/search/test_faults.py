"""What the page does when files are missing, cut, or newer than the page itself."""

from __future__ import annotations

import gzip
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.bench.search.corpus import Case, as_document
from tests.search import harness
from tests.search.conftest import NAMES
from tests.search.opening import open_search, ready
from tests.support.browsing import Reader
from tests.support.server import SiteServer

ALERT = "[data-search-error]"
UNAVAILABLE = "Søket er ikke tilgjengelig akkurat nå."


@pytest.fixture
def site(tmp_path: Path, cases: list[Case], serve_site: Any) -> SiteServer:
    """A site of its own, whose index a test may change while the page is open."""
    publish(tmp_path, cases[:150])
    served: SiteServer = serve_site(tmp_path)
    return served


def publish(root: Path, cases: list[Case]) -> None:
    """Publish anew, as hosts do: files that are no longer part of the site go away."""
    shutil.rmtree(root / "sok" / "indeks", ignore_errors=True)
    harness.write_site(root, map(as_document, cases), options=harness.options(NAMES))


def search(page: Page, query: str) -> None:
    page.fill("input[name=q]", query)
    page.get_by_role("button", name="Søk", exact=True).click()


def test_a_page_from_before_a_publication_still_searches(
    reader: Reader, site: SiteServer, cases: list[Case]
) -> None:
    with open_search(reader, site, "?q=plan") as (page, _):
        ready(page)
        publish(site.root, cases)
        newest = cases[-1]
        search(page, newest.title)
        expect(page.locator(".search-title a").first).to_have_text(newest.title)
        assert page.locator(ALERT).inner_text() == ""


def test_more_hits_after_a_publication(reader: Reader, site: SiteServer, cases: list[Case]) -> None:
    with open_search(reader, site, "?type=sak") as (page, _):
        ready(page)
        publish(site.root, cases)
        page.get_by_role("button", name="Vis flere treff").click()
        expect(page.locator(".search-hit")).to_have_count(20)
        expect(page.locator(".search-title a").nth(10)).to_be_focused()
        assert page.locator(ALERT).inner_text() == ""


@pytest.mark.parametrize("path", ["ord/**", "tabell-*", "sak/**", "manifest.json"])
@pytest.mark.parametrize("fault", ["missing", "cut", "refused", "foreign"])
def test_a_fault_gives_a_message_and_a_retry_that_works(
    reader: Reader, search_site: SiteServer, path: str, fault: str
) -> None:
    def broken(route: Route) -> None:
        if fault == "missing":
            route.fulfill(status=404, body="Ikke funnet")
        elif fault == "cut":
            whole = route.fetch().body()
            route.fulfill(status=200, body=whole[: len(whole) // 2])
        elif fault == "refused":
            route.abort()
        else:
            route.fulfill(status=200, body="<!doctype html><title>Logg inn</title>")

    with open_search(reader, search_site) as (page, _):
        page.wait_for_selector("[data-state=idle]")
        page.route(f"**/sok/indeks/{path}", broken)
        search(page, "regionrådet")
        page.wait_for_selector("[data-state=failed]")
        assert UNAVAILABLE in page.locator(ALERT).inner_text()
        assert page.get_by_role("link", name="Saker etter år").is_visible()
        page.unroute_all(behavior="wait")
        page.get_by_role("button", name="Prøv igjen").click()
        ready(page)
        expect(page.locator(".search-hit")).to_have_count(10)
        assert page.locator(ALERT).inner_text() == ""


def test_one_fault_mends_itself(reader: Reader, search_site: SiteServer) -> None:
    failed: list[str] = []

    def once(route: Route) -> None:
        if failed:
            route.continue_()
        else:
            failed.append(route.request.url)
            route.fulfill(status=404, body="")

    with open_search(reader, search_site) as (page, _):
        page.route("**/sok/indeks/ord/**", once)
        search(page, "regionrådet")
        ready(page)
        assert failed
        assert page.locator(".search-hit").count() == 10


def test_an_index_that_the_page_is_too_old_for(reader: Reader, site: SiteServer) -> None:
    manifest = site.root / "sok" / "indeks" / "manifest.json"
    newer = json.loads(manifest.read_text()) | {"format": 99}
    manifest.write_text(json.dumps(newer))
    with open_search(reader, site, "?q=plan") as (page, _):
        page.wait_for_selector("[data-state=failed]")
        assert "Last siden inn på nytt" in page.locator(ALERT).inner_text()
        assert page.get_by_role("button", name="Last siden inn på nytt").is_visible()


def test_a_browser_without_decompression_is_told(reader: Reader, search_site: SiteServer) -> None:
    with reader.open(search_site.url + "sok/") as (page, _):
        page.evaluate("delete window.DecompressionStream")
        search(page, "plan")
        page.wait_for_selector("[data-state=failed]")
        assert "for gammel" in page.locator(ALERT).inner_text()


def test_a_host_that_unpacks_the_files_is_fine(reader: Reader, site: SiteServer) -> None:
    for packed in (site.root / "sok" / "indeks").rglob("*.gz"):
        packed.write_bytes(gzip.decompress(packed.read_bytes()))
    with open_search(reader, site, "?q=regionrådet") as (page, _):
        ready(page)
        assert page.locator(".search-hit").count() == 10


def test_the_last_of_several_quick_searches_wins(reader: Reader, search_site: SiteServer) -> None:
    with open_search(reader, search_site) as (page, _):
        for query in ("plan", "avtale", "xyzzyq"):
            page.fill("input[name=q]", query)
            page.keyboard.press("Enter")
        expect(page.locator("[data-search-status]")).to_have_text("Ingen treff på «xyzzyq».")
        page.wait_for_timeout(300)
        expect(page.locator("[data-search-status]")).to_have_text("Ingen treff på «xyzzyq».")
