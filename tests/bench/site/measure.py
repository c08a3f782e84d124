"""Runs one command and measures it from outside: wall and processor time, and memory of its tree."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Measured:
    """What one run of a command took."""

    wall: float
    """Seconds."""
    processor: float
    """User and system seconds of the process and its children."""
    memory: int
    """Highest sum of proportional set sizes of the process tree, in bytes."""


def measure(command: list[str], cwd: Path, environment: Mapping[str, str]) -> Measured:
    """Run a command to its end.

    Raises:
        RuntimeError: The command failed; the message holds what it printed last.
    """
    log = cwd / "measured.log"
    with log.open("wb") as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=cwd, stdout=output, stderr=output, env={**os.environ, **environment}
        )
        sampler = _Sampler(process.pid)
        sampler.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        sampler.stop()
    if process.returncode:
        raise RuntimeError(log.read_text("utf-8", "replace")[-2000:])
    return Measured(wall, usage.ru_utime + usage.ru_stime, sampler.highest)


class _Sampler(threading.Thread):
    """Looks at the memory of a process tree ten times a second."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid = pid
        self._running = True
        self.highest = 0

    def run(self) -> None:
        while self._running:
            self.highest = max(self.highest, sum(map(_memory, _tree(self._pid))))
            time.sleep(0.1)

    def stop(self) -> None:
        """End the sampling."""
        self._running = False
        self.join()


def _tree(pid: int) -> Iterator[int]:
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return
    for child in children:
        yield from _tree(int(child))


def _memory(pid: int) -> int:
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0
