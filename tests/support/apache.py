"""Runs Debian's Apache with the project's own ``.htaccess`` over a copy of a built folder."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.support import web_servers
from tests.support.building import ROOT

CONFIGURATION = ROOT / "publishing" / "apache" / "casebook.htaccess"
INSTALL = "apt-get update && apt-get install -y --no-install-recommends apache2-bin"
MODULES = Path("/usr/lib/apache2/modules")
_LOADED = "mpm_event authz_core alias deflate dir filter headers mime setenvif".split()
_FRAME = """\
{modules}
ServerName localhost
ServerRoot {folder}
PidFile {folder}/apache.pid
DefaultRuntimeDir {folder}
ErrorLog {folder}/error.log
User {user}
Listen 127.0.0.1:{port}
TypesConfig {folder}/mime.types
DocumentRoot {site}
<Directory {site}>
  AllowOverride All
  Require all granted
</Directory>
"""


def provide() -> str:
    """The Apache to use; installed when this is root on Debian."""
    return web_servers.provide("apache2", INSTALL)


@contextmanager
def serve(site: Path) -> Iterator[str]:
    """Serve a built folder until the block ends, with redirects at the end of ``.htaccess``."""
    with TemporaryDirectory() as scratch:
        Path(scratch).chmod(0o755)  # started by root, Apache reads files as another user
        with _serve(site, Path(scratch)) as address:
            yield address


@contextmanager
def _serve(site: Path, folder: Path) -> Iterator[str]:
    copy = folder / "site"
    shutil.copytree(site, copy)
    parts = (CONFIGURATION, site / "_redirects.apache")
    (copy / ".htaccess").write_text("\n".join(p.read_text(encoding="utf-8") for p in parts))
    (folder / "mime.types").write_text("text/html html\ntext/css css\ntext/javascript js\n")
    port = web_servers.free_port()
    loaded = "\n".join(f"LoadModule {m}_module {MODULES}/mod_{m}.so" for m in _LOADED)
    user = "www-data" if os.geteuid() == 0 else os.environ.get("USER", "nobody")
    written = _FRAME.format(modules=loaded, folder=folder, port=port, site=copy, user=user)
    (folder / "apache.conf").write_text(written, encoding="utf-8")
    command = [provide(), "-X", "-f", str(folder / "apache.conf")]
    with web_servers.running(command, port, folder / "error.log"):
        yield f"http://127.0.0.1:{port}"
