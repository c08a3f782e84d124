"""Makes sure that the browser, the servers and the HTML checker are there before any test starts.

``make test`` runs this first, so that what is missing is said once and early.
"""

from __future__ import annotations

import subprocess
import sys

from tests.support import apache, chromium, nginx, nu, web_servers


def main() -> int:
    """Provide everything; 1 with one sentence of advice when that is not possible."""
    try:
        browser = chromium.provide()
        servers = (nginx.provide(), apache.provide())
    except (chromium.ChromiumMissing, web_servers.ServerMissing) as missing:
        print(missing, file=sys.stderr)
        return 1
    version = subprocess.run(
        [str(browser), "--version"], capture_output=True, text=True, check=True
    )
    print(f"Browser: {version.stdout.strip()}")
    print(f"Web servers: {', '.join(servers)}")
    command = [str(nu.java()), "-jar", str(nu.jar()), "--version"]
    checker = subprocess.run(command, capture_output=True, text=True, check=True)
    print(f"HTML checker: {checker.stdout.strip()}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
