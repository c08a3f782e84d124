"""The swap of a finished site: what a kill or a fault in the middle of it leaves is put right."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from casebook.engines.staging import Staging
from casebook.errors import ConfigurationError


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


@pytest.mark.parametrize("stands", [True, False], ids=["site", "nothing yet"])
def test_link_stays_and_what_it_leads_to_is_replaced(tmp_path: Path, stands: bool) -> None:
    served, link = tmp_path / "www/saker", tmp_path / "prosjekt/site"
    served.parent.mkdir()
    link.parent.mkdir()
    link.symlink_to("../www/saker")
    if stands:
        write(served, "gammel")
    for new in ("ny", "nyere", "nyest"):
        staging = Staging(link)
        write(staging.folder, new)
        assert not stands or text(served) != new, "nothing is written in place"
        staging.swap()
        assert link.is_symlink()
        assert text(served) == new


@pytest.mark.parametrize("what", ["file", "mount"])
def test_what_cannot_be_renamed_is_told_of_before_anything_is_built(
    tmp_path: Path, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    if what == "file":
        site.touch()
    else:
        site.mkdir()
        monkeypatch.setattr(Path, "is_mount", lambda path: path == site)
    with pytest.raises(ConfigurationError, match="--site-dir"):
        Staging(site)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


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
