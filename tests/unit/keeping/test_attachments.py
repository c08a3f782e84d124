from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from casebook.keeping import ledger_after
from casebook.ledger import LEDGER
from casebook.outputs.addresses import attachment_names
from casebook.outputs.pages.case import case_page
from casebook.outputs.pages.prose import published_files
from casebook.outputs.site import SiteOptions
from casebook.publishing import Edition, prepare
from tests.support.tiny import TinyProject, write_tiny

CASE = "2025-01-buss"


@pytest.fixture
def project(tmp_path: Path) -> TinyProject:
    """A tiny region with two attachments whose published names meet."""
    project = write_tiny(tmp_path)
    _attach(project, "Notat.txt", "notat.txt")
    folder = project.case.parent / CASE
    folder.mkdir()
    (folder / "Notat.txt").write_text("første", encoding="utf-8")
    (folder / "notat.txt").write_text("andre", encoding="utf-8")
    _record(project, date(2025, 4, 1))
    return project


def _attach(project: TinyProject, *files: str) -> None:
    listed = ", ".join(f"{{tittel: {file}, fil: {file}}}" for file in files)
    project.write_case("Rådet vil ha flere busser.")
    text = project.case.read_text(encoding="utf-8")
    text = text.replace("---\n## Vedtak", f"vedlegg: [{listed}]\n---\n## Vedtak")
    project.case.write_text(text, encoding="utf-8")


def _edition(project: TinyProject, day: date) -> Edition:
    return prepare(project.root / "cases", day)


def _record(project: TinyProject, day: date) -> None:
    edition = _edition(project, day)
    assert edition.graph is not None
    text, _ = ledger_after(edition.graph, edition.files(SiteOptions()), day)
    (project.root / "cases" / LEDGER).write_text(text, encoding="utf-8")


def _changed(project: TinyProject, day: date) -> list[str]:
    graph = _edition(project, day).graph
    assert graph is not None
    return [file["changed"] for file in case_page(graph, graph.cases[CASE]).view["attachments"]]


def test_names_stay_when_the_order_changes(project: TinyProject) -> None:
    graph = _edition(project, date(2025, 5, 1)).graph
    assert graph is not None
    before = published_files(graph, CASE)
    assert sorted(path.rpartition("/")[2] for path in before.values()) == [
        "notat-2.txt",
        "notat.txt",
    ]
    _attach(project, "notat.txt", "Notat.txt")
    graph = _edition(project, date(2025, 5, 1)).graph
    assert graph is not None
    assert dict(published_files(graph, CASE)) == dict(before)


def test_no_other_file_gets_a_name_that_was_given_before() -> None:
    assert attachment_names(["Ny.pdf"], {"gammel.pdf": "ny.pdf"}) == {"Ny.pdf": "ny-2.pdf"}


def test_replaced_content_is_told_with_date_and_both_checksums(project: TinyProject) -> None:
    assert _changed(project, date(2025, 5, 1)) == ["", ""]
    (project.case.parent / CASE / "notat.txt").write_text("rettet", encoding="utf-8")
    before, now = (hashlib.sha256(text.encode()).hexdigest() for text in ("andre", "rettet"))
    for day in (date(2025, 5, 1), date(2025, 6, 1)):
        note = _changed(project, day)[1]
        assert before in note
        assert now in note
        assert "1.\u00a0mai 2025" in note
        _record(project, date(2025, 5, 1))
