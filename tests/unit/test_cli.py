from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from casebook.cli import COMMANDS, main
from casebook.engines.full_disk import FULL_DISK
from casebook.findings import catalogue
from tests.rules import folders
from tests.support.building import ROOT


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder without faults, in the working directory."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")  # 23 November 2026
    shutil.copytree(folders.BASE, tmp_path / "cases")
    return tmp_path / "cases"


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> pytest.CaptureFixture[str]:
    return capsys


def write_broken(content: Path) -> None:
    (content / "2021").mkdir()
    (content / "2021" / "a.md").write_text("---\ntittel: A\ntema: klima\n---\n", encoding="utf-8")


def test_a_full_disk_is_told_in_words_and_leaves_no_half_a_file(
    content: Path, told: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert main(["new", "sak", "Ferje"]) == 2
    assert told.readouterr().err == f"casebook: {FULL_DISK}\n"
    assert list(content.glob("2026/*")) == []


def test_a_clean_folder_ends_with_zero(content: Path, told: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert told.readouterr().out == "Ingen funn.\n"


def test_errors_end_with_one(content: Path, told: pytest.CaptureFixture[str]) -> None:
    write_broken(content)
    assert main(["check", "--format", "concise"]) == 1
    assert "cases/2021/a.md:3:1: feil[unknown-key]" in told.readouterr().out


def test_warnings_alone_end_with_zero(content: Path, told: pytest.CaptureFixture[str]) -> None:
    (content / "2021").mkdir()
    (content / "2021" / "a.md").write_text("---\ntittel: A\n---\n", encoding="utf-8")
    assert main(["check", "--format", "concise"]) == 0
    assert "advarsel[missing-lead]" in told.readouterr().out


def test_only_the_named_files_are_reported(content: Path, told: pytest.CaptureFixture[str]) -> None:
    write_broken(content)
    assert main(["check", "cases/region.yml"]) == 0
    assert main(["check", "--format", "json", "cases/2021/a.md"]) == 1
    found = json.loads(told.readouterr().out.partition("\n")[2])
    assert {item["path"] for item in found} == {"cases/2021/a.md"}


def test_a_folder_stands_for_its_files(content: Path, told: pytest.CaptureFixture[str]) -> None:
    write_broken(content)
    assert main(["check", "cases/meetings"]) == 0
    assert main(["check", "cases/2021"]) == 1
    (content / "2021" / "a.md").unlink()
    (content / "2021" / "a.md").symlink_to("borte.md")
    assert main(["check", "cases/2021/a.md"]) == 1


def test_a_path_that_cannot_have_findings_is_wrong_use(
    content: Path, told: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "cases/finnes-ikke.md", "cases/region.yml"]) == 2
    assert told.readouterr().out == "Filen cases/finnes-ikke.md finnes ikke.\n"
    (content.parent / "utenfor.md").touch()
    assert main(["check", "utenfor.md"]) == 2
    assert "utenfor.md ligger ikke i mappen cases" in told.readouterr().out


def test_a_missing_folder_is_wrong_use(content: Path, told: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--content", "finnes-ikke"]) == 2
    assert "finnes-ikke" in told.readouterr().err


def test_wrong_arguments_are_told_in_norwegian(told: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["check", "--format", "pdf"])
    assert stopped.value.code == 2
    assert "kan ikke være 'pdf'" in told.readouterr().err


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_in_norwegian(
    command: str, told: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([command, "--help"])
    assert stopped.value.code == 0
    text = told.readouterr().out
    assert text.startswith("bruk: casebook")
    assert "show this help" not in text


@pytest.mark.parametrize("code", catalogue())
def test_every_code_can_be_explained(code: str, told: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", code, "--lang", "nn"]) == 0
    text = told.readouterr().out
    assert catalogue()[code].nn.cure in text


def test_a_code_is_explained_in_the_language_of_the_region(
    content: Path, told: pytest.CaptureFixture[str]
) -> None:
    region = content / "region.yml"
    region.write_text(
        region.read_text(encoding="utf-8").replace("målform: nb", "målform: nn"), encoding="utf-8"
    )
    assert main(["explain", "bad-date"]) == 0
    assert catalogue()["bad-date"].nn.cure in told.readouterr().out


def test_who_has_read_enough_ends_a_command_without_a_stack_trace() -> None:
    command = [sys.executable, "-m", "casebook", "explain"]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


def test_an_unknown_code_is_answered_with_the_nearest(told: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "bad-dates"]) == 2
    assert "Mente du «bad-date»?" in told.readouterr().out


def test_a_new_case_passes_the_check(content: Path, told: pytest.CaptureFixture[str]) -> None:
    made = ["new", "sak", "Høring: plan for «natur» #3", "--møte", "2021-10-12-regionradet"]
    assert main(made) == 0
    path = content / "2021" / "2021-horing-plan-natur-3.md"
    assert path.is_file()
    assert main(["check", "--format", "concise"]) == 0
    assert "feil[" not in told.readouterr().out


def test_a_day_in_another_form_is_proposed(content: Path, told: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "mote", "regionradet", "18. juni 2024"]) == 2
    assert "Mente du «2024-06-18»?" in told.readouterr().out


def test_a_new_id_is_free(content: Path) -> None:
    assert main(["new", "prosess", "Klimaarbeid"]) == 0
    assert (content / "processes" / "klimaarbeid-2.md").is_file()


def test_a_second_meeting_on_a_day_is_made_when_it_is_asked_for(
    content: Path, told: pytest.CaptureFixture[str]
) -> None:
    again = ["new", "mote", "regionradet", "2021-10-12"]
    assert main(again) == 2
    said = told.readouterr().out
    assert "med id-en «2021-10-12-regionradet»" in said
    assert "--id 2021-10-12-regionradet-2" in said
    assert main([*again, "--id", "2021-10-12-regionradet-2"]) == 0
    assert (content / "meetings" / "2021-10-12-regionradet-2.md").is_file()


@pytest.mark.parametrize("kind", ["sak", "prosess"])
def test_a_pasted_title_stands_on_one_line(
    kind: str, content: Path, told: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", kind, "Plan for\r\n  vann\x0bog \x7favløp\n"]) == 0
    made = next(path for path in content.rglob("*plan-vann*.md"))
    assert "tittel: Plan for vann og avløp\n" in made.read_text(encoding="utf-8")
    assert main(["check", str(made)]) == 0


def test_a_persons_name_in_the_id_is_warned_of(
    content: Path, told: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "sak", "Klage fra Kari Nordmann"]) == 0
    assert "ser ut som et personnavn" in told.readouterr().out


def test_an_existing_file_is_not_touched(content: Path, told: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "mote", "regionradet", "2026-12-24"]) == 0
    path = content / "meetings" / "2026-12-24-regionradet.md"
    path.write_text("eget arbeid", encoding="utf-8")
    assert main(["new", "mote", "regionradet", "2026-12-24"]) == 1
    assert path.read_text(encoding="utf-8") == "eget arbeid"


@pytest.mark.parametrize(
    "given",
    [
        ["mote", "regionraadet", "2026-12-24"],
        ["mote", "regionradet", "24.12.2026"],
        ["mote", "regionradet", "2026-13-40"],
        ["mote", "regionradet", "2026-12"],
        ["mote", "regionradet", "9999-12-31"],
        ["mote", "regionradet", "2021-10-12"],
        ["sak", "Plan", "--møte", "2021-10-12-regionraadet"],
        ["sak", "Plan", "--id", "Stor Id"],
        ["sak", "Plan", "--id", "klimaplan-2017"],
    ],
)
def test_what_cannot_be_made_is_said_and_not_written(
    given: list[str], content: Path, told: pytest.CaptureFixture[str]
) -> None:
    before = sorted(content.rglob("*"))
    assert main(["new", *given]) == 2
    assert told.readouterr().out.strip()
    assert sorted(content.rglob("*")) == before


def test_schemas_are_written(content: Path, tmp_path: Path) -> None:
    assert main(["schema", "--out", str(tmp_path / "skjema")]) == 0
    written = json.loads((tmp_path / "skjema" / "case.schema.json").read_text(encoding="utf-8"))
    assert "tittel" in written["properties"]


def test_fields_are_listed(told: pytest.CaptureFixture[str]) -> None:
    assert main(["fields", "case"]) == 0
    assert "tittel*" in told.readouterr().out


def test_splits_are_listed_until_they_are_looked_through(
    content: Path, told: pytest.CaptureFixture[str]
) -> None:
    (content / "2021").mkdir()
    case = "---\ntittel: Ny havneplan\n---\nHavneplanen gjelder småbåthavna.\n"
    (content / "2021" / "a.md").write_text(case, encoding="utf-8")
    assert main(["search-words"]) == 0
    shown = told.readouterr().out
    assert "havne + plan" in shown
    assert "cases/sok.yml" in shown
    (content / "sok.yml").write_text("riktig_delt: [havneplan]\ndel_aldri: [småbåthavn]\n")
    assert main(["search-words"]) == 0
    shown = told.readouterr().out
    assert "havneplan" not in shown
    assert "småbåt" not in shown
    assert main(["search-words", "havneplan"]) == 0
    assert told.readouterr().out.startswith("havneplan  havne + plan\n")


def test_a_new_case_lies_in_the_year_of_its_number(content: Path) -> None:
    assert main(["new", "sak", "Næringsplan", "--nummer", "PS 16/24"]) == 0
    assert (content / "2024" / "2024-naeringsplan.md").is_file()
