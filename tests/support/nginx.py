"""Runs Debian's nginx with the project's own configuration over a built folder."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.building import ROOT

CONFIGURATION = ROOT / "publishing" / "nginx" / "casebook.conf"
INSTALL = "apt-get update && apt-get install -y --no-install-recommends nginx-light"
_FRAME = """\
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
  access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  include {folder}/casebook.conf;
}}
"""


class NginxMissing(RuntimeError):
    """There is no nginx, and this process may not install it."""


def provide() -> str:
    """The nginx to use; installed when this is root on Debian."""
    found = _find()
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["sh", "-c", INSTALL], env=environment, capture_output=True, check=False)
        found = _find()
    if found is None:
        raise NginxMissing(f"These tests need nginx. Run: {INSTALL}")
    return found


def _find() -> str | None:
    return shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")


@contextmanager
def serve(site: Path, folder: Path) -> Iterator[str]:
    """Serve a built folder until the block ends; gives the address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    written = CONFIGURATION.read_text(encoding="utf-8")
    written = written.replace("/srv/casebook/site", str(site))
    written = written.replace("listen 80;", f"listen 127.0.0.1:{port};")
    (folder / "casebook.conf").write_text(written, encoding="utf-8")
    main = folder / "nginx.conf"
    main.write_text(_FRAME.format(folder=folder), encoding="utf-8")
    command = [provide(), "-p", str(folder), "-c", str(main), "-e", str(folder / "error.log")]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(port, running, folder / "error.log")
        yield f"http://127.0.0.1:{port}"
    finally:
        running.terminate()
        running.wait(timeout=10)


def _wait(port: int, running: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(100):
        if running.poll() is not None:
            told = log.read_text() if log.exists() else ""
            raise AssertionError(f"nginx stopped: {told}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("nginx does not answer")
