"""Faults of a text as such, found before anyone asks what the text is for."""

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.loading import load
from casebook.loading.text_faults import text_faults
from tests.support.tiny import write_tiny


def found(text: str) -> list[tuple[str, int, int]]:
    return [(f.code, f.span.line, f.span.column) for f in text_faults(text, "sak.md")]


@pytest.mark.parametrize("sign", ["\0", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\ufffe", "\uffff"])
def test_an_invisible_sign_is_told_with_its_place(sign: str) -> None:
    assert found(f"Tekst.\nTo{sign} tegn{sign}.\n") == [("control-character", 2, 3)]


def test_what_writers_use_is_no_invisible_sign() -> None:
    assert found("Æ\u00a0ø\u00ad\u200b\u2028\ttab 🚌 👍🏽\n") == []


def test_a_file_that_is_no_text_does_not_fill_the_report() -> None:
    assert len(found("\0\n" * 10_000)) == 20


def test_every_conflict_is_told_at_its_first_line() -> None:
    one = "<<<<<<< HEAD\na\n||||||| base\nx\n=======\nb\n>>>>>>> gren\n"
    assert found(f"{one}Tekst.\n{one}") == [("merge-conflict", 1, 1), ("merge-conflict", 9, 1)]


@pytest.mark.parametrize(
    "text",
    ["Vedtak\n=======\n", ">>>>>>> Sitat\n", "<<<<<<<< ikke sju\n", "a <<<<<<< b\n", "<<<<<<<a\n"],
)
def test_a_heading_a_quotation_and_angles_in_a_line_are_no_conflict(text: str) -> None:
    assert found(text) == []


def test_line_endings_of_any_system_do_not_hide_a_conflict(tmp_path: Path) -> None:
    project = write_tiny(tmp_path)
    text = project.case.read_text(encoding="utf-8") + "<<<<<<< HEAD\n=======\n>>>>>>> b\n"
    line = text.count("\n") - 2
    for ending in ("\r\n", "\r"):
        project.case.write_bytes(text.replace("\n", ending).encode())
        told = load(project.root / "cases").findings
        assert [(item.code, item.span.line) for item in told] == [("merge-conflict", line)]
