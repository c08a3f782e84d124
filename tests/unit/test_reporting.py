from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from casebook.diagnostics import Note, Span, finding
from casebook.publishing import prepare
from casebook.reporting import FORMATS, Report
from tests.rules import folders

SOURCES = {"2021/a.md": "---\ntittel: Plan\n" + "x" * 90 + " dato: 2031-01-01 " + "y" * 90 + "\n"}


def test_findings_are_sorted_and_told_once() -> None:
    first = finding("bad-date", Span("a.md", 1, 2), value="i går")
    second = finding("bad-date", Span("a.md", 3, 1), value="i fjor")
    report = Report.of([second, first, second], {})
    assert report.findings == (first, second)
    assert report.errors == 2


def test_a_long_line_is_cut_around_the_place() -> None:
    span = Span("2021/a.md", 3, 98, 108)
    text = Report.of([finding("bad-date", span, value="2031")], SOURCES).render("full")
    shown, caret = (line for line in text.split("\n") if line.startswith((" 3 |", "   | ")))
    assert len(shown) <= 105
    assert caret.index("^") == shown.index("2031-01-01")
    assert caret.count("^") == len("2031-01-01")


def test_a_note_shows_the_other_place() -> None:
    note = Note(Span("2021/a.md", 2, 9, 13), "first-here")
    report = Report.of([finding("duplicate-id", Span("b.md"), related=[note], id="a")], SOURCES)
    assert "første gang her: 2021/a.md:2:9" in report.render("full")


def test_json_can_be_read_and_says_the_place() -> None:
    span = Span("2021/a.md", 2, 9, 13)
    report = Report.of([finding("bad-id", span, value="Æ", suggestion="ae")], {}, prefix="cases/")
    (item,) = json.loads(report.render("json"))
    assert item["path"] == "cases/2021/a.md"
    assert (item["line"], item["column"], item["endColumn"]) == (2, 9, 13)
    assert item["severity"] == "error"
    assert item["suggestion"] == "ae"
    assert item["cure"].startswith("Bytt æ med ae")


def test_annotations_stay_on_one_line() -> None:
    report = Report.of([finding("bad-date", Span("a.md"), value="1\n2%")], {})
    line = report.render("github").split("\n")[0]
    assert line.startswith("::error file=a.md,line=1,col=1,title=bad-date::")
    assert "1%0A2%25" in line


def test_an_annotation_names_a_file_whatever_it_is_called() -> None:
    """What parts the properties of an annotation is escaped, as GitHub's own toolkit does."""
    report = Report.of([finding("bad-id", Span("2021/a,b: 5%.md"), value="a,b: 5%")], {})
    line = report.render("github").split("\n")[0]
    assert line.startswith("::error file=2021/a%2Cb%3A 5%25.md,line=1,col=1,title=bad-id::«a,b:")


@pytest.mark.parametrize("form", FORMATS)
def test_a_clean_report_says_so(form: str) -> None:
    text = Report.of([], {}).render(form)
    assert text == ("[]" if form == "json" else "Ingen funn.")


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_nynorsk_regions_get_nynorsk_reports(language: str, tmp_path: Path) -> None:
    region = (folders.BASE / "region.yml").read_text(encoding="utf-8")
    (tmp_path / "region.yml").write_text(
        region.replace("målform: nb", f"målform: {language}"), encoding="utf-8"
    )
    (tmp_path / "2021").mkdir()
    (tmp_path / "2021" / "a.md").write_text("---\ntittel: A\n---\n", encoding="utf-8")
    text = prepare(tmp_path, folders.AS_OF).report.render("concise")
    assert ("åtvaring[missing-lead] saka manglar" in text) is (language == "nn")


def test_the_same_content_gives_the_same_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folders.HERE / "everything-wrong"
    first = folders.report(folder, tmp_path / "1", monkeypatch).render("full")
    assert folders.report(folder, tmp_path / "2", monkeypatch).render("full") == first


def test_the_preview_shows_errors_with_their_cure_and_no_warnings() -> None:
    wrong = finding(
        "unknown-value", Span("a.md", 3, 1), suggestion="vedtatt", value="ok", allowed=""
    )
    report = Report.of([wrong, finding("missing-lead", Span("a.md"))], {}, "cases/")
    (line,) = report.error_lines()
    assert line.startswith("cases/a.md:3:1: feil[unknown-value] «ok»")
    assert line.endswith(". Mente du «vedtatt»? Bruk en verdi fra listen.")


class Disk(dict[str, str]):
    """Texts that count how often they are read."""

    reads = 0

    def get(self, *args: Any) -> Any:
        self.reads += 1
        return super().get(*args)


def test_a_file_with_many_findings_is_read_once() -> None:
    """Else the report of a long file takes its length times the number of its findings."""
    disk = Disk({"a.md": "x\n" * 50})
    findings = [finding("bad-date", Span("a.md", line + 1), value="x") for line in range(50)]
    assert Report.of(findings, disk).render("full").count("^") == 50
    assert disk.reads == 1
