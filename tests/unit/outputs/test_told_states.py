"""The state of a case reads the same in its headline, at its treatment, and in what it lacks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from casebook.graph import Graph
from casebook.graph.completeness import meeting_lacks
from casebook.model.vocabulary import FollowUpStatus
from casebook.outputs.linked.case import case_node
from casebook.outputs.pages.bodies import body_pages
from casebook.outputs.pages.case_decisions import decision_views
from casebook.outputs.pages.linking import case_linking
from casebook.outputs.pages.meeting import meeting_page
from casebook.outputs.pages.meeting_agenda import agenda_views
from casebook.outputs.pages.prose import Prose
from casebook.outputs.pages.rows import case_row
from casebook.outputs.pages.view import View
from casebook.outputs.records import Source
from casebook.outputs.search_documents import case_document
from tests.support.written import REGION, case, decided, graph_of

COMING, PAST = "2026-11-23", "2026-11-22"
TEXT = "## Bakgrunn\nTekst.\n"


def written(root: Path, front: str, body: str = TEXT) -> tuple[Graph, View]:
    graph = graph_of(root, {"2026/sak.md": case(f"tittel: Sak\n{front}", body)})
    return graph, View(graph, "nb", "sak/sak/index.html")


def treatment(view: View) -> dict[str, Any]:
    found = view.graph.cases["sak"]
    return decision_views(view, found, Prose(view, "sak", found.text.references))[0]


@pytest.mark.parametrize(
    ("day", "outcome", "expected"),
    [(COMING, "under-behandling", False), (PAST, "ikke-registrert", True)],
)
def test_nothing_is_missing_of_a_meeting_to_come(
    tmp_path: Path, day: str, outcome: str, *, expected: bool
) -> None:
    item = f"behandling: [{{organ: radet, dato: {day}, rolle: avgjør}}]\n"
    graph, view = written(tmp_path, item)
    shown = treatment(view)
    assert case_row(view, graph.cases["sak"])["outcome"] == shown["outcome"] == outcome
    assert (shown["text_expected"], shown["vote_expected"]) == (expected, expected)


def test_an_unknown_outcome_is_not_one_that_nobody_has_registered(tmp_path: Path) -> None:
    graph, view = written(tmp_path, decided("2025-01-01", outcome="ukjent"))
    assert case_row(view, graph.cases["sak"])["outcome"] == treatment(view)["outcome"] == "ukjent"


def test_what_is_only_recommended_is_so_in_search_and_linked_data_too(tmp_path: Path) -> None:
    item = "behandling: [{organ: radet, dato: 2025-01-01, rolle: innstiller, utfall: vedtatt}]\n"
    graph, view = written(tmp_path, item)
    found = graph.cases["sak"]
    assert case_document(view, found, {}).display["outcome"] == "Innstilling: vedtatt"
    assert case_node(Source(graph), found)["creativeWorkStatus"] == "Innstilling: vedtatt"


def test_an_unknown_day_is_told_as_such(tmp_path: Path) -> None:
    graph, view = written(tmp_path, decided("ukjent"))
    assert case_row(view, graph.cases["sak"])["date_gap"] == "unknown"


@pytest.mark.parametrize(("outcome", "lacks"), [("trukket", False), ("vedtatt", True)])
def test_a_withdrawn_case_lacks_no_decision(tmp_path: Path, outcome: str, *, lacks: bool) -> None:
    graph, _ = written(tmp_path, decided("2025-01-01", outcome=outcome))
    assert ("decision" in graph.lacks["sak"]) is lacks


def test_a_log_that_says_none_says_that_nothing_has_begun(tmp_path: Path) -> None:
    follow_up = "oppfølging: [{id: a, hva: Skrive, eier: [sekretariatet], logg: ingen}]\n"
    graph, _ = written(tmp_path, decided("2025-01-01") + follow_up)
    assert graph.follow_ups["sak"][0].status is FollowUpStatus.NOT_STARTED


def test_a_citation_says_that_its_day_is_only_likely(tmp_path: Path) -> None:
    doubt = "usikkert: {behandling.1.dato: Utledet av protokollen.}\n"
    _, view = written(tmp_path, decided("2025-03-01") + doubt)
    cited = case_linking(view, view.graph.cases["sak"])["boxes"][-1]["text"]
    assert "Rådet, 1.\u00a0mars 2025 (antatt)." in cited


def test_an_item_without_a_number_stands_before_the_number_of_its_place(tmp_path: Path) -> None:
    meeting = (
        "---\ntype: ordinært\norgan: radet\ndato: 2025-03-01\nformalia:\n"
        "  - {tittel: Godkjenning, rekkefølge: 1}\n  - {tittel: Eventuelt, rekkefølge: 9}\n---\n"
    )
    item = "behandling: [{møte: 2025-03-01-radet, nummer: 01/2025, rolle: drøfter}]\n"
    files = {
        "meetings/2025-03-01-radet.md": meeting,
        "2025/sak.md": case(f"tittel: Sak\n{item}", TEXT),
    }
    graph = graph_of(tmp_path, files)
    view = View(graph, "nb", "index.html")
    entries = agenda_views(view, graph.meetings["2025-03-01-radet"])
    assert [entry["title"] for entry in entries] == ["Godkjenning", "Sak", "Eventuelt"]


EXTERNAL = REGION.replace(
    "kommuner:", "  - {id: selskapet, navn: Selskapet, type: ekstern}\nkommuner:", 1
)


def test_a_digital_meeting_lacks_no_place(tmp_path: Path) -> None:
    shared = "---\ntype: ordinært\norgan: radet\ndato: {day}\nform: {form}\n---\n"
    meetings = {"2025-03-01-radet": "digitalt", "2025-04-01-radet": "hybrid"}
    files = {f"meetings/{k}.md": shared.format(day=k[:10], form=v) for k, v in meetings.items()}
    graph = graph_of(tmp_path, files)
    for key, form in meetings.items():
        meeting = graph.meetings[key]
        labels = [fact["label"] for fact in meeting_page(graph, meeting).view["facts"]]
        missing = "meeting_place" in meeting_lacks(graph, meeting)
        assert (missing, "Sted" in labels) == ((form == "hybrid"),) * 2


def test_a_body_tells_of_the_processes_that_it_answers_for(tmp_path: Path) -> None:
    process = "---\ntittel: Plan\nansvarlig: [selskapet]\n---\nTekst.\n"
    graph = graph_of(tmp_path, {"processes/plan.md": process}, EXTERNAL)
    told = [made.page.view for made in body_pages(graph) if "decides" in made.page.view]
    assert [(view["decides"], [p["label"] for p in view["processes"]]) for view in told] == [
        (True, []),
        (False, ["Plan"]),
    ]
