"""What the tests of real web servers share: finding one, starting it, waiting for it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path


class ServerMissing(RuntimeError):
    """There is no such server, and this process may not install it."""


def provide(name: str, install: str) -> str:
    """The server's programme; installed when this is root on Debian."""
    found = _find(name)
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["sh", "-c", install], env=environment, capture_output=True, check=False)
        found = _find(name)
    if found is None:
        raise ServerMissing(f"These tests need {name}. Run: {install}")
    return found


def _find(name: str) -> str | None:
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin")


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@contextmanager
def running(command: Sequence[str], port: int, log: Path) -> Iterator[None]:
    """A server that answers, until the block ends."""
    started = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(port, started, log)
        yield
    finally:
        started.terminate()
        started.wait(timeout=30)


def _wait(port: int, started: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(600):
        if started.poll() is not None:
            told = log.read_text() if log.exists() else ""
            raise AssertionError(f"the server stopped: {told}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("the server does not answer")
