"""Words of a record in the other form of Norwegian say so wherever another page shows them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from casebook.outputs.embeds import embed_pages
from casebook.outputs.keys import Keys
from casebook.outputs.pages.action import action_pages
from casebook.outputs.pages.case import case_pages
from casebook.outputs.pages.front import front_page
from casebook.outputs.pages.meeting import meeting_pages
from casebook.outputs.pages.municipality import municipality_pages
from casebook.outputs.pages.page import Page
from casebook.outputs.pages.process import process_list, process_pages
from tests.support import region
from tests.support.rendering import body_of


@cache
def pages() -> dict[str, Page]:
    graph = region.graph()
    keys = Keys(graph)
    planned = (
        *action_pages(graph, keys),
        *case_pages(graph, keys),
        *embed_pages(graph, keys),
        *meeting_pages(graph, keys),
        *process_pages(graph, keys),
    )
    made = [plan.make() for plan in planned]
    made += [place.page for place in municipality_pages(graph)]
    return {page.address: page for page in (*made, front_page(graph), process_list(graph))}


@cache
def words_of(language: str) -> frozenset[str]:
    """What records of one language say, and none of the other does."""
    found: dict[str, set[str]] = {"nb": set(), "nn": set()}
    graph = region.graph()
    for case in graph.cases.values():
        found[case.language or "nb"].add(case.title)
        for follow_up in case.follow_ups:
            texts = (follow_up.action, *(entry.text for entry in follow_up.log))
            found[case.language or "nb"].update(texts)
    for process in graph.processes.values():
        found[process.language or "nb"].add(process.title)
        found[process.language or "nb"].update(event.text for event in process.events)
    other = "nb" if language == "nn" else "nn"
    return frozenset(found[language] - found[other] - {""})


def language_at(node: LexborNode, default: str) -> str:
    at: LexborNode | None = node
    while at is not None:
        if at.attributes.get("lang"):
            return str(at.attributes["lang"])
        at = at.parent
    return default


def misread(page: Page) -> Iterator[str]:
    other = "nn" if page.language == "nb" else "nb"
    words = words_of(other)
    for node in LexborHTMLParser(body_of(page)).css("*:not(code)"):
        text = " ".join(node.text(deep=False).split())
        if text in words and language_at(node, page.language) != other:
            yield text


def test_there_is_something_to_find() -> None:
    assert "Tinge utgreiing" in words_of("nn")
    assert any("Tinge utgreiing" in body_of(page) for page in pages().values())


@pytest.mark.parametrize("address", pages())
def test_words_of_another_language_say_so(address: str) -> None:
    assert sorted(set(misread(pages()[address]))) == []
