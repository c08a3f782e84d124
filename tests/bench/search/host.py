"""A host like the common static ones: compresses text, keeps connections open.

It can be as slow as a phone's line: the browser's own throttling does not reach workers, where some
engines do their fetching, so the waiting and the counting are done here, the same for all.
"""

from __future__ import annotations

import gzip
import mimetypes
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread

LATENCY = 0.15
BYTES_PER_SECOND = 1_600_000 / 8
_HEADERS = 200
"""What the headers of an answer weigh, about."""
_CHUNK = 2_000
_TEXT = ("text/", "application/json", "application/javascript", "image/svg+xml")


@lru_cache(maxsize=4_096)
def _packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6, mtime=0)


@dataclass(slots=True)
class Line:
    """The line between host and reader: what went over it, and how slow it is."""

    slow: bool = False
    sent: int = 0
    requests: int = 0
    _lock: Lock = field(default_factory=Lock)
    _free: float = 0.0

    def reset(self) -> None:
        """Count from nothing."""
        self.sent = self.requests = 0

    def carry(self, size: int) -> None:
        """Wait until some bytes have gone over the line, which all answers share."""
        with self._lock:
            self.sent += size
            now = time.monotonic()
            self._free = max(self._free, now) + size / BYTES_PER_SECOND
            wait = self._free - now
        if self.slow:
            time.sleep(wait)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    root: Path
    line: Line

    def do_GET(self) -> None:
        path = self.root / self.path.split("?")[0].lstrip("/")
        if path.is_dir():
            path /= "index.html"
        if not path.is_file():
            self.send_error(404)
            return
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        if path.suffix == ".js":
            kind = "text/javascript"
        text = kind.startswith(_TEXT) and path.suffix != ".gz"
        data = _packed(path) if text else path.read_bytes()
        self.line.requests += 1
        if self.line.slow:
            time.sleep(LATENCY)
        self.line.carry(_HEADERS)
        self.send_response(200)
        self.send_header("Content-Type", "application/gzip" if path.suffix == ".gz" else kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=600")
        if text:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        for start in range(0, len(data), _CHUNK):
            chunk = data[start : start + _CHUNK]
            self.line.carry(len(chunk))
            self.wfile.write(chunk)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def hosted(root: Path) -> Iterator[tuple[str, Line]]:
    """Serve a folder; yields its address and the line to it."""
    line = Line()
    handler = type("Handler", (_Handler,), {"root": root, "line": line})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/", line
    finally:
        server.shutdown()
        server.server_close()
