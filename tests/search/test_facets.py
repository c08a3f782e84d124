"""Facet counts against the records themselves: every value, alone and under every other filter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Page

from casebook.search import DEFAULT_FACETS, SearchDocument
from tests.bench.search.corpus import Case, as_document
from tests.search import harness
from tests.support.server import SiteServer

PARAMETER = {facet.name: facet.parameter for facet in DEFAULT_FACETS}
COUNT = """async ([base, asked]) => {
  const m = await import('../assets/search.js');
  const index = new m.SearchIndex(base);
  const out = [];
  for (const { query, filters, from, to } of asked) {
    const chosen = new Map(Object.entries(filters).map(([k, v]) => [k, new Set(v)]));
    const state = { query, filters: chosen, from, to, sort: 'ny', shown: 0 };
    const { result } = await index.find(state);
    const counts = result.table.facets.map((facet, f) => [facet.name, Object.fromEntries(
      facet.values.map((v, at) => [v, result.counts[f][at]]).filter(([, n]) => n))]);
    out.push({ total: result.total, counts: Object.fromEntries(counts) });
  }
  return out;
}"""
Asked = dict[str, Any]


@pytest.fixture(scope="module")
def documents(cases: list[Case]) -> list[SearchDocument]:
    return [as_document(case) for case in cases]


def values(documents: Iterable[SearchDocument]) -> list[tuple[str, str]]:
    return sorted(
        {(name, value) for d in documents for name, chosen in d.facets.items() for value in chosen}
    )


def passes(document: SearchDocument, filters: Mapping[str, set[str]], skip: str = "") -> bool:
    return all(
        set(document.facets[name]) & wanted for name, wanted in filters.items() if name != skip
    )


def expected(documents: list[SearchDocument], asked: Asked) -> dict[str, Any]:
    filters: dict[str, set[str]] = asked["named"]
    low, high = asked["from"], asked["to"] or "9"
    dated = [d for d in documents if low <= (d.date or "") <= high]
    counts = {
        name: dict(Counter(v for d in dated if passes(d, filters, name) for v in d.facets[name]))
        for name in PARAMETER
    }
    return {"total": sum(passes(d, filters) for d in dated), "counts": counts}


def question(named: Mapping[str, set[str]], start: str = "", end: str = "") -> Asked:
    filters = {PARAMETER[name]: sorted(chosen) for name, chosen in named.items()}
    return {"query": "", "filters": filters, "named": named, "from": start, "to": end}


def test_every_count_is_exact(
    engine: Page, search_site: SiteServer, documents: list[SearchDocument]
) -> None:
    single = values(documents)
    asked = [question({})]
    asked += [question({name: {value}}) for name, value in single]
    asked += [
        question({one[0]: {one[1]}, other[0]: {other[1]}})
        for one, other in combinations(single, 2)
        if one[0] != other[0]
    ]
    asked += [
        question({one[0]: {one[1], other[1]}})
        for one, other in combinations(single, 2)
        if one[0] == other[0] and one[0] != "year"
    ]
    asked += [question({"municipality": {"sund"}}, "2014-03-01", "2019-12-31")]
    asked += [question({"topic": {"klima"}}, "2018-01-01"), question({}, "", "2012-06-30")]
    sent = [{key: value for key, value in a.items() if key != "named"} for a in asked]
    answers = engine.evaluate(COUNT, [search_site.url + "sok/indeks/", sent])
    assert len(asked) > 500
    for a, answer in zip(asked, answers, strict=True):
        assert answer == expected(documents, a), a


def test_partial_dates_overlap_a_period(engine: Page, tmp_path: Any, serve_site: Any) -> None:
    dates = {"a": "2021", "b": "2021-03", "c": "2021-03-14", "d": None}
    found = [SearchDocument(f"sak/{k}/", "sak", k, date=day) for k, day in dates.items()]
    harness.write_site(tmp_path, found)
    site = serve_site(tmp_path)
    with engine.context.new_page() as page:
        page.goto(site.url + "sok/")
        asked = [
            {"query": "", "filters": {}, "from": start, "to": end}
            for start, end in (("2021-03-20", ""), ("2021-04-01", "2021-12-31"), ("", "2021-03-14"))
        ]
        answers = page.evaluate(COUNT, [site.url + "sok/indeks/", asked])
    assert [answer["total"] for answer in answers] == [2, 1, 3]
