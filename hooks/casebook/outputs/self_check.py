"""A cheap look at every machine-readable output before it is published.

It finds what would break a reader: JSON or XML that cannot be parsed, an entry without a title, a
calendar line that is too long, a table whose rows differ in length. It trusts nothing that made it.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from defusedxml import ElementTree as Tree

from casebook.diagnostics import Diagnostic, Span, finding
from casebook.outputs.turtle_check import turtle_problems

_ATOM = "{http://www.w3.org/2005/Atom}"
_WIDEST = 75
_LARGE = 1_000_000
"""So many bytes of a list are looked at, and then one record in a hundred."""
_LONGEST_CELL = 2**31 - 1
"""Characters in a cell of a table; the reader's own limit is shorter than a long decision."""
_OTHERS = ("assets/", "bilde/", "sok/")


def is_machine_output(uri: str) -> bool:
    """Whether a file is one that other programmes read; attachments are not ours to judge."""
    if uri.startswith(_OTHERS) or "/vedlegg/" in uri:
        return False
    return "." + uri.rpartition(".")[2] in _CHECKS


def frame_of(lines: Iterable[bytes]) -> bytes:
    """A list without most of its records, which stand one on a line, when it is large.

    They are all made alike, so a sample is enough.
    """
    kept: list[bytes] = []
    room = _LARGE
    for place, line in enumerate(lines):
        is_record = line.startswith(b"{") and line.endswith(b"},\n")
        if not is_record or room > 0 or place % 100 == 1:
            kept.append(line)
            room -= len(line)
    return b"".join(kept)


def check_output(uri: str, content: bytes) -> Iterator[Diagnostic]:
    """What is wrong with one machine-readable file, or with the frame of a large one."""
    check = _CHECKS["." + uri.rpartition(".")[2]]
    try:
        problems = list(check(content))
    except (AttributeError, ValueError, KeyError, TypeError, csv.Error, Tree.ParseError) as error:
        problems = [str(error) or type(error).__name__]
    for problem in problems:
        yield finding("broken-output", Span(uri), file=uri, problem=problem)


def _json(content: bytes) -> Iterator[str]:
    data = json.loads(content)
    if not isinstance(data, dict):
        yield "not an object"
    elif str(data.get("version")).startswith("https://jsonfeed.org/"):
        yield from _titles("item", (item.get("title") for item in data["items"]))
    elif data.get("record") in ("case", "meeting", "process"):
        yield from _record(data)


def _record(data: Mapping[str, Any]) -> Iterator[str]:
    missing = [name for name in ("schema", "id", "url", "language") if not data.get(name)]
    if missing:
        yield f"without {', '.join(missing)}"
    untitled = data["record"] != "meeting" and not data.get("title")
    if untitled and not data.get("removed") and "exempt" not in data:
        yield "without a title"


def _xml(content: bytes) -> Iterator[str]:
    root = Tree.fromstring(content)
    if root.tag == f"{_ATOM}feed":
        titles = [root.find(f"{_ATOM}title"), *root.iterfind(f"{_ATOM}entry/{_ATOM}title")]
        yield from _titles("entry", (title.text if title is not None else "" for title in titles))
        ids = [found.text for found in root.iter(f"{_ATOM}id")]
        if len(ids) != len(set(ids)):
            yield "two entries with one id"


def _titles(kind: str, titles: Iterator[object]) -> Iterator[str]:
    for place, title in enumerate(titles, start=1):
        if not str(title or "").strip():
            yield f"{kind} {place} without a title"


def _calendar(content: bytes) -> Iterator[str]:
    lines = content.split(b"\r\n")
    if lines.pop() != b"" or any(b"\n" in line for line in lines):
        yield "a line that does not end in CRLF"
    if any(len(line) > _WIDEST for line in lines):
        yield "a line of more than 75 octets"
    opened = [line[6:] for line in lines if line.startswith(b"BEGIN:")]
    closed = [line[4:] for line in lines if line.startswith(b"END:")]
    if sorted(opened) != sorted(closed):
        yield "a component that is not closed"
    if b"SUMMARY:" in lines:
        yield "an event without a title"


def _table(content: bytes) -> Iterator[str]:
    csv.field_size_limit(_LONGEST_CELL)
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";")
    header = next(rows, [])
    if not header or not all(header):
        yield "without a header"
    for place, row in enumerate(rows, start=2):
        if len(row) != len(header):
            yield f"row {place} has {len(row)} cells, the header {len(header)}"


def _turtle(content: bytes) -> Iterator[str]:
    yield from turtle_problems(content.decode())


def _text(content: bytes) -> Iterator[str]:
    if not content.decode().strip():
        yield "empty"


_CHECKS: Mapping[str, Callable[[bytes], Iterator[str]]] = {
    ".json": _json,
    ".xml": _xml,
    ".ics": _calendar,
    ".csv": _table,
    ".ttl": _turtle,
    ".md": _text,
    ".txt": _text,
}
