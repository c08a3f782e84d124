"""Names of those who voted stand on a page, and in search, only where the region publishes them."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from selectolax.lexbor import LexborHTMLParser

from casebook.model.region import Region
from casebook.model.vocabulary import NamePolicy
from casebook.outputs.pages.case import case_page
from casebook.outputs.pages.shell import Renderer
from casebook.outputs.pages.view import View
from casebook.outputs.search_parts import case_parts
from casebook.outputs.site import SiteOptions, frame
from casebook.search import SearchPart
from tests.support import region
from tests.support.facts.raw import archive, items

CASE = "2023-budsjett-fjorten-voteringer"


def with_policy(policy: NamePolicy, known: Region) -> Region:
    return replace(known, name_policy=policy)


def names() -> set[str]:
    """The names as the file has them."""
    votes = archive().cases[CASE].front["behandling"][0]["votering"]
    sides = [vote[key] for vote in votes for key in ("for", "mot") if key in vote]
    return {name for side in sides for name in items(side.get("navn"))}


def found(policy: NamePolicy, case: str = CASE) -> list[SearchPart]:
    """What search knows of the votes of a case."""
    graph = region.graph(region=partial(with_policy, policy))
    view = View(graph, "nb", "sok/index.html")
    parts = case_parts(view, graph.cases[case], {})
    return [part for part in parts if "-votering-" in (part.anchor or "")]


def page(policy: NamePolicy) -> str:
    graph = region.graph(region=partial(with_policy, policy))
    renderer = Renderer(partial(frame, graph, SiteOptions()), graph.region.base_url)
    return renderer.render(case_page(graph, graph.cases[CASE])).decode()


def test_a_region_of_elected_people_publishes_them() -> None:
    shown = LexborHTMLParser(page(NamePolicy.ELECTED)).css(".vote-names")
    told = " ".join(node.text() for node in shown)
    assert names()
    assert {name for name in names() if name not in told} == set()


def test_an_office_does_not() -> None:
    html = page(NamePolicy.OFFICE)
    assert names() & set(re.findall(r"\w+", html)) == set()
    assert LexborHTMLParser(html).css(".vote-names") == []
    assert len(LexborHTMLParser(html).css(".vote-table")) == 13


def test_search_finds_who_stood_where_at_the_vote() -> None:
    parts = found(NamePolicy.ELECTED)
    words = {word for part in parts for word in re.findall(r"\w+", part.text)}
    assert names() <= words
    html = page(NamePolicy.ELECTED)
    assert [part.anchor for part in parts if f'id="{part.anchor}"' not in html] == []


def test_search_finds_notes_and_movers_but_no_names_of_an_office() -> None:
    assert (
        names() & set(re.findall(r"\w+", " ".join(p.text for p in found(NamePolicy.OFFICE))))
        == set()
    )
    told = found(NamePolicy.OFFICE, "2022-svommehall")
    assert [part.label for part in told] == ["Utsettelsesforslag", "Votering"]
    assert "hensyn til strømutgiftene" in told[1].text
    assert "Mønsterstad" not in told[1].text
