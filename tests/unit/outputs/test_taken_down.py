"""A case that is taken down is not told of by the pages that named it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from casebook.model.case import Case
from casebook.outputs.keys import Keys
from casebook.outputs.numbers_pages import number_pages
from casebook.outputs.pages.case import case_page
from casebook.outputs.pages.meeting import meeting_page
from casebook.outputs.pages.process import process_list, process_page
from casebook.outputs.pages.registers import register_pages
from casebook.publishing import prepare
from tests.support import region
from tests.support.rendering import body_of
from tests.support.tiny import write_tiny

GONE = [
    "tatt_av_siden: {dato: 2025-07-01, grunn: Feil.}",
    "persondata: {fjernes: 2025-12-01, grunn: Navn.}",
]
NUMBER = "radet-2-2025"
"""Both cases have it."""
RELATION = "relasjoner: [{type: erstatter, sak: 2025-02-sykkelvei, merknad: Olas merknad}]"


def _pages(root: Path, extra: str) -> str:
    project = write_tiny(root)
    meeting = root / "cases" / "meetings" / "2025-02-04-radet.md"
    meeting.write_text("---\ntype: ordinært\norgan: radet\ndato: 2025-02-04\n---\n", "utf-8")
    text = project.case.read_text(encoding="utf-8").replace("kort: Rådet", "kort: Olas råd")
    text = text.replace("nummer: 01/2025", "nummer: 02/2025")
    fields = f"møter: [2025-02-04-radet]\n{RELATION}\n{extra}\n---\n## Vedtak"
    project.case.write_text(text.replace("---\n## Vedtak", fields), encoding="utf-8")
    graph = prepare(root / "cases", date(2026, 11, 23)).graph
    assert graph is not None
    pages = [meeting_page(graph, meeting) for meeting in graph.meetings.values()]
    pages.append(case_page(graph, graph.cases["2025-02-sykkelvei"]))
    pages += [page.make() for page in number_pages(graph, Keys(graph)) if NUMBER in page.uri]
    return "".join(map(body_of, pages))


def test_the_pages_tell_of_it_while_it_stands(tmp_path: Path) -> None:
    shown = _pages(tmp_path, "")
    assert "Olas råd" in shown
    assert "Olas merknad" in shown


@pytest.mark.parametrize("gone", GONE)
def test_the_pages_tell_nothing_of_it_afterwards(tmp_path: Path, gone: str) -> None:
    assert "Olas" not in _pages(tmp_path, gone)


def test_the_lists_count_only_what_stands() -> None:
    graph = region.graph()
    gone = next(case for case in graph.cases.values() if case.retraction)

    def take_down(case: Case) -> Case:
        return replace(case, retraction=gone.retraction) if "klima" in case.topics else case

    graph = region.graph(case=take_down)
    pages = {made.page.address: made.page.view for made in register_pages(graph)}
    pages["prosesser/"] = process_list(graph).view
    for process in graph.processes.values():
        pages[f"prosess/{process.id}/"] = process_page(graph, process).view
    for index, entries in (
        ("organer/", "entries"),
        ("emner/", "entries"),
        ("prosesser/", "processes"),
    ):
        for entry in pages[index][entries]:
            own = pages[entry["href"].removeprefix("../")]
            assert entry["count"] == own.get("total", len(own["cases"])), entry["href"]
    assert not [
        entry for entry in pages["emner/"]["entries"] if "klima" in entry["href"] and entry["count"]
    ]
