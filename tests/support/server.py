"""Serves a built folder like a static host: index pages, 404 page, content types, ``_headers``.

It can serve under a path below the root, and remembers every address that it could not answer.
"""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar
from urllib.parse import unquote, urlsplit

TYPES = {
    ".csv": "text/csv; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".jsonld": "application/ld+json; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".xml": "application/xml; charset=utf-8",
}

Rules = list[tuple[str, list[tuple[str, str]]]]
"""The ``_headers`` file: path patterns, each with its header lines; ``! Name`` takes one away."""


def read_headers_file(text: str) -> Rules:
    """Reads the format that the common static hosts share."""
    rules: Rules = []
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if not line[0].isspace():
            rules.append((line.strip(), []))
        elif line.strip().startswith("!"):
            rules[-1][1].append((line.strip()[1:].strip(), ""))
        else:
            name, _, value = line.strip().partition(":")
            rules[-1][1].append((name.strip(), value.strip()))
    return rules


@cache
def _pattern(written: str) -> re.Pattern[str]:
    """A path pattern: ``*`` is anything, ``:name`` one part of a path."""
    parts = re.split(r"(\*|:[a-z]+)", written)
    kinds = {"*": ".*", ":": "[^/]+"}
    return re.compile("".join(kinds.get(part[:1], re.escape(part)) for part in parts))


def headers_for(rules: Rules, path: str) -> dict[str, str]:
    """The extra headers of one path; later rules win."""
    found: dict[str, str] = {}
    for pattern, lines in rules:
        if not _pattern(pattern).fullmatch(path):
            continue
        for name, value in lines:
            found.pop(name.lower(), None)
            if value:
                found[name.lower()] = value
    return found


@dataclass(slots=True)
class SiteServer:
    """A running server of one built folder."""

    root: Path
    prefix: str = "/"
    """The path that the site stands under, with a slash at both ends."""
    origin: str = ""
    missing: list[str] = field(default_factory=list)
    """Paths that were asked for and are not there."""

    @property
    def url(self) -> str:
        """The address of the front page."""
        return self.origin + self.prefix

    def address(self, path: str) -> str:
        """The full address of a path of the site, such as ``/sak/…/``."""
        return self.url + path.lstrip("/")

    def resolve(self, path: str) -> Path | None:
        """The file that answers a path of the site."""
        target = (self.root / unquote(path).lstrip("/")).resolve()
        if not target.is_relative_to(self.root.resolve()):
            return None
        if target.is_dir():
            target /= "index.html"
        return target if target.is_file() else None


@contextmanager
def serve(root: Path, prefix: str = "/") -> Iterator[SiteServer]:
    """Serve a folder on a free port until the block ends."""
    site = SiteServer(root, prefix)
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), _handler(site))
    site.origin = f"http://127.0.0.1:{httpd.server_address[1]}"
    thread = Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        httpd.shutdown()
        thread.join()
        httpd.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    site: ClassVar[SiteServer]
    rules: ClassVar[Rules]

    def do_GET(self) -> None:
        asked = urlsplit(self.path).path
        path = "/" + asked.removeprefix(self.site.prefix).lstrip("/")
        target = self.site.resolve(path) if asked.startswith(self.site.prefix) else None
        if target and target.name == "index.html" and not asked.endswith(("/", ".html")):
            self._send(301, b"", {"location": asked + "/"})
        elif target:
            self._send(200, target.read_bytes(), self._headers(target, path))
        else:
            self._send_missing(asked, path)

    do_HEAD = do_GET  # noqa: N815 - http.server names it

    def _headers(self, target: Path, path: str) -> dict[str, str]:
        guess = TYPES.get(target.suffix) or mimetypes.guess_type(target.name)[0]
        extra = headers_for(self.rules, path)
        return {"content-type": guess or "application/octet-stream", **extra}

    def _send_missing(self, asked: str, path: str) -> None:
        self.site.missing.append(asked)
        page = self.site.root / "404.html"
        if page.exists():
            self._send(404, page.read_bytes(), self._headers(page, path))
        else:
            self._send(404, b"not found", {"content-type": "text/plain"})

    def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Keep the test output quiet."""


def _handler(site: SiteServer) -> type[_Handler]:
    headers_file = site.root / "_headers"
    found = read_headers_file(headers_file.read_text()) if headers_file.exists() else []

    class Handler(_Handler):
        pass

    Handler.site = site
    Handler.rules = found
    return Handler
