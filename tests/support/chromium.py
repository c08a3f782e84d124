"""Finds Chromium, or installs it where that is possible.

The order is the environment variable ``CHROMIUM``, the search path, and Debian's package when the
tests run as root. Otherwise the run stops with the one command that helps: a browser test that is
skipped proves nothing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_APPS = (
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)
INSTALL = "apt-get update && apt-get install -y chromium"


class ChromiumMissing(RuntimeError):
    """There is no Chromium, and this process may not install it."""


def find() -> Path | None:
    """The browser to use, if there is one."""
    named = os.environ.get("CHROMIUM")
    if named:
        return Path(named)
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    return next((app for app in MAC_APPS if app.exists()), None)


def provide() -> Path:
    """The browser to use, installed first if it has to be."""
    found = find() or _install()
    if found is None or not os.access(found, os.X_OK):
        raise ChromiumMissing(
            "The tests need Chromium. Install it with\n\n"
            f"    sudo sh -c '{INSTALL}'\n\n"
            "or set CHROMIUM to the path of a Chromium or Chrome."
        )
    return found


def _install() -> Path | None:
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    print("Installing Chromium (first time only) ...", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        ["sh", "-c", INSTALL], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise ChromiumMissing(f"'{INSTALL}' failed:\n{done.stderr[-2000:]}")
    return find()
