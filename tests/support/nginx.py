"""Runs Debian's nginx with the project's own configuration over a built folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.support import web_servers
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


def provide() -> str:
    """The nginx to use; installed when this is root on Debian."""
    return web_servers.provide("nginx", INSTALL)


@contextmanager
def serve(site: Path) -> Iterator[str]:
    """Serve a built folder until the block ends; gives the address."""
    with TemporaryDirectory() as scratch, _serve(site, Path(scratch)) as address:
        yield address


@contextmanager
def _serve(site: Path, folder: Path) -> Iterator[str]:
    port = web_servers.free_port()
    written = CONFIGURATION.read_text(encoding="utf-8")
    written = written.replace("/srv/casebook/site", str(site))
    written = written.replace("listen 80;", f"listen 127.0.0.1:{port};")
    (folder / "casebook.conf").write_text(written, encoding="utf-8")
    main = folder / "nginx.conf"
    main.write_text(_FRAME.format(folder=folder), encoding="utf-8")
    command = [provide(), "-p", str(folder), "-c", str(main), "-e", str(folder / "error.log")]
    with web_servers.running(command, port, folder / "error.log"):
        yield f"http://127.0.0.1:{port}"
