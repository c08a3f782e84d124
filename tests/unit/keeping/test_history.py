from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from casebook.cli import main
from casebook.engines.history import is_shallow, read_history
from casebook.outputs.keys import Keys
from casebook.outputs.pages.case import case_page
from casebook.outputs.site import all_pages
from casebook.publishing import prepare
from casebook.revisions import changed_decisions, changed_parts, withheld_parts
from tests.support.tiny import TinyProject, write_tiny

CASE = "2025/2025-01-buss.md"
ID = "2025-01-buss"


def _git(root: Path, *arguments: str, day: str = "2025-04-01") -> None:
    moment = f"{day}T12:00:00+02:00"
    identity = {"GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x@example.org"}
    identity |= {"GIT_COMMITTER_NAME": "x", "GIT_COMMITTER_EMAIL": "x@example.org"}
    fixed = {
        "GIT_COMMITTER_DATE": moment,
        "GIT_AUTHOR_DATE": moment,
        "GIT_CONFIG_GLOBAL": os.devnull,
    }
    subprocess.run(
        ["git", "-C", str(root), *arguments],
        check=True,
        capture_output=True,
        env={**os.environ, **identity, **fixed},
    )


def _commit(root: Path, message: str, day: str) -> None:
    _git(root, "add", "-A", day=day)
    _git(root, "commit", "-q", "-m", message, day=day)


def _published(project: TinyProject, day: str, case_id: str = ID) -> None:
    """A ledger that knows one case."""
    ledger = project.root / "cases" / "publisert.txt"
    ledger.write_text(f"sak/{case_id}/ side {day}\n", encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path) -> TinyProject:
    """A tiny region in a repository, with a decision that was changed after its publication."""
    project = write_tiny(tmp_path)
    _published(project, "2025-04-01")
    _git(tmp_path, "init", "-q")
    _commit(tmp_path, "Første utgave", "2025-04-01")
    project.write_case("Rådet vil ha mange flere busser.")
    _commit(tmp_path, "x\n\nEndring: retting: Punkt 1 var gjengitt feil.", "2025-05-02")
    return project


def _log(project: TinyProject) -> list[dict[str, Any]]:
    root = project.root / "cases"
    graph = prepare(root, date(2025, 6, 1), history=read_history(root)).graph
    assert graph is not None
    case = next(c for c in graph.cases.values() if c.title in ("Flere busser", "Nytt navn"))
    entries: list[dict[str, Any]] = case_page(graph, case).view["change_log"]
    return entries


def test_change_has_day_kind_reason_and_difference(project: TinyProject) -> None:
    (entry,) = _log(project)
    assert entry["date"] == {"iso": "2025-05-02", "text": "2.\u00a0mai 2025", "uncertain": None}
    assert (entry["kind"], entry["html"]) == ("Retting", "Punkt 1 var gjengitt feil.")
    (text,) = entry["texts"]
    assert [(p.kind, p.text) for p in text["parts"] if p.kind != "same"] == [("added", "mange")]


def test_history_follows_a_renamed_file(project: TinyProject) -> None:
    renamed = project.case.with_name("2025-buss.md")
    project.case.rename(renamed)
    _commit(project.root, "Nytt navn på filen", "2025-05-03")
    assert [r.day for r in read_history(project.root / "cases")["2025/2025-buss.md"]] == [
        date(2025, 5, 2)
    ]


def test_record_entry_takes_the_difference_of_its_own_commit(project: TinyProject) -> None:
    text = project.case.read_text(encoding="utf-8").replace("mange flere", "noen")
    told = "endringer: [{dato: 2025-05-20, type: retting, tekst: Ordet var feil.}]\n---\n## Vedtak"
    project.case.write_text(text.replace("---\n## Vedtak", told), encoding="utf-8")
    _commit(project.root, "Rettet", "2025-05-20")
    newest, oldest = _log(project)
    assert newest["html"] == "Ordet var feil."
    assert len(newest["texts"]) == len(oldest["texts"]) == 1


def test_hidden_difference_and_withheld_case_show_no_text(project: TinyProject) -> None:
    project.write_case("Rådet vil ha to busser.")
    _commit(project.root, "x\n\nEndring: retting: Navn fjernet.\nSkjul-forskjell: ja", "2025-05-09")
    assert _log(project)[0]["texts"] == []
    text = project.case.read_text(encoding="utf-8")
    hidden = "unntatt: {hva: [innhold], hjemmel: offl. § 14}\n---\n## Vedtak"
    project.case.write_text(text.replace("---\n## Vedtak", hidden), encoding="utf-8")
    _commit(project.root, "Unntatt", "2025-05-10")
    assert [entry["texts"] for entry in _log(project)] == [[], [], []]
    assert "busser" not in str(_log(project))


def _change(project: TinyProject, day: str, *changes: tuple[str, str], message: str = "x") -> None:
    """One commit that writes parts of the case in another way."""
    text = project.case.read_text(encoding="utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    project.case.write_text(text, encoding="utf-8")
    _commit(project.root, message, day)


def test_what_is_no_longer_there_is_not_named(project: TinyProject) -> None:
    _change(project, "2025-05-10", ("\n## Vedtak", "\n## Klage fra Ola\n\nx\n\n## Vedtak"))
    assert _log(project)[0]["html"] == "Endret: Klage fra Ola."
    lead = ("kort: Rådet vil", "kort: Rådet ville")
    _change(project, "2025-05-11", ("## Klage fra Ola\n\nx\n\n", ""), lead)
    assert [e["html"] for e in _log(project)[:2]] == [
        "Endret: kort og annet innhold.",
        "Innholdet er endret.",
    ]


def test_headings_of_a_withheld_treatment_are_not_named(project: TinyProject) -> None:
    own = "## Møtebehandling: radet\n\n### Klage fra Ola\n\nx\n\n### Vedtak"
    hidden = "    unntatt: {hva: [innhold], hjemmel: offl. § 13}\n---\n"
    _change(project, "2025-05-10", ("## Vedtak", own), ("---\n##", f"{hidden}##"))
    _change(project, "2025-05-11", ("\nx\n", "\ny\n"))
    assert _log(project)[0]["html"] == "Innholdet er endret."
    assert "Ola" not in str(_log(project))


def test_a_hidden_change_is_not_named_and_hides_what_was_before(project: TinyProject) -> None:
    _change(project, "2025-05-10", ("mange flere", "Olas"))
    assert "Olas" in str(_log(project))
    _change(project, "2025-05-11", ("Olas", "noen"), message="x\n\nSkjul-forskjell: ja")
    assert _log(project)[0]["html"] == "Innholdet er endret."
    assert "Olas" not in str(_log(project))
    _change(project, "2025-05-12", ("noen", "ti"))
    assert [len(entry["texts"]) for entry in _log(project)] == [1, 0, 0, 0]


def test_a_text_that_was_withheld_once_is_not_shown_later(project: TinyProject) -> None:
    exempt = "    unntatt: {hva: [innhold], hjemmel: offl. § 13}\n"
    _change(project, "2025-05-10", ("mange flere", "Olas"), ("---\n##", f"{exempt}---\n##"))
    _change(project, "2025-05-11", (exempt, ""), ("Olas", "noen"))
    assert [entry["texts"] for entry in _log(project)[:2]] == [[], []]
    assert "Olas" not in str(_log(project))
    _change(project, "2025-05-12", ("noen", "ti"))
    assert [len(entry["texts"]) for entry in _log(project)] == [1, 0, 0, 1]


def test_changes_before_publication_are_not_shown(project: TinyProject) -> None:
    _published(project, "2025-05-02")
    assert _log(project) == []


def test_drafts_of_what_is_not_published_yet_are_not_shown(project: TinyProject) -> None:
    assert _log(project) != []
    _published(project, "2025-04-01", "2025-02-sykkelvei")
    assert _log(project) == []
    (project.root / "cases" / "publisert.txt").unlink()
    assert _log(project) == []


def test_a_page_is_made_again_when_the_ledger_learns_of_it(project: TinyProject) -> None:
    """A change log begins with the ledger, also on a page without places of its own."""

    def key() -> str | None:
        graph = prepare(project.root / "cases", date(2025, 6, 1)).graph
        assert graph is not None
        pages = {page.uri: page.key for page in all_pages(graph, Keys(graph))}
        return pages["mote/2025-03-04-radet/index.html"]

    before = key()
    ledger = project.root / "cases" / "publisert.txt"
    ledger.write_text("mote/2025-03-04-radet/ side 2025-04-01\n", encoding="utf-8")
    assert key() != before


def test_shallow_clone_has_no_history(project: TinyProject, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    _git(tmp_path, "clone", "-q", "--depth", "1", f"file://{project.root}", str(clone))
    assert is_shallow(clone / "cases")
    assert main(["publish-check", "--content", str(clone / "cases")]) == 0
    assert main(["publish-check", "--release", "--content", str(clone / "cases")]) == 1
    assert main(["publish-check", "--release", "--content", str(project.root / "cases")]) == 0
    assert read_history(clone / "cases") == {}


def test_folder_without_repository_has_no_history(tmp_path: Path) -> None:
    assert not is_shallow(tmp_path)
    assert read_history(tmp_path) == {}


@pytest.mark.parametrize(
    ("start", "line", "fence"),
    [("", "\r\n", "---"), ("\ufeff", "\n", "---"), ("\n", "\n", "--- ")],
    ids=["windows", "byte order mark", "blanks"],
)
def test_how_a_file_is_stored_is_no_change(
    project: TinyProject, start: str, line: str, fence: str
) -> None:
    """An editor that stores texts in another way changes nothing, and hides no change."""
    before = _log(project)
    text = project.case.read_text(encoding="utf-8")

    def stored(written: str) -> bytes:
        return (start + written.replace("---", fence).replace("\n", line)).encode()

    project.case.write_bytes(stored(text))
    _commit(project.root, "Lagret på nytt", "2025-05-03")
    assert _log(project) == before
    project.case.write_bytes(stored(text.replace("kort: Rådet vil", "kort: Rådet ville")))
    _commit(project.root, "Ny ingress", "2025-05-04")
    assert [entry["html"] for entry in _log(project)[:-1]] == ["Endret: kort."]


def test_what_keeps_a_version_from_the_public() -> None:
    item = "  - {id: a, unntatt: {hva: [innhold]}}\n"
    text = f"---\ntittel: A\nbehandling:\n  - id: b\n{item}vedlegg: [{{unntatt: x}}]\n---\nx\n"
    assert withheld_parts(text) == ("1",)
    assert withheld_parts(text.replace("tittel: A", "unntatt: x")) == ("unntatt", "1")
    assert withheld_parts(text.replace(item, "")) == ()
    assert withheld_parts("---\nbehandling: {unntatt: {hva: innhold}}\n---\n") == ("0",)
    assert withheld_parts("---\nunntatt: {\n---\n") == ("unreadable",)


def test_parts_are_named_by_field_and_heading() -> None:
    before = "---\ntittel: A\nkort: B\n---\n## Bakgrunn\nx\n## Vedtak\n1. y\n"
    after = "---\ntittel: A\nkort: C\nlogg: []\n---\n## Bakgrunn\nx\n## Vedtak\n1. z\n"
    assert changed_parts(before, after) == ("kort", "logg", "Vedtak")
    (change,) = changed_decisions(before, after)
    assert (change.before.strip(), change.after.strip()) == ("1. y", "1. z")
    assert changed_decisions(before, before.replace("1. y", "1.  y")) == ()
