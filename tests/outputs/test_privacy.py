"""What is withheld or has had its time is in no byte of any machine-readable output."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from casebook.graph import Graph
from casebook.i18n import Words
from casebook.model.case import Case
from casebook.model.shared import Exempt
from casebook.model.vocabulary import Withheld
from casebook.outputs import disclosure
from casebook.outputs.keys import Keys
from casebook.outputs.numbers_pages import number_pages
from casebook.outputs.pages.case import case_page
from casebook.outputs.pages.rows import case_row
from casebook.outputs.pages.view import View
from tests.support import region

SECRET = re.compile(rb"hemmelig|kolibri", re.IGNORECASE)
PERSONAL = [case for case in region.graph().cases.values() if case.personal_data]


def of_case(case: Case) -> tuple[str, ...]:
    return (f"sak/{case.id}/sak.json", f"sak/{case.id}/sak.md")


def text_of(case: Case) -> list[bytes]:
    """Words that stand in this case only."""
    words = [case.title, case.summary, *(s.source.strip() for s in case.text.sections)]
    return [word.encode() for word in words if len(word) > 12]


def listing(files: dict[str, bytes], case: Case) -> list[str]:
    """Files that name a case, its own two apart."""
    named = f"{case.id}".encode()
    return [uri for uri, content in files.items() if named in content and uri not in of_case(case)]


def test_nothing_withheld_is_anywhere() -> None:
    assert [uri for uri, content in region.outputs().items() if SECRET.search(content)] == []
    assert [uri for uri in region.outputs() if SECRET.search(uri.encode())] == []


def test_nothing_withheld_was_ever_there() -> None:
    """The fixtures' secrets are secret on every day but that of a case before its removal."""
    early = region.machine_outputs(region.graph(date(2023, 12, 31)))
    leaks = [
        uri
        for uri, content in early.items()
        if SECRET.search(content.replace(b"HEMMELIG-kolibri-122", b""))
    ]
    assert leaks == []


def test_an_item_does_not_publish_what_the_case_withholds() -> None:
    withheld = "2023-unntatt-innhold"

    def narrowed(case: Case) -> Case:
        if case.id != withheld:
            return case
        title = Exempt(what=(Withheld.TITLE,), legal_basis="offl. § 13")
        items = tuple(replace(item, exempt=title) for item in case.agenda_items)
        return replace(case, agenda_items=items)

    graph = region.graph(case=narrowed)
    case = graph.cases[withheld]
    assert case.agenda_items
    assert case.exempt is not None
    for treatment in graph.treatments[withheld]:
        assert treatment.withheld
        assert disclosure.legal_basis(treatment) == case.exempt.legal_basis
    assert [u for u, text in region.machine_outputs(graph).items() if SECRET.search(text)] == []


@pytest.mark.parametrize("case", PERSONAL, ids=lambda case: case.id)
def test_what_is_left_says_when_it_left(case: Case) -> None:
    day = disclosure.removed_on(case)
    assert day is not None
    graph = region.graph(day.first)
    told = Words(case.language or "nb").date(day)
    assert f": {told}\n" in region.machine_outputs(graph)[f"sak/{case.id}/sak.md"].decode()
    page = case_page(graph, graph.cases[case.id])
    assert page.view["date"]["iso"] == day.iso


@pytest.mark.parametrize("case", PERSONAL, ids=lambda case: case.id)
def test_a_case_with_personal_data_leaves_on_its_day(case: Case) -> None:
    assert case.personal_data is not None
    removal = case.personal_data.removed_on
    assert removal is not None
    eve: Graph = region.graph(removal.first - timedelta(days=1))
    before = region.machine_outputs(eve)
    after = region.machine_outputs(region.graph(removal.first))
    if eve.states[case.id].stage.value != "tatt-av-siden":
        assert {"data/saker.json", "data/saker.csv", "robots.txt"} <= set(listing(before, case))
        assert any(uri.startswith("feed/") for uri in listing(before, case))
    left = [uri for uri in listing(after, case) if uri != "data/saker.json"]
    relations = [uri for uri in left if not uri.startswith("sak/")]
    assert relations == []
    for uri, content in after.items():
        for words in text_of(case):
            assert words not in content, uri


@pytest.mark.parametrize("case", PERSONAL, ids=lambda case: case.id)
def test_no_robot_keeps_it_before(case: Case) -> None:
    assert case.personal_data is not None
    assert case.personal_data.removed_on is not None
    day = case.personal_data.removed_on.first - timedelta(days=1)
    files = region.machine_outputs(region.graph(day))
    assert f"sak/{case.id}/".encode() not in files["sitemap.xml"]
    assert f"sak/{case.id}/".encode() not in files["llms.txt"]
    if region.graph(day).is_published(case):
        assert f"Disallow: /sak/{case.id}/sak.json".encode() in files["robots.txt"]


def test_old_and_short_addresses_say_the_same_and_lists_show_no_lead() -> None:
    graph = region.graph()
    case = next(case for case in PERSONAL if graph.is_published(case))
    pages = {page.uri: page.make() for page in number_pages(graph, Keys(graph))}
    own = [p for p in pages.values() if p.canonical == f"sak/{case.id}/"]
    assert own
    assert {page.robots for page in own} == {"noindex"}
    others = [p for p in pages.values() if p.canonical and p not in own]
    assert "index,follow" in {page.robots for page in others}
    view = View(graph, "nb", "saker/index.html")
    assert case.summary
    assert case_row(view, case)["lead"] == ""
