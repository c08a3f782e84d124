"""What comes first and what is kept: quoted phrases, hits as good as each other, words of none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from casebook.search import SearchDocument, SearchPart
from tests.search import harness
from tests.search.opening import open_search, ready, status
from tests.support.browsing import Reader
from tests.support.server import SiteServer


def _documents() -> Iterator[SearchDocument]:
    """Many that have two words apart, and two, long ones, where they stand together, far down."""
    for number in range(60):
        year = str(2020 + number % 2)
        text = "Skatt og grønn, grønn og skatt, skatt på det som er grønn."
        if number in (4, 5):
            text = "Noe annet. " * 300 + "Rådet vil ha grønn skatt."
        yield SearchDocument(
            f"sak/a{number}/",
            "sak",
            f"Sak {number}",
            date=f"{year}-01-{1 + number // 2:02}",
            facets={"year": (year,)},
            parts=(SearchPart(text),),
        )
    flags = "Vimpler er fine. "
    yield _told("oppstart", "2022-01-01", "Vimpler i havna", flags * 3 + "Noe annet. " * 10)
    yield _told("vedtak", "2023-01-01", "Vimpler i havna", flags * 5 + "Noe annet. " * 40)
    yield _told("annet", "2024-01-01", "Noe om havna", "Noe annet. ")


def _told(name: str, day: str, title: str, text: str) -> SearchDocument:
    return SearchDocument(f"sak/{name}/", "sak", title, date=day, parts=(SearchPart(text),))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, serve_site: Any) -> SiteServer:
    root: Path = tmp_path_factory.mktemp("ranking")
    harness.write_site(root, _documents())
    served: SiteServer = serve_site(root)
    return served


def _found(page: Page) -> list[str]:
    urls = page.locator(".search-title a").evaluate_all("all => all.map((a) => a.href)")
    return [url.split("/")[-2] for url in urls]


def _notes(page: Page) -> str:
    return page.locator("[data-search-notes]").inner_text()


def test_a_phrase_far_down_is_found(reader: Reader, site: SiteServer) -> None:
    with open_search(reader, site, "?q=«grønn+skatt»") as (page, _):
        ready(page)
        assert set(_found(page)) == {"a4", "a5"}
        assert _notes(page) == ""


def test_a_filter_and_a_phrase(reader: Reader, site: SiteServer) -> None:
    with open_search(reader, site, "?q=«grønn+skatt»&ar=2021") as (page, _):
        ready(page)
        assert _found(page) == ["a5"]


def test_a_phrase_that_nobody_has_tells_what_there_is_without_it(
    reader: Reader, site: SiteServer
) -> None:
    with open_search(reader, site, '?q="havna+vimpler"') as (page, _):
        ready(page)
        assert status(page).startswith("Ingen treff")
        assert _notes(page) == "Uten anførselstegn gir søket 2 treff."


def test_no_hits_are_promised_where_none_are_shown(reader: Reader, site: SiteServer) -> None:
    with open_search(reader, site, '?q="grønn+vimpler"') as (page, _):
        ready(page)
        assert status(page).startswith("Ingen treff")
        assert "Uten anførselstegn" in _notes(page)
        assert "Viser treff" not in _notes(page)


def test_of_hits_as_good_the_newest_comes_first(reader: Reader, site: SiteServer) -> None:
    with open_search(reader, site, "?q=vimpler") as (page, _):
        ready(page)
        assert _found(page) == ["vedtak", "oppstart"]
    with open_search(reader, site, "?q=vimpler+havna") as (page, _):
        ready(page)
        assert _found(page)[:2] == ["vedtak", "oppstart"]


def test_one_known_word_among_many_unknown_is_looked_for(reader: Reader, site: SiteServer) -> None:
    with open_search(reader, site, "?q=xyzzy+plugh+qwerty+vimpler") as (page, _):
        ready(page)
        assert set(_found(page)) == {"vedtak", "oppstart"}
        assert "Ingen treff på «xyzzy»." in _notes(page)
