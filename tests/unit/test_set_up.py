"""What ``make`` does before a command runs, with a stand-in that writes down Python's calls."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.building import ROOT

STAND_IN = """\
#!/bin/sh
case "$*" in
  "-m venv"*) mkdir -p .venv/bin && rm -f .venv/.i* && cp "$PYTHON_STAND_IN" .venv/bin/python ;;
  *"import pip"*) test ! -e no-pip && echo yes; exit ;;
  *"sys.version_info"*|--version) exit ;;
  *pip*) test ! -e offline || exit 1 ;;
esac
echo "$PYTHONUTF8 $1 $2 $3" >> calls
"""
VENV, INSTALL, BUILD = (
    "1 -m venv --clear",
    "1 -m pip --disable-pip-version-check",
    "1 -m mkdocs build",
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that nothing has been installed for, in a folder with an unusual name."""
    folder = tmp_path / 'Råd og «vedtak» $HOME\'s "2026"'
    folder.mkdir()
    shutil.copy(ROOT / "Makefile", folder)
    for lock in ("requirements.lock", "requirements-dev.lock"):
        (folder / lock).touch()
    stand_in = tmp_path / "python"
    stand_in.write_text(STAND_IN)
    stand_in.chmod(0o755)
    return folder


def make(project: Path, *targets: str) -> subprocess.CompletedProcess[str]:
    stand_in = str(project.parent / "python")
    return subprocess.run(
        ["make", *targets, f"PYTHON={stand_in}"],
        cwd=project,
        env={**os.environ, "PYTHON_STAND_IN": stand_in, "PYTHONUTF8": "0"},
        capture_output=True,
        text=True,
        check=False,
    )


def calls(project: Path, *targets: str) -> list[str]:
    """What Python was asked for, in the order that it was asked."""
    (project / "calls").write_text("")
    done = make(project, *targets)
    assert done.returncode == 0, done.stderr
    return (project / "calls").read_text().splitlines()


def test_the_first_command_installs_and_the_second_does_not(project: Path) -> None:
    assert calls(project, "build") == [VENV, INSTALL, BUILD]
    assert calls(project, "build") == [BUILD]
    assert calls(project, "setup-dev") == [INSTALL]
    assert calls(project, "setup", "setup-dev") == []


def test_other_packages_are_installed_into_what_is_there(project: Path) -> None:
    calls(project, "build")
    os.utime(project / "requirements.lock", (2e9, 2e9))
    assert calls(project, "build") == [INSTALL, BUILD]


def test_a_set_up_that_was_cut_off_begins_anew(project: Path) -> None:
    calls(project, "build")
    (project / ".venv/.installed").unlink()
    assert calls(project, "build") == [VENV, INSTALL, BUILD]


@pytest.mark.parametrize("change", ["removed", "replaced by another version"])
def test_a_python_that_is_gone_is_replaced(project: Path, change: str) -> None:
    calls(project, "setup-dev")
    python = project / ".venv/bin/python"
    python.unlink()
    if change != "removed":
        python.write_text("#!/bin/sh\nexit 1\n")
        python.chmod(0o755)
    assert calls(project, "setup-dev") == [VENV, INSTALL, INSTALL]


def test_packages_that_cannot_be_had_are_told_of_with_what_may_help(project: Path) -> None:
    (project / "offline").touch()
    done = make(project, "serve")
    assert done.returncode == 2
    assert "Er maskinen på nett?" in done.stderr
    assert "make PYTHON=python3.13" in done.stderr
