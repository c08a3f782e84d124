"""Rule folders: a little content with one fault, laid over a region that has none."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from casebook.keeping import with_lost_addresses
from casebook.loading import disk, file_facts
from casebook.model.files import FileFacts
from casebook.publishing import prepare
from casebook.reporting import Report

HERE = Path(__file__).parent
BASE = HERE / "base"
AS_OF = date(2026, 11, 23)
"""The day on which every report is made."""

SMALL_LIMITS = {"file-too-large": "MAX_TEXT_BYTES", "attachment-too-large": "MAX_FILE_BYTES"}
"""Folders that are checked with a limit of 2 000 bytes instead of a real one."""


def names() -> list[str]:
    """Every rule folder."""
    return sorted(path.name for path in HERE.iterdir() if (path / "cases").is_dir())


def report(folder: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch) -> Report:
    """What the check finds in a folder's content."""
    root = scratch / "content" / "cases"
    shutil.copytree(BASE, root)
    shutil.copytree(folder / "cases", root, symlinks=True, dirs_exist_ok=True)
    removed = root / ".remove"
    if removed.is_file():
        for name in removed.read_text(encoding="utf-8").split():
            (root / name).unlink()
        removed.unlink()
    if folder.name == "scanned-pdf":
        monkeypatch.setattr(file_facts.FileProbe, "facts", _scan)
    if folder.name in SMALL_LIMITS:
        monkeypatch.setattr(disk, SMALL_LIMITS[folder.name], 2000)
    return with_lost_addresses(prepare(root, AS_OF, prefix="cases/"))


def _scan(probe: file_facts.FileProbe, path: Path, name: str) -> FileFacts:
    """The facts of a PDF that is a picture of text."""
    return FileFacts(name, path.stat().st_size, "0" * 64, "application/pdf", pages=1, characters=0)
