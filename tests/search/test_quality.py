"""The small version of ``make bench``: the right case first, in a real browser."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.bench.search.asking import KINDS
from tests.bench.search.corpus import Case
from tests.bench.search.queries import absent, golden, success
from tests.search.conftest import SEED
from tests.support.server import SiteServer

ASK = """async ([base, queries]) => {
  const m = await import('../assets/search.js');
  const index = new m.SearchIndex(base);
  const answers = [];
  for (const query of queries) {
    const state = { query, filters: new Map(), from: '', to: '', sort: '', shown: 10 };
    const { hits } = await index.find(state);
    answers.push(hits.map((hit) => hit.url.split('/')[1]));
  }
  return answers;
}"""


def ask(page: Page, site: SiteServer, queries: list[str]) -> list[list[str]]:
    answers: list[list[str]] = page.evaluate(ASK, [site.url + "sok/indeks/", queries])
    return answers


@pytest.fixture(scope="module")
def judged(engine: Page, search_site: SiteServer, cases: list[Case]) -> list[tuple[Any, list[str]]]:
    queries = golden(cases, SEED)
    answers = ask(engine, search_site, [query.text for query in queries])
    return list(zip(queries, answers, strict=True))


def test_the_golden_set_is_large_enough(judged: list[tuple[Any, list[str]]]) -> None:
    assert len(judged) >= 150
    assert {query.kind for query, _ in judged} == set(KINDS)


def test_the_right_case_comes_first(judged: list[tuple[Any, list[str]]]) -> None:
    wrong = [(q.kind, q.text, found[:1]) for q, found in judged if not success(q, found)]
    assert len(wrong) <= 0.05 * len(judged), wrong


@pytest.mark.parametrize("kind", KINDS)
def test_the_right_case_comes_first_in_every_kind(
    kind: str, judged: list[tuple[Any, list[str]]]
) -> None:
    of_kind = [(q, found) for q, found in judged if q.kind == kind]
    wrong = [(q.text, found[:1]) for q, found in of_kind if not success(q, found)]
    assert len(wrong) <= 0.10 * len(of_kind), wrong


def test_hardly_any_query_with_an_answer_finds_nothing(judged: list[tuple[Any, list[str]]]) -> None:
    empty = [query.text for query, found in judged if not found]
    assert len(empty) <= 0.01 * len(judged), empty


def test_words_that_no_case_has_find_nothing(engine: Page, search_site: SiteServer) -> None:
    words = absent(SEED)
    found = ask(engine, search_site, words)
    hits = [word for word, answer in zip(words, found, strict=True) if answer]
    assert len(hits) <= 0.05 * len(words), hits
