"""The swap of a finished site: what a kill or a fault in the middle of it leaves is put right."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from casebook.engines.staging import Staging


def write(folder: Path, text: str) -> Path:
    """A new file, never through the name that another folder has for an old one."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").unlink(missing_ok=True)
    (folder / "index.html").write_text(text, "utf-8")
    return folder


def text(site: Path) -> str:
    return (site / "index.html").read_text("utf-8")


def dead_process() -> int:
    """The number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write(tmp_path / "site", "gammel")


def test_finished_folder_takes_the_place_of_the_site(site: Path) -> None:
    staging = Staging(site)
    write(staging.folder, "ny")
    staging.swap()
    assert text(site) == "ny"


def test_build_killed_between_the_renames_gives_the_old_site_back(site: Path) -> None:
    """The kernel ends the process after the first rename: no site stands, both folders do."""
    pid = dead_process()
    site.rename(site.with_name(f".site-old-{pid}"))
    half = write(site.with_name(f".site-new-{pid}"), "halv")
    Staging(site)
    assert text(site) == "gammel"
    assert not half.exists()


def test_killed_build_whose_number_another_process_has_got_is_recovered(site: Path) -> None:
    site.rename(site.with_name(".site-old-1"))
    Staging(site)
    assert text(site) == "gammel"


def test_fault_in_the_second_rename_gives_the_old_site_back(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    staging = Staging(site)
    new = write(staging.folder, "ny")
    real = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if self == new:
            raise OSError("the disk is full")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(OSError, match="full"):
        staging.swap()
    assert text(site) == "gammel"


def test_build_that_is_given_up_leaves_the_site(site: Path) -> None:
    staging = Staging(site)
    write(staging.folder, "halv")
    staging.discard()
    assert text(site) == "gammel"
