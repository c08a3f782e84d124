"""Reads the history of the content folder in one pass; without one, nothing is known of it."""

from __future__ import annotations

import subprocess
from pathlib import Path


def is_shallow(root: Path) -> bool:
    """Whether the content lies in a clone that lacks a part of its history."""
    return _git(root, "rev-parse", "--is-shallow-repository").strip() == "true"


def _git(root: Path, *arguments: str) -> str:
    """What a Git command says; empty when there is no Git or no repository."""
    command = ["git", "-c", "core.quotePath=false", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=60)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""
