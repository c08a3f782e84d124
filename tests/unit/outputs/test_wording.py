"""Sentences that pages put together from a record are whole and right Norwegian."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from casebook.outputs.pages.case import case_page
from casebook.outputs.pages.meeting import meeting_page
from casebook.outputs.pages.view import View
from casebook.outputs.search_documents import case_document
from tests.support import region
from tests.support.rendering import body_of
from tests.support.written import case, decided, graph_of

SIDES = "alternativer: [{forslag: Kandidaten fra Sund, antall: 2}], vant: 1"
MEETING = (
    "---\ntype: ordinært\norgan: radet\ndato: 2025-01-10\nlukket: {hjemmel: koml. § 11-5}\n---\n"
)


@pytest.mark.parametrize(
    ("language", "kind", "said"),
    [
        ("nb", "valg", "Kandidaten fra Sund ble valgt"),
        ("nn", "valg", "Kandidaten fra Sund vart vald"),
        ("nb", "alternativ", "Kandidaten fra Sund ble vedtatt"),
    ],
)
def test_who_wins_an_election_is_elected(
    tmp_path: Path, language: str, kind: str, said: str
) -> None:
    vote = decided("2025-01-10", f"votering: [{{type: {kind}, {SIDES}}}]", "valgt")
    front = f"tittel: Valg\nmålform: {language}\n{vote}"
    graph = graph_of(tmp_path, {"2025/valg.md": case(front)})
    assert f'<p class="vote-result">{said}</p>' in body_of(case_page(graph, graph.cases["valg"]))


def test_a_vote_named_amid_a_sentence_has_a_heading_with_a_capital(tmp_path: Path) -> None:
    words = "## Votering\nFor forslaget stemte 8. Mot forslaget stemte 4.\n\n## Vedtak\nJa.\n"
    front = f"tittel: Sak\n{decided('2025-01-10')}"
    graph = graph_of(tmp_path, {"2025/sak.md": case(front, words)})
    page = body_of(case_page(graph, graph.cases["sak"]))
    assert ">Forslaget</h5>" in page
    assert "Stemmetall: Forslaget</caption>" in page


def test_a_vote_without_a_name_is_not_headed_twice(tmp_path: Path) -> None:
    vote = decided("2025-01-10", "votering: [{type: enstemmig}]")
    named = vote.replace("{type", "{gjelder: Punkt 1, type")
    files = {"2025/en.md": case(f"tittel: En\n{vote}"), "2025/to.md": case(f"tittel: To\n{named}")}
    graph = graph_of(tmp_path, files)
    alone, own = (body_of(case_page(graph, graph.cases[key])) for key in ("en", "to"))
    assert alone.count("Votering</h") == 1
    assert '<div class="vote" id="radet-votering-1">' in alone
    assert '<h5 id="radet-votering-1" class="vh">Punkt 1</h5>' in own


@pytest.mark.parametrize(
    ("day", "verb"),
    [(date(2025, 1, 9), "er"), (date(2025, 1, 10), "er"), (date(2025, 1, 11), "var")],
)
def test_a_meeting_that_is_over_was_closed(tmp_path: Path, day: date, verb: str) -> None:
    item = "behandling: [{møte: 2025-01-10-radet, rolle: avgjør, lukket: {hjemmel: koml. § 11-5}}]"
    files = {
        "meetings/2025-01-10-radet.md": MEETING,
        "2025/sak.md": case(f"tittel: Sak\n{item}", "Tekst.\n"),
    }
    graph = graph_of(tmp_path, files, day=day)
    (meeting,) = graph.meetings.values()
    shown = body_of(meeting_page(graph, meeting))
    assert f"Møtet {verb} lukket for publikum: koml. § 11-5" in shown
    assert f"Behandlingen {verb} lukket for publikum: koml. § 11-5" in shown
    told = body_of(case_page(graph, graph.cases["sak"]))
    assert f"Behandlingen {verb} lukket for publikum: koml. § 11-5" in told


def test_a_closed_treatment_says_that_its_legal_basis_is_not_known(tmp_path: Path) -> None:
    item = "behandling: [{organ: radet, dato: 2025-01-10, lukket: {hjemmel: ukjent}}]"
    graph = graph_of(tmp_path, {"2025/sak.md": case(f"tittel: Sak\n{item}", "Tekst.\n")})
    told = body_of(case_page(graph, graph.cases["sak"]))
    assert "Behandlingen var lukket for publikum: hjemmel ukjent" in told


def test_those_who_met_stand_one_by_one(tmp_path: Path) -> None:
    present = "deltakelse: {møterett: [Kommunedirektørene, Leder for ungdomsrådet]}\n---\n"
    files = {"meetings/2025-01-10-radet.md": MEETING.removesuffix("---\n") + present}
    graph = graph_of(tmp_path, files)
    (meeting,) = graph.meetings.values()
    shown = body_of(meeting_page(graph, meeting))
    assert "<dd>Kommunedirektørene</dd><dd>Leder for ungdomsrådet</dd>" in shown


def test_a_search_hit_has_the_number_that_the_pages_have() -> None:
    graph = region.graph()
    view = View(graph, "nb", "sok/index.html")
    for found in graph.published_cases:
        treatment = graph.states[found.id].treatment
        if treatment is not None:
            document = case_document(view, found, {})
            assert document.display["number"] == view.number(treatment)
