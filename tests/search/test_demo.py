"""Search in the built invented region: the facets against its records, and its cases found."""

from __future__ import annotations

import json
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from casebook.outputs.pages.view import View
from casebook.outputs.search_documents import case_document, meeting_document, process_document
from casebook.search import SearchDocument
from tests.search.opening import ready
from tests.search.test_facets import COUNT, PARAMETER, expected, question, values
from tests.support import browsing, region
from tests.support.browsing import Reader
from tests.support.server import SiteServer

FIND = """async ([base, queries]) => {
  const m = await import('../assets/search.js');
  const index = new m.SearchIndex(base);
  const answers = [];
  for (const query of queries) {
    const state = { query, filters: new Map(), from: '', to: '', sort: '', shown: 10 };
    const { result, hits } = await index.find(state);
    const title = (hit) => hit.title.map(([text]) => text).join('');
    answers.push({ total: result.total, hits: hits.map((hit) => [hit.url, title(hit)]) });
  }
  return answers;
}"""


@pytest.fixture(scope="module")
def documents() -> list[SearchDocument]:
    """The records that are published, as the index takes them."""
    graph = region.graph()
    view = View(graph, graph.region.language, "sok/index.html")
    cases = [case for case in graph.published_cases if case.personal_data is None]
    found = [case_document(view, case, {}) for case in cases]
    found += [meeting_document(view, meeting, {}) for meeting in graph.meetings.values()]
    return found + [process_document(view, process) for process in graph.processes.values()]


@pytest.fixture(scope="module")
def page(reader: Reader, demo: SiteServer) -> Any:
    with reader.open(f"{demo.url}sok/") as (opened, _):
        yield opened


def ask(page: Page, demo: SiteServer, queries: list[str]) -> list[dict[str, Any]]:
    answers: list[dict[str, Any]] = page.evaluate(FIND, [f"{demo.url}sok/indeks/", queries])
    return answers


def test_every_facet_count_is_that_of_the_records(
    page: Page, demo: SiteServer, documents: list[SearchDocument]
) -> None:
    single = values(documents)
    asked = [question({}), *(question({name: {value}}) for name, value in single)]
    asked += [
        question({one[0]: {one[1]}, other[0]: {other[1]}})
        for one, other in combinations(single, 2)
        if one[0] != other[0]
    ]
    sent = [{key: value for key, value in a.items() if key != "named"} for a in asked]
    answers = page.evaluate(COUNT, [f"{demo.url}sok/indeks/", sent])
    filled = [
        SearchDocument(d.url, d.kind, d.title, date=d.date, facets=_all_facets(d))
        for d in documents
    ]
    for a, answer in zip(asked, answers, strict=True):
        assert answer == expected(filled, a), a


def _all_facets(document: SearchDocument) -> dict[str, tuple[str, ...]]:
    return {name: tuple(dict.fromkeys(document.facets.get(name, ()))) for name in PARAMETER}


def test_every_case_is_found_by_its_title(
    page: Page, demo: SiteServer, documents: list[SearchDocument]
) -> None:
    titles = [document.title for document in documents if document.kind == "sak"]
    answers = ask(page, demo, titles)
    wrong = [
        (title, answer["hits"][:1])
        for title, answer in zip(titles, answers, strict=True)
        if not answer["hits"] or answer["hits"][0][1] != title
    ]
    assert len(wrong) <= 0.02 * len(titles), wrong


def test_every_case_is_found_by_its_numbers(
    page: Page, demo: SiteServer, documents: list[SearchDocument]
) -> None:
    asked = [(d.url, n) for d in documents for n in d.numbers if any(c.isdigit() for c in n)]
    answers = ask(page, demo, [number for _, number in asked])
    missed = [
        (url, number)
        for (url, number), answer in zip(asked, answers, strict=True)
        if url not in [hit[0] for hit in answer["hits"]] and answer["total"] <= 10
    ]
    assert missed == []


def test_all_that_a_treatment_says_is_found_at_its_place(documents: list[SearchDocument]) -> None:
    places = {
        (part.label, part.anchor)
        for document in documents
        for part in document.parts
        if document.url == "sak/2023-vindturbinar/"
    }
    assert ("Protokolltilførsel frå Parti B", "regionradet") in places
    texts = [part.text for document in documents for part in document.parts]
    assert any("Forslaget ble vedtatt enstemmig" in text for text in texts)
    assert not [text for text in texts if "](" in text or "**" in text]


def test_a_hit_on_a_title_alone_shows_more_than_it(reader: Reader, demo: SiteServer) -> None:
    with reader.open(f"{demo.url}sok/?q=havneplan") as (opened, _):
        ready(opened)
        hit = opened.locator(".search-hit").filter(has_text="Sted i saken: Havneplan")
        assert hit.locator(".search-excerpt").inner_text() == "Saken har vedlegg i alle formater."


def test_a_hit_shows_the_number_as_the_pages_write_it(reader: Reader, demo: SiteServer) -> None:
    with reader.open(f"{demo.url}sok/?q=ferjesambandet") as (opened, _):
        ready(opened)
        facts = opened.locator(".search-facts li").all_inner_texts()
        assert {"PS 6/21", "OS 1/21"} <= set(facts)


def test_a_hit_on_a_vote_reads_as_sentences(reader: Reader, demo: SiteServer) -> None:
    with reader.open(f"{demo.url}sok/?q=fergekai") as (opened, _):
        ready(opened)
        hit = opened.locator(".search-hit").filter(has_text="Budsjett")
        assert "Ny fergekai" in hit.locator(".search-excerpt").inner_text()
        assert ". For: A, " in hit.locator(".search-excerpt").inner_text()


def test_what_a_municipality_came_to_is_found(page: Page, demo: SiteServer) -> None:
    graph = region.graph()
    treated = {
        f"sak/{case.id}/"
        for case in graph.published_cases
        if any(d.municipality == "sund" and d.body == "Kommunestyret" for d in case.local_decisions)
    }
    (answer,) = ask(page, demo, ["Kommunestyret Sund"])
    assert len(treated) > 5
    assert answer["total"] >= len(treated)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("legevakt", "2023-legevakt-vedtak"),
        ("hjortevilt", "2024-hjortevilt-vedtak"),
        ("hvem stemte imot nattbuss", "2023-nattbuss-vedtak"),
        ("tankanlegg trukket", "2022-tankanlegg-trukket"),
        ("avslått kjøregodtgjørelse", "2023-kjoregodtgjorelse"),
        ("avslag fritidsbebyggelse Fjellby", "2024-hoering-kommunene"),
        ("ikke vedtatt", "2023-kjoregodtgjorelse"),
        ("inhabil vindkraft", "2023-vindturbinar"),
    ],
)
def test_what_a_journalist_asks(page: Page, demo: SiteServer, query: str, first: str) -> None:
    (answer,) = ask(page, demo, [query])
    assert answer["hits"][0][0] == f"sak/{first}/"


@pytest.mark.parametrize(
    ("query", "feed"),
    [
        ("?q=plan", "feed/vedtak.xml"),
        ("?q=plan&kommune=sund&ar=2023", "feed/kommune/sund.xml"),
        ("?tema=klima", "feed/tema/klima.xml"),
        ("?organ=regionradet", "feed/organ/regionradet.xml"),
        ("?oppfolging=overdue", "feed/oppfolging.xml"),
    ],
)
def test_the_nearest_feed_is_one_that_the_site_has(
    reader: Reader, demo: SiteServer, demo_site: Path, query: str, feed: str
) -> None:
    with reader.open(f"{demo.url}sok/{query}") as (opened, _):
        ready(opened)
        assert opened.locator("[data-search-feed] a").get_attribute("href") == f"../{feed}"
        assert (demo_site / feed).is_file()
        config = json.loads(opened.locator("#search-config").text_content() or "")
        missing = [f for f in config["feeds"].values() if not (demo_site / "sok" / f).is_file()]
        assert missing == []


def test_the_header_leads_to_the_search(reader: Reader, demo: SiteServer) -> None:
    with reader.open(f"{demo.url}saker/") as (opened, probe):
        loaded = opened.evaluate("performance.getEntriesByType('resource').map((r) => r.name)")
        assert not [name for name in loaded if "search" in name or "indeks" in name]
        opened.locator("header input[name=q]").fill("barnehage")
        opened.keyboard.press("Enter")
        ready(opened)
        assert opened.locator(".search-hit").count()
        assert opened.locator("input#search-q").input_value() == "barnehage"
        assert browsing.axe(opened) == []
        assert probe.faults() == []


@pytest.mark.browser
@pytest.mark.site
@pytest.mark.parametrize("width", browsing.WIDTHS)
def test_the_foot_of_the_page_does_not_move_when_the_answer_comes(
    demo: SiteServer, reader: Reader, width: int
) -> None:
    """On a slow line the page is seen for long before its answer is there."""
    for javascript in (False, True):
        with reader.open(demo.address("/sok/?q=klimaplan"), width=width, javascript=javascript) as (
            page,
            _,
        ):
            foot = page.locator(".foot").bounding_box()
            assert foot is not None
            assert foot["y"] >= 800, javascript
    with reader.open(demo.address("/sok/?q=klimaplan")) as (page, _):
        ready(page)
        assert len(PdfReader(BytesIO(page.pdf(format="A4"))).pages) == 1
