"""The check of facts notices what a page no longer says: one thing is dropped, and it must tell.

Pages are rendered in this process, once with a field taken out of the view and once with a piece
taken out of a template.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import pytest
from jinja2 import Environment, PackageLoader
from selectolax.lexbor import LexborHTMLParser

from casebook.graph import Graph
from casebook.outputs.pages.case import case_page
from casebook.outputs.pages.meeting import meeting_page
from casebook.outputs.pages.page import Page
from casebook.outputs.pages.process import process_page
from casebook.outputs.pages.shell import Renderer
from casebook.outputs.site import SiteOptions, frame
from casebook.publishing import prepare
from tests.support.building import ROOT, TODAY
from tests.support.facts.markup import missing
from tests.support.facts.pages import expected

CASE = "sak/2021-felles-klimaplan/"
VOTES = "sak/2023-budsjett-fjorten-voteringer/"
STATES = "sak/2022-oppfolging-alle-statuser/"
PAPERS = "sak/2023-alle-vedleggstyper/"
MEETING = "mote/2023-11-07-regionradet/"
PARTIES = "mote/2021-09-08-fylkeskommunen/"
PROCESS = "prosess/klimaplan/"
VIEW = [
    (CASE, "title", "case.title"),
    (CASE, "summary", "case.summary"),
    (CASE, "number", "agenda-item.number"),
    (CASE, "role", "agenda-item.role"),
    (CASE, "builds_on", "agenda-item.builds_on"),
    (CASE, "referred_to", "agenda-item.referred_to"),
    (CASE, "disqualified", "disqualification.who"),
    (CASE, "mover", "vote-side.moved_by"),
    (CASE, "won", "vote.winner"),
    (CASE, "deadline", "follow-up.deadline"),
    (CASE, "owners", "follow-up.owners"),
    (CASE, "log", "log-entry.date"),
    (CASE, "note", "local-decision.note"),
    (CASE, "archive", "attachment.archive_number"),
    (CASE, "fetched", "source.fetched"),
    (VOTES, "parties", "vote-side.parties"),
    (VOTES, "names", "vote-side.names"),
    (VOTES, "result", "vote.carried"),
    (CASE, "process", "follow-up.process"),
    (STATES, "meeting", "log-entry.meeting"),
    (STATES, "link", "log-entry.link"),
    (PAPERS, "checksum", "attachment.file"),
    (PAPERS, "pages", "attachment.file"),
    (MEETING, "documents", "meeting-document.title"),
    (MEETING, "text", "formality.text"),
    (MEETING, "video", "meeting.video"),
    (PARTIES, "attended", "party.attended"),
    (PROCESS, "link_groups", "process-relation.process"),
    (PROCESS, "source", "process-event.source"),
]
TEMPLATES = [
    (
        CASE,
        "pages/_treatment.html",
        "{{ vote_table(vote, 5, item.votes|length == 1) }}",
        "vote.type",
    ),
    (CASE, "pages/_treatment.html", '{{ t("role." ~ item.role) }}', "agenda-item.role"),
    (CASE, "pages/case.html", "{{ follow_up_card(item) }}", "follow-up.action"),
    (CASE, "pages/case.html", "{{ source_list(sources) }}", "source.title"),
    (CASE, "parts/decision.html", "{{ point.html }}", "decision.text"),
    (CASE, "parts/decision.html", "{{ point.number }}</span>", "decision.number"),
    (CASE, "parts/tables.html", "{{ side.count }}", "vote-side.count"),
    (CASE, "parts/follow_up.html", "{{ follow_up_status(entry.status, entry.status_doubt) }}", "log-entry.status"),
    (MEETING, "pages/meeting.html", "{{ fact_list(facts + follow|default([])) }}", "meeting.place"),
    (MEETING, "parts/lists.html", "{{ file.checksum }}", "meeting-document.file"),
    (PROCESS, "pages/process.html", "{{ process_status(status, status_doubt) }}", "process.status"),
    (PROCESS, "parts/timeline.html", "{{ entry.kind_label }}", "process-event.type"),
]


@pytest.fixture(scope="module")
def graph() -> Graph:
    edition = prepare(ROOT / "tests/fixtures/cases", date.fromisoformat(TODAY))
    assert edition.graph is not None
    return edition.graph


def page_at(graph: Graph, address: str) -> Page:
    """The page of a record before it is rendered."""
    folder, record, _ = address.split("/")
    makers: dict[str, Callable[[], Page]] = {
        "sak": lambda: case_page(graph, graph.cases[record]),
        "mote": lambda: meeting_page(graph, graph.meetings[record]),
        "prosess": lambda: process_page(graph, graph.processes[record]),
    }
    return makers[folder]()


def fresh_renderer(graph: Graph) -> Renderer:
    """A renderer that has read no template yet."""
    return Renderer(partial(frame, graph, SiteOptions()), graph.region.base_url)


@pytest.fixture(scope="module")
def renderer(graph: Graph) -> Renderer:
    return fresh_renderer(graph)


def forgotten(renderer: Renderer, page: Page) -> set[str]:
    """The fields whose facts a rendered page lacks."""
    tree = LexborHTMLParser(renderer.render(page))
    facts = next(entry.facts for entry in expected() if entry.address == page.address)
    return {fact.field for fact in missing(tree, facts)}


def without(value: Any, name: str) -> Any:
    """A view in which every value of a name is as if it had not been written."""
    if isinstance(value, Mapping):
        return {
            key: _empty(inner) if key == name else without(inner, name)
            for key, inner in value.items()
        }
    return [without(inner, name) for inner in value] if isinstance(value, list | tuple) else value


def _empty(value: object) -> object:
    return type(value)() if isinstance(value, str | list | bool) else None


@pytest.mark.parametrize("address", sorted({entry[0] for entry in (*VIEW, *TEMPLATES)}))
def test_an_unchanged_page_lacks_nothing(graph: Graph, renderer: Renderer, address: str) -> None:
    assert forgotten(renderer, page_at(graph, address)) == set()


@pytest.mark.parametrize(("address", "name", "field"), VIEW)
def test_a_field_dropped_from_a_view_is_noticed(
    graph: Graph, renderer: Renderer, address: str, name: str, field: str
) -> None:
    page = page_at(graph, address)
    mutated = replace(page, view=without(page.view, name))
    assert field in forgotten(renderer, mutated)


@pytest.mark.parametrize(("address", "template", "piece", "field"), TEMPLATES)
def test_a_piece_dropped_from_a_template_is_noticed(
    graph: Graph,
    monkeypatch: pytest.MonkeyPatch,
    address: str,
    template: str,
    piece: str,
    field: str,
) -> None:
    read = PackageLoader.get_source
    cut = []

    def mutated(self: PackageLoader, environment: Environment, name: str) -> Any:
        source, path, fresh = read(self, environment, name)
        if name == template and piece in source:
            cut.append(name)
            source = source.replace(piece, "")
        return source, path, fresh

    monkeypatch.setattr(PackageLoader, "get_source", mutated)
    assert field in forgotten(fresh_renderer(graph), page_at(graph, address))
    assert cut
