"""A file fresh from ``casebook new`` publishes no decision, and takes one after the meeting."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from casebook.cli import main
from casebook.graph import Graph
from casebook.keeping import ledger_after, with_lost_addresses
from casebook.ledger import LEDGER, decision_digest
from casebook.outputs.pages.case import case_page
from casebook.outputs.site import SiteOptions
from casebook.publishing import prepare
from tests.support.rendering import body_of
from tests.support.tiny import TinyProject, write_tiny

BEFORE, AFTER = date(2025, 4, 1), date(2025, 6, 1)
MEETING = "2025-05-06-radet"


@pytest.fixture
def project(tmp_path: Path) -> TinyProject:
    """A tiny region with one more case, as the command makes it."""
    project = write_tiny(tmp_path)
    meetings = tmp_path / "cases" / "meetings"
    held = (meetings / "2025-03-04-radet.md").read_text(encoding="utf-8")
    coming = held.replace("2025-03-04", "2025-05-06")
    (meetings / f"{MEETING}.md").write_text(coming, encoding="utf-8")
    given = ("Ny sak", "--møte", MEETING, "--id", "2025-ny-sak")
    assert main(["new", "sak", *given, "--content", str(tmp_path / "cases")]) == 0
    return project


def _draft(project: TinyProject) -> Path:
    (found,) = (project.root / "cases").rglob("2025-ny-sak.md")
    return found


def _faults(project: TinyProject, day: date) -> tuple[str, ...]:
    return with_lost_addresses(prepare(project.root / "cases", day)).error_lines()


def _graph(project: TinyProject, day: date) -> Graph:
    graph = prepare(project.root / "cases", day).graph
    assert graph is not None
    return graph


def _publish(project: TinyProject, day: date) -> str:
    edition = prepare(project.root / "cases", day)
    assert edition.graph is not None
    text, _ = ledger_after(edition.graph, edition.files(SiteOptions()), day)
    (project.root / "cases" / LEDGER).write_text(text, encoding="utf-8")
    return text


def _fill_in(project: TinyProject) -> None:
    draft = _draft(project)
    text = draft.read_text(encoding="utf-8")
    outcome = "rolle: avgjør\n    utfall: vedtatt\n    votering: [{type: enstemmig}]\n"
    text = text.replace(f"møte: {MEETING}\n", f"møte: {MEETING}\n    {outcome}")
    assert text.rstrip().endswith("## Vedtak")
    draft.write_text(f"{text}\n1. Rådet sier ja.\n", encoding="utf-8")


def test_headings_to_fill_in_are_not_published(project: TinyProject) -> None:
    assert "## Vedtak" in _draft(project).read_text(encoding="utf-8")
    graph = _graph(project, BEFORE)
    case = graph.cases["2025-ny-sak"]
    assert [treatment.decision for treatment in graph.treatments[case.id]] == [None]
    shown = body_of(case_page(graph, case))
    assert 'id="vedtak"' not in shown
    assert ">Vurdering<" not in shown


def test_a_decision_that_is_not_written_is_missing(project: TinyProject) -> None:
    draft = _draft(project)
    text = draft.read_text(encoding="utf-8")
    found = f"møte: {MEETING}\n"
    draft.write_text(text.replace(found, f"{found}    utfall: vedtatt\n"), encoding="utf-8")
    assert "decision" in _graph(project, AFTER).lacks["2025-ny-sak"]


def test_the_decision_is_filled_in_after_the_publication(project: TinyProject) -> None:
    assert _faults(project, BEFORE) == ()
    ledger = _publish(project, BEFORE)
    (place,) = (line for line in ledger.splitlines() if "sak/2025-ny-sak/#radet-vedtak" in line)
    assert "=" not in place
    assert "sak/2025-ny-sak/#vedtak" not in ledger
    _fill_in(project)
    assert _faults(project, AFTER) == ()
    assert "sak/2025-ny-sak/#radet-p1 " in _publish(project, AFTER)


def test_a_heading_that_was_published_as_a_decision_does_not_bind(project: TinyProject) -> None:
    """As earlier editions wrote it down."""
    _publish(project, BEFORE)
    ledger = project.root / "cases" / LEDGER
    text = ledger.read_text(encoding="utf-8")
    plain = f"sak/2025-ny-sak/#radet-vedtak punkt {BEFORE}"
    assert plain in text
    written = f"{plain}={decision_digest('', 0)}\nsak/2025-ny-sak/#vedtak punkt {BEFORE}"
    ledger.write_text(text.replace(plain, written), encoding="utf-8")
    assert _faults(project, BEFORE) == ()
    _fill_in(project)
    assert _faults(project, AFTER) == ()


def test_links_below_a_heading_are_no_decision(project: TinyProject) -> None:
    draft = _draft(project)
    draft.write_text(
        draft.read_text(encoding="utf-8") + "\n[a]: https://a.example\n", encoding="utf-8"
    )
    graph = _graph(project, BEFORE)
    (treatment,) = graph.treatments["2025-ny-sak"]
    assert treatment.decision is None
    assert graph.cases["2025-ny-sak"].text.references == "[a]: <https://a.example>"
