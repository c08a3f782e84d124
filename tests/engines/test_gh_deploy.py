"""``mkdocs gh-deploy`` publishes the whole site, and refuses a clone without the whole history."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.support.building import run_mkdocs
from tests.support.tiny import TinyProject, write_tiny

IDENTITY = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "x"), ("EMAIL", "x@example.org"))
}


def _git(folder: Path, *arguments: str) -> str:
    fixed = {**os.environ, **IDENTITY, "GIT_CONFIG_GLOBAL": os.devnull}
    command = ["git", "-C", str(folder), *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=fixed)
    return done.stdout


@pytest.fixture
def project(tmp_path: Path) -> TinyProject:
    """A project with two commits and a remote."""
    _git(tmp_path, "init", "-q", "--bare", "remote.git")
    project = write_tiny(tmp_path / "project")
    _git(project.root, "init", "-q", "-b", "main")
    (project.root / ".gitignore").write_text(".*\nsite\n", encoding="utf-8")
    for text in ("Rådet vil ha flere busser.", "Rådet vil ha mange busser."):
        project.write_case(text)
        _git(project.root, "add", "-A")
        _git(project.root, "commit", "-q", "-m", "x")
    _git(project.root, "remote", "add", "origin", str(tmp_path / "remote.git"))
    _git(project.root, "push", "-q", "origin", "main")
    return project


def _deploy(project: TinyProject) -> subprocess.CompletedProcess[str]:
    return run_mkdocs("gh-deploy", "--strict", "-f", "mkdocs.yml", cwd=project.root, env=IDENTITY)


def test_deploys_every_file_of_the_site(project: TinyProject, tmp_path: Path) -> None:
    done = _deploy(project)
    assert done.returncode == 0, done.stderr
    listed = _git(tmp_path / "remote.git", "ls-tree", "-r", "--name-only", "gh-pages").split()
    built = [p.relative_to(project.site).as_posix() for p in project.site.rglob("*") if p.is_file()]
    assert sorted(built) == sorted(name for name in listed if name != ".nojekyll")
    assert "sak/2025-01-buss/index.html" in listed


def test_shallow_clone_is_built_with_a_warning_and_never_deployed(
    project: TinyProject, tmp_path: Path
) -> None:
    remote = tmp_path / "remote.git"
    _git(tmp_path, "clone", "-q", "--depth=1", "-b", "main", f"file://{remote}", "shallow")
    clone = TinyProject(tmp_path / "shallow")
    done = _deploy(clone)
    assert done.returncode != 0
    assert "git fetch --unshallow" in done.stderr
    assert "gh-pages" not in _git(remote, "branch")
    built = run_mkdocs("build", "--strict", "-f", "mkdocs.yml", cwd=clone.root)
    assert built.returncode == 0, built.stderr
    assert "har ikke hele historikken" in built.stderr
