"""Files and folders that the system does not open, and names that nobody can write: findings."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from casebook.publishing import prepare
from casebook.reporting import FORMATS
from tests.rules import folders

CASE = "2017/klimaplan-2017.md"
ATTACHMENT = "2017/klimaplan-2017/plan.pdf"


def closed(function: Callable[..., Any], path: Path) -> Callable[..., Any]:
    """The function, as it is for one who may not open a file or look into a folder."""

    def refusing(self: Path, *args: Any) -> Any:
        if self == path:
            raise PermissionError(13, "Permission denied", str(path))
        return function(self, *args)

    return refusing


@pytest.fixture
def content(tmp_path: Path) -> Path:
    root = tmp_path / "cases"
    shutil.copytree(folders.BASE, root)
    (root / ATTACHMENT).parent.mkdir()
    (root / ATTACHMENT).write_bytes(b"%PDF-1.4")
    (root / "publisert.txt").write_text("# Adresser\n", encoding="utf-8")
    return root


@pytest.mark.parametrize(
    "name",
    ["region.yml", "publisert.txt", CASE, ATTACHMENT, "2017", "2017/klimaplan-2017", "meetings"],
)
def test_what_is_closed_is_a_finding(
    name: str, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for method in ("read_bytes", "iterdir"):
        monkeypatch.setattr(Path, method, closed(getattr(Path, method), content / name))
    findings = prepare(content, folders.AS_OF).report.findings
    assert ("unreadable-file", name) in {(item.code, item.span.path) for item in findings}


def test_a_name_that_is_no_utf8_is_told_in_letters_that_can_be_written(content: Path) -> None:
    for name in (b"2017/klimaplan-2017/\xc5rsmelding.pdf", b"2017/\xe6rlig.md"):
        try:
            Path(os.fsdecode(os.fsencode(content) + b"/" + name)).write_bytes(b"%PDF-1.4")
        except OSError:
            pytest.skip("this file system holds UTF-8 only")
    edition = prepare(content, folders.AS_OF)
    for form in FORMATS:
        assert edition.report.render(form).encode()
    assert [(item.code, item.span.path) for item in edition.report.findings] == [
        ("unused-file", "2017/klimaplan-2017/plan.pdf"),
        ("garbled-file-name", "2017/klimaplan-2017/\ufffdrsmelding.pdf"),
        ("bad-id", "2017/\ufffdrlig.md"),
    ]
    assert [*edition.content.files["klimaplan-2017"]] == ["plan.pdf"]
