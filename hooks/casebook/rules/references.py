"""References that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from casebook.diagnostics import Diagnostic, finding
from casebook.graph import Graph
from casebook.model.values import Record
from casebook.schema.compounds import Many, Nested
from casebook.schema.fields import Field, RecordType
from casebook.schema.scalars import Reference
from casebook.schema.suggestions import nearest
from casebook.schema.tables import CASE, MEETING, PROCESS, REGION

_REGISTERS = {
    "body": {"bodies"},
    "municipality": {"municipalities"},
    "topic": {"topics"},
    "owner": {"bodies", "owners"},
}


def unknown_references(graph: Graph, unread: frozenset[str]) -> Iterator[Diagnostic]:
    """Every reference in every record names a record that exists, if only as an unreadable file."""
    known = {**known_ids(graph)}
    for kind in ("case", "meeting", "process"):
        known[kind] |= unread
    for kind, registers in _REGISTERS.items():
        if registers & graph.region.origin.unread:
            del known[kind]  # an entry that could not be read may be the one that is named
    yield from _check(graph.region, REGION, known)
    for case in graph.cases.values():
        yield from _check(case, CASE, known)
    for meeting in graph.meetings.values():
        yield from _check(meeting, MEETING, known)
    for process in graph.processes.values():
        yield from _check(process, PROCESS, known)


def known_ids(graph: Graph) -> Mapping[str, frozenset[str]]:
    """Which ids each kind of reference may name."""
    municipalities = frozenset(graph.municipalities)
    owners = {*graph.owners, *graph.bodies, *(f"kommune:{key}" for key in municipalities)}
    return {
        "case": frozenset(graph.cases),
        "meeting": frozenset(graph.meetings),
        "process": frozenset(graph.processes),
        "body": frozenset(graph.bodies),
        "municipality": municipalities,
        "topic": frozenset(graph.topics),
        "owner": frozenset(owners),
    }


def _check(
    record: Record, record_type: RecordType, known: Mapping[str, frozenset[str]]
) -> Iterator[Diagnostic]:
    for field in record_type.fields:
        value = getattr(record, field.name)
        if not value:
            continue
        inner = field.type.item if isinstance(field.type, Many) else field.type
        values = value if isinstance(value, tuple) else (value,)
        if isinstance(inner, Reference):
            yield from _check_ids(record, field, inner, values, known)
        elif isinstance(inner, Nested):
            for nested in values:
                if isinstance(nested, Record):
                    yield from _check(nested, inner.record(), known)


def _check_ids(
    record: Record,
    field: Field,
    reference: Reference,
    values: tuple[str, ...],
    known: Mapping[str, frozenset[str]],
) -> Iterator[Diagnostic]:
    candidates = known.get(reference.target, frozenset(values))
    spans = record.origin.spans
    for place, value in enumerate(values):
        if value in candidates:
            continue
        span = spans.get(f"{field.name}.{place}") or record.origin.at(field.name)
        yield finding(
            "unknown-reference",
            span,
            suggestion=_several(value, candidates) or nearest(value, candidates),
            value=value,
            kind=f"@kind.{reference.target}",
        )


def _several(value: str, candidates: frozenset[str]) -> str | None:
    """The list that was meant, for ids written after each other without brackets."""
    parts = [part.strip(" -") for part in re.split(r"[,;]|\s+-?", value)]
    named = [part for part in parts if part]
    if len(named) > 1 and candidates.issuperset(named):
        return f"[{', '.join(named)}]"
    return None
