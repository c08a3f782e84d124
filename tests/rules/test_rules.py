from __future__ import annotations

from pathlib import Path

import pytest

from casebook.findings import catalogue
from casebook.publishing import prepare
from tests.rules import folders

EVERYTHING = "everything-wrong"
NOT_IN_CONTENT = {"broken-output", "garbled-file-name"}
"""Found in finished files (tests/engines/test_refusal.py provokes it), and in names of files that
not every system can hold (tests/unit/test_closed_files.py)."""


@pytest.mark.parametrize("name", folders.names())
def test_the_report_of_a_folder_is_exactly_the_expected_text(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, update_golden: bool
) -> None:
    folder = folders.HERE / name
    report = folders.report(folder, tmp_path, monkeypatch)
    text = report.render("full") + "\n"
    expected = folder / "expected.txt"
    if update_golden:
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")
    if name != EVERYTHING:
        assert {finding.code for finding in report.findings} == {name}


@pytest.mark.parametrize("form", ["concise", "json", "github"])
def test_other_forms_of_the_report(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, update_golden: bool
) -> None:
    folder = folders.HERE / EVERYTHING
    text = folders.report(folder, tmp_path, monkeypatch).render(form) + "\n"
    expected = folder / f"expected.{'json' if form == 'json' else form + '.txt'}"
    if update_golden:
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")


def test_the_region_that_folders_are_laid_over_has_no_fault() -> None:
    report = prepare(folders.BASE, folders.AS_OF).report
    assert report.render("full") == "Ingen funn."


def test_every_code_has_a_folder_and_every_folder_a_code() -> None:
    assert set(folders.names()) - {EVERYTHING} == set(catalogue()) - NOT_IN_CONTENT
