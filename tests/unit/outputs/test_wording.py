"""Sentences that pages put together from a record are whole and right Norwegian."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from casebook.i18n import Words
from casebook.model.values import PartialDate
from casebook.outputs.follow_up_table import follow_up_table
from casebook.outputs.pages.board import board_pages
from casebook.outputs.pages.case import case_page
from casebook.outputs.pages.meeting import meeting_page
from casebook.outputs.pages.view import View
from casebook.outputs.search_documents import case_document
from tests.support import region
from tests.support.rendering import body_of
from tests.support.written import REGION, case, decided, graph_of

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


@pytest.mark.parametrize(
    ("role", "heading"),
    [("avgjør", "Vedtak"), ("innstiller", "Innstilling"), ("uttaler-seg", "Uttalelse")],
)
def test_a_text_is_called_what_the_role_of_its_body_makes_of_it(
    tmp_path: Path, role: str, heading: str
) -> None:
    front = f"tittel: Sak\n{decided('2025-01-10').replace('avgjør', role)}"
    whole, divided = case(front, "## Vedtak\nJa.\n"), case(front)
    graph = graph_of(tmp_path, {"2025/hel.md": whole, "2025/delt.md": divided})
    page = body_of(case_page(graph, graph.cases["hel"]))
    assert f'aria-label="Lenke til «{heading}»"' in page
    assert f">[Sak, {heading.lower()}]" in page
    view = View(graph, "nb", "sok/index.html")
    labels = {
        key: {part.label for part in case_document(view, graph.cases[key], {}).parts}
        for key in ("hel", "delt")
    }
    assert heading in labels["hel"]
    assert {f"{heading}, punkt 1", f"{heading}, punkt 2"} <= labels["delt"]


@pytest.mark.parametrize(
    ("language", "label", "caption"),
    [("nb", "Votering", "Stemmetall"), ("nn", "Røysting", "Røystetal")],
)
def test_the_table_of_a_vote_without_a_name_is_named_once(
    tmp_path: Path, language: str, label: str, caption: str
) -> None:
    vote = decided("2025-01-10", "votering: [{type: for-mot, for: 8, mot: 4, vedtatt: ja}]")
    front = f"tittel: Sak\nmålform: {language}\n{vote}"
    graph = graph_of(tmp_path, {"2025/sak.md": case(front)})
    page = body_of(case_page(graph, graph.cases["sak"]))
    assert f">{caption}</caption>" in page
    assert f"{caption}: {label}" not in page


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


@pytest.mark.parametrize(
    ("language", "months", "said"),
    [
        ("nb", 1, "på én måned"),
        ("nb", 6, "på 6 måneder"),
        ("nn", 1, "på éin månad"),
        ("nn", 6, "på 6 månader"),
    ],
)
def test_one_month_of_silence_is_one_month(
    tmp_path: Path, language: str, months: int, said: str
) -> None:
    front = f"""tittel: Sak
{decided("2025-01-10")}oppfølging:
  - {{id: a, gjelder: p1, hva: Lage kart, logg: [{{dato: 2025-02-01, status: pågår}}]}}
"""
    region_text = REGION.replace("stille_måneder: 6", f"stille_måneder: {months}")
    region_text = region_text.replace("målform: nb", f"målform: {language}")
    graph = graph_of(tmp_path, {"2025/sak.md": case(front)}, region_text)
    board = body_of(next(iter(board_pages(graph))).page)
    table = follow_up_table(graph, graph.all_follow_ups).decode("utf-8-sig")
    for output in (body_of(case_page(graph, graph.cases["sak"])), board, table):
        assert said in output


@pytest.mark.parametrize(
    ("language", "day", "said"),
    [
        ("nb", PartialDate(2021, 4, latest=True), "senest i april 2021"),
        ("nb", PartialDate(2021, latest=True), "senest i 2021"),
        ("nb", PartialDate(2021, 4, 9, latest=True), "senest 9. april 2021"),
        ("nn", PartialDate(2021, 4, latest=True), "seinast i april 2021"),
    ],
)
def test_a_latest_month_is_in_that_month(language: str, day: PartialDate, said: str) -> None:
    assert Words(language).date(day).replace("\xa0", " ") == said
