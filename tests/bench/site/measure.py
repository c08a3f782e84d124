"""Runs one command and measures it from outside: its time, or the memory of its process tree.

Time and memory are measured in different runs: whoever asks for the memory of a process makes it
wait, and most so when it is several processes on all cores.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_INTERVAL = 0.05
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class Time:
    """How long one run of a command took, in seconds."""

    wall: float
    processor: float
    """User and system time of the process and its children."""


def measure_time(command: list[str], cwd: Path, environment: Mapping[str, str]) -> Time:
    """Run a command to its end and time it.

    Raises:
        RuntimeError: The command failed; the message holds what it printed last.
    """
    start = time.perf_counter()
    with _running(command, cwd, environment) as process:
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    return Time(wall, usage.ru_utime + usage.ru_stime)


def measure_memory(command: list[str], cwd: Path, environment: Mapping[str, str]) -> int:
    """Run a command to its end; the highest sum of proportional set sizes of its tree, in bytes.

    Raises:
        RuntimeError: The command failed; the message holds what it printed last.
    """
    highest = 0
    with _running(command, cwd, environment) as process:
        while process.poll() is None:
            highest = max(highest, sum(map(_memory, _tree(process.pid))))
            time.sleep(_INTERVAL)
    return highest


@contextmanager
def _running(
    command: list[str], cwd: Path, environment: Mapping[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    log = cwd / "measured.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=cwd, stdout=output, stderr=output, env={**os.environ, **environment}
        )
        yield process
    if process.returncode:
        raise RuntimeError(log.read_text("utf-8", "replace")[-2000:])


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
