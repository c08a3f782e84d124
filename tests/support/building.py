"""Builds a site through the real engine, in a process of its own like a person would."""

from __future__ import annotations

import fcntl
import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DEMO = ROOT / "tests" / "fixtures" / "mkdocs.yml"
EPOCH = "1795388400"
"""2026-11-23 00:00 in Oslo, the day that the invented region's tests call today."""


TODAY = "2026-11-23"


class BuildFailed(AssertionError):
    """A build that should have worked did not."""


def run_mkdocs(
    *arguments: str,
    env: Mapping[str, str] | None = None,
    timeout: float = 300,
    cwd: Path = ROOT,
) -> subprocess.CompletedProcess[str]:
    """Run ``mkdocs``, from the root of the project, and return what came of it."""
    fixed = {"SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"}
    environment = {**os.environ, **fixed, **(env or {})}
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )


def build(target: Path, config: Path = DEMO, env: Mapping[str, str] | None = None) -> Path:
    """Build a site into a folder; a build that fails is shown whole."""
    arguments = ("build", "--strict", "--config-file", str(config), "--site-dir", str(target))
    done = run_mkdocs(*arguments, env=env)
    if done.returncode:
        raise BuildFailed(f"mkdocs {' '.join(arguments)} failed:\n{done.stdout}\n{done.stderr}")
    return target


def build_once(folder: Path, config: Path = DEMO) -> Path:
    """Build a site once for all the processes of a test run that name the same folder."""
    with locked(folder.with_suffix(".lock")):
        done, failed = folder / ".built", folder.with_suffix(".failed")
        if failed.exists():
            raise BuildFailed(failed.read_text())
        if not done.exists():
            try:
                build(folder / "site", config)
            except BuildFailed as error:
                failed.write_text(str(error))
                raise
            done.touch()
    return folder / "site"


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock file that other processes wait for."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def digests(folder: Path) -> dict[str, str]:
    """The checksum of every file in a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
