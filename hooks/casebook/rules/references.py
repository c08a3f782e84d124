"""References that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from casebook.diagnostics import Diagnostic, finding
from casebook.graph import Graph
from casebook.model.region import Region
from casebook.model.values import Record
from casebook.rules.vote_counts import all_votes
from casebook.schema.compounds import Many, Nested
from casebook.schema.fields import Field, RecordType
from casebook.schema.scalars import Reference
from casebook.schema.suggestions import fold, nearest
from casebook.schema.tables import CASE, MEETING, PROCESS, REGION
from casebook.schema.written_dates import likely_date

_REGISTERS = {
    "body": {"bodies"},
    "municipality": {"municipalities"},
    "topic": {"topics"},
    "owner": {"bodies", "owners", "municipalities"},
}
"""Where the region lists what each kind of reference may name."""


def unknown_references(graph: Graph, unread: frozenset[str]) -> Iterator[Diagnostic]:
    """Every reference in every record names a record that exists, if only as an unreadable file."""
    known = _known_ids(graph)
    for kind in ("case", "meeting", "process"):
        known[kind] |= unread
    for kind, registers in _REGISTERS.items():
        if any(_has_nameless(graph.region, register) for register in registers):
            del known[kind]  # an entry that could not be read may be the one that is named
    yield from _check(graph.region, REGION, known)
    for case in graph.cases.values():
        yield from _check(case, CASE, known)
    for meeting in graph.meetings.values():
        yield from _check(meeting, MEETING, known)
    for process in graph.processes.values():
        yield from _check(process, PROCESS, known)
    if "municipality" in known:
        yield from _voters(graph, known["municipality"])


def _known_ids(graph: Graph) -> dict[str, frozenset[str]]:
    """Which ids each kind of reference may name."""
    region = graph.region
    bodies = _ids(region, "bodies")
    municipalities = _ids(region, "municipalities")
    residents = (f"kommune:{key}" for key in municipalities)
    return {
        "case": frozenset(graph.cases),
        "meeting": frozenset(graph.meetings),
        "process": frozenset(graph.processes),
        "body": bodies,
        "municipality": municipalities,
        "topic": _ids(region, "topics"),
        "owner": _ids(region, "owners") | bodies | frozenset(residents),
    }


def _ids(region: Region, register: str) -> frozenset[str]:
    """The ids of a register, also those of entries that say their id but could not be read."""
    return frozenset(entry.id for entry in getattr(region, register)) | _unread(region, register)


def _unread(region: Region, register: str) -> frozenset[str]:
    prefix = f"{register}."
    names = region.origin.unread
    return frozenset(name.removeprefix(prefix) for name in names if name.startswith(prefix))


def _has_nameless(region: Region, register: str) -> bool:
    """Whether an entry may have an id that nobody can read."""
    if register not in region.origin.unread:
        return False
    named = len(_unread(region, register))
    written = sum(name.startswith(f"{register}.") for name in region.origin.spans)
    return not named or written > named


def _voters(graph: Graph, candidates: frozenset[str]) -> Iterator[Diagnostic]:
    """Votes by municipality, whose ids are keys."""
    for _, vote in all_votes(graph):
        for side in vote.sides:
            for key in side.municipalities:
                if key not in candidates:
                    yield finding(
                        "unknown-reference",
                        side.origin.at(f"municipalities.{key}"),
                        suggestion=nearest(key, candidates),
                        value=key,
                        kind="@kind.municipality",
                    )


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
            suggestion=_several(value, candidates)
            or _otherwise_named(value, reference.target, candidates)
            or nearest(value, candidates),
            value=value,
            kind=f"@kind.{reference.target}",
        )


def _otherwise_named(value: str, target: str, candidates: frozenset[str]) -> str | None:
    """The id of what was named in another way: a meeting by its day, an owner as a municipality."""
    if target == "meeting":
        day = likely_date(value)
        return nearest(day, candidates) if day else None
    municipality = f"kommune:{fold(re.sub(r'(?i:[ -]kommune)$', '', value.strip()))}"
    return municipality if target == "owner" and municipality in candidates else None


def _several(value: str, candidates: frozenset[str]) -> str | None:
    """The list that was meant, for ids written after each other without brackets."""
    parts = [fold(part.strip(" -")) for part in re.split(r"[,;]|\s+-?", value)]
    named = [part for part in parts if part not in ("", "og")]
    if len(named) > 1 and candidates.issuperset(named):
        return f"[{', '.join(named)}]"
    return None
