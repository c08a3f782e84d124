"""Says what is wrong in whole lines, where a plain comparison would cut them off."""

from __future__ import annotations

from collections.abc import Collection, Iterable

LIMIT = 60


def none(faults: Iterable[object]) -> None:
    """Fail with the faults, one a line, if there are any."""
    lines: Collection[str] = [str(fault) for fault in faults]
    if lines:
        shown = list(lines)[:LIMIT]
        more = [f"... and {len(lines) - LIMIT} more"] if len(lines) > LIMIT else []
        raise AssertionError("\n".join([f"{len(lines)} faults:", *shown, *more]))
