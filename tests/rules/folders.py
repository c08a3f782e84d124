"""Rule folders: a little content with one fault, laid over a region that has none."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from casebook.keeping import with_lost_addresses
from casebook.loading import folder as folder_module
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
    if folder.name in SMALL_LIMITS:
        monkeypatch.setattr(folder_module, SMALL_LIMITS[folder.name], 2000)
    return with_lost_addresses(prepare(root, AS_OF, prefix="cases/"))
