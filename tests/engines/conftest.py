"""What several tests of the engines need."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from casebook.engines import parallel


@pytest.fixture
def two_cores(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Two cores and one thread, whatever the machine and the test runner have."""
    (tmp_path / "tasks" / "1").mkdir(parents=True)
    monkeypatch.setattr(parallel, "_THREADS", tmp_path / "tasks")
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
