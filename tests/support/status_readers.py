"""Reads where a follow-up stands out of each output, the way that a user of that output would.

Each reader gets the text of a file and yields what the file says of the follow-up with the id
``ID`` and the action ``ACTION``. A file that names the action and has no reader is found by
``reader_for``, so a new output cannot be forgotten.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from casebook.i18n import Words

ID = "rapport"
ACTION = "Rapportmerke"
WORDS = Words("nb")
OVERDUE, SILENT = WORDS("status_over-frist"), WORDS("status_stille")
_STATUS = {WORDS(f"status_{code}"): code for code in (
    "ikke-startet", "pågår", "delvis-utført", "utført", "bortfalt", "overført", "ukjent",
    "ikke-registrert",
)}  # fmt: skip
_ACTION_STATUS = {
    "CompletedActionStatus": {"utført"},
    "FailedActionStatus": {"bortfalt"},
    "ActiveActionStatus": {"pågår", "delvis-utført"},
    "PotentialActionStatus": {"ikke-startet", "ukjent", "ikke-registrert", "overført"},
}


@dataclass(frozen=True, slots=True)
class Truth:
    """Where the follow-up stands, worked out by the test itself."""

    status: str
    open: bool
    overdue: bool
    silent: bool
    group: str
    due: bool
    """Whether the deadline is a date."""
    logged: tuple[str, ...]
    """The status of each entry in order of time."""
    published: tuple[str, ...]
    """The same, of entries that have a date which has come."""


Reader = Callable[[str, Truth], Iterator[str]]
"""Yields what a file says that is not so."""


def reader_for(uri: str) -> Reader | None:
    """The reader of a file by its address; None when nobody reads such a file."""
    return next((read for pattern, read in _READERS.items() if fnmatch(uri, pattern)), None)


def _badges(node: LexborNode) -> set[str]:
    return {badge.text(strip=True) for badge in node.css(".badge")}


def _page(text: str, truth: Truth) -> Iterator[str]:
    """Cards, lines and rows, each with its badges; and the thread, entry by entry."""
    tree = LexborHTMLParser(text)
    wanted = {WORDS(f"status_{truth.status}")}
    wanted |= {OVERDUE} if truth.overdue else set()
    wanted |= {SILENT} if truth.silent else set()
    cards = [node.css_first(".badges") for node in tree.css("article.follow-up")]
    lines = [node.css_first(".badges") for node in tree.css(".follow-line")]
    rows = [node for node in tree.css("tr") if ACTION in node.text()]
    places = [node for node in (*cards, *lines, *rows) if node is not None]
    told = [node for node in tree.css("li.tl-follow-up") if ACTION in node.text()]
    if not places and not told:
        yield "no place on the page says how it stands"
    yield from (f"badges {_badges(node)}" for node in places if _badges(node) != wanted)
    group = [g.attributes["aria-labelledby"] for g in tree.css("[data-board-group]")
             if ACTION in g.text()]  # fmt: skip
    if group and group != [truth.group]:
        yield f"group {group}"
    for node in tree.css('script[type="application/ld+json"]'):
        yield from _linked(json.loads(node.text()), truth)


def _linked(data: object, truth: Truth) -> Iterator[str]:
    for found in _dicts(data):
        if found.get("@type") == "Action" and found.get("name") == ACTION:
            status = str(found["actionStatus"]).rpartition("/")[2]
            if truth.status not in _ACTION_STATUS[status]:
                yield f"JSON-LD {status}"


def _dicts(data: object) -> Iterator[Mapping[str, Any]]:
    if isinstance(data, dict):
        yield data
        for value in data.values():
            yield from _dicts(value)
    if isinstance(data, list):
        for value in data:
            yield from _dicts(value)


def _record(text: str, truth: Truth) -> Iterator[str]:
    """JSON of records: the follow-up wherever it stands."""
    found = [d for d in _dicts(json.loads(text)) if d.get("id") == ID and "overdue" in d]
    if not found:
        yield "no follow-up in the JSON"
    for data in found:
        said = (
            data.get("status") or "ikke-registrert",
            data["open"],
            data["overdue"],
            data["silent"],
        )
        if said != (truth.status, truth.open, truth.overdue, truth.silent):
            yield f"JSON {said}"


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))


def _board_table(text: str, truth: Truth) -> Iterator[str]:
    (row,) = _rows(text)
    if _STATUS[row["status"]] != truth.status:
        yield f"CSV {row['status']}"
    if (OVERDUE in row["merknad"]) is not truth.overdue:
        yield f"CSV {row['merknad']}"


def _data_table(text: str, truth: Truth) -> Iterator[str]:
    (row,) = _rows(text)
    flags = tuple(row[name] == "true" for name in ("apen", "over_frist", "stille"))
    if (row["status"] or "ikke-registrert", *flags) != (
        truth.status, truth.open, truth.overdue, truth.silent,
    ):  # fmt: skip
        yield f"data table {row}"


def _log_table(text: str, truth: Truth) -> Iterator[str]:
    found = tuple(row["status"] or "ikke-registrert" for row in _rows(text))
    if found != truth.logged:
        yield f"log {found}"


def _case_table(text: str, truth: Truth) -> Iterator[str]:
    (row,) = _rows(text)
    if row["apne_oppfolginger"] != str(int(truth.open)):
        yield f"open in cases: {row['apne_oppfolginger']}"


def _work_list(text: str, truth: Truth) -> Iterator[str]:
    found = [row["hva"] for row in _rows(text) if row["gjelder"] == ACTION]
    late = truth.group in {"overdue", "silent"}
    if found != ([WORDS(f"board.{truth.group}")] if late else []):
        yield f"work list {found}"


def _atom(text: str, truth: Truth) -> Iterator[str]:
    titles = re.findall(rf"<title>([^<]*): {ACTION}[^<]*</title>", text)
    yield from _entries(titles, truth)


def _json_feed(text: str, truth: Truth) -> Iterator[str]:
    titles = [item["title"] for item in json.loads(text)["items"]]
    yield from _entries([t.partition(":")[0] for t in titles if ACTION in t], truth)


def _entries(titles: list[str], truth: Truth) -> Iterator[str]:
    found = sorted(_STATUS[title] for title in titles)
    if found != sorted(truth.published):
        yield f"feed {found}"


def _calendar(text: str, truth: Truth) -> Iterator[str]:
    if (ACTION in text) is not (truth.open and truth.due):
        yield "calendar has the deadline of what is closed, or lacks that of what is open"


def _markdown(text: str, truth: Truth) -> Iterator[str]:
    (line,) = (line for line in text.split("\n") if line.startswith(f"- {ACTION}"))
    status = re.split(r"[.(]", line.partition(": ")[2])[0].strip()
    if _STATUS[status] != truth.status or (OVERDUE.lower() in line) is not truth.overdue:
        yield f"Markdown {line}"


def _excerpt(text: str, truth: Truth) -> Iterator[str]:
    """An embed lists what is open, and says when it is late."""
    if (ACTION in text) is not truth.open:
        yield "an excerpt lists what is closed, or lacks what is open"
    elif (OVERDUE in text) is not truth.overdue:
        yield "an excerpt is silent about the deadline, or wrong"


def _front(text: str, truth: Truth) -> Iterator[str]:
    """The front page counts."""
    part = LexborHTMLParser(text).css_first(".front-follow")
    shown = " ".join(part.text().split()) if part is not None else ""
    wanted = {
        "front_overdue": truth.overdue,
        "front_silent": truth.silent and not truth.overdue,
        "front_open": truth.open,
        "front_done": truth.group == "done",
    }
    for key, value in wanted.items():
        if f"{int(value)} {WORDS(key)}" not in shown:
            yield f"front page {key}: {shown}"


def _late(text: str, truth: Truth) -> Iterator[str]:
    """Open and overdue by owner; a file that is there has somebody with something open."""
    for row in _rows(text):
        if (row["Åpne"], row["Over frist"]) != (str(int(truth.open)), str(int(truth.overdue))):
            yield f"figures {row}"


_READERS: Mapping[str, Reader] = {
    "index.html": _front,
    "embed/*": _excerpt,
    "sak/*/oembed.json": _excerpt,
    "sak/*/sak.json": _record,
    "prosess/*/prosess.json": _record,
    "data/saker.json": _record,
    "data/prosesser.json": _record,
    "data/oparl/papers.json": _record,
    "data/oppfolginger.csv": _data_table,
    "data/oppfolgingslogg.csv": _log_table,
    "data/saker.csv": _case_table,
    "feed/*.xml": _atom,
    "feed/*.json": _json_feed,
    "kalender/frister.ics": _calendar,
    "sak/*/sak.md": _markdown,
    "prosess/*/prosess.md": _markdown,
    "oppfolging/*.csv": _board_table,
    "status/arbeidsliste.csv": _work_list,
    "tall/late-by-*.csv": _late,
    "oppfolging/*index.html": _page,
    "sak/*/index.html": _page,
    "prosess/*/index.html": _page,
    "kommune/*/index.html": _page,
}
