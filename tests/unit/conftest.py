"""Property tests on a busy machine: the same examples each time, and no stop-watch."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.load_profile("repeatable")
