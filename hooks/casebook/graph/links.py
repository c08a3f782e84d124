"""Links in running text: which record or file a written target stands for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from casebook.graph.graph import Graph

_RECORD_LINK = re.compile(
    r"(?:\.{0,2}/)*(?:[\w-]+/)*?(?P<id>[a-z0-9-]+?)(?:/case|/meeting|/process)?(?:\.md|/)?"
    r"(?P<anchor>#[\w-]+)?"
)


@dataclass(frozen=True, slots=True)
class RecordLink:
    """A record that a link names, and perhaps a place in it."""

    record_id: str
    anchor: str = ""


def is_outward(target: str) -> bool:
    """Whether a target is a whole address, or a place on the same page."""
    return "://" in target or target.startswith(("mailto:", "tel:", "#"))


def record_link(target: str) -> RecordLink | None:
    """The record that a target names by file (``../2021/x.md``), address (``/sak/x/``) or id."""
    match = _RECORD_LINK.fullmatch(target)
    if match is None:
        return None
    return RecordLink(match["id"], (match["anchor"] or "").removeprefix("#"))


def is_record(graph: Graph, record_id: str) -> bool:
    """Whether any record has an id."""
    return any(record_id in records for records in _registers(graph))


def record_ids(graph: Graph) -> list[str]:
    """Every id that a link may name."""
    return [record_id for records in _registers(graph) for record_id in records]


def published_names(graph: Graph, record_id: str) -> list[str]:
    """The files beside a record that it publishes, in order, each once."""
    if record_id in graph.cases:
        attachments = graph.cases[record_id].attachments
        named = [a.file for a in attachments if a.file and a.exempt is None]
    elif record_id in graph.meetings:
        named = [document.file for document in graph.meetings[record_id].documents if document.file]
    else:
        return []
    present = graph.files.get(record_id, {})
    return [name for name in dict.fromkeys(named) if name in present]


def _registers(graph: Graph) -> tuple[Mapping[str, object], ...]:
    return (graph.cases, graph.meetings, graph.processes, graph.bodies, graph.municipalities)
