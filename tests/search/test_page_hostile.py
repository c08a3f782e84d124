"""Queries and addresses that mean harm get an answer and never run."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from tests.search.opening import open_search, ready, status
from tests.support.browsing import Reader
from tests.support.server import SiteServer

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
