"""References that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from casebook.diagnostics import Diagnostic, Note, Span, finding
from casebook.graph import Graph
from casebook.model.region import Region
from casebook.model.values import Record
from casebook.rules.other_names import called
from casebook.rules.vote_counts import all_votes
from casebook.schema.compounds import Many, Nested
from casebook.schema.fields import Field, RecordType
from casebook.schema.scalars import Reference
from casebook.schema.suggestions import fold, nearest
from casebook.schema.tables import CASE, MEETING, PROCESS, REGION
from casebook.schema.written_dates import likely_date

_SHOWN = 5
"""So many of the cases that share a number are shown."""
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
    yield from _check(graph, graph.region, REGION, known)
    for case in graph.cases.values():
        yield from _check(graph, case, CASE, known)
    for meeting in graph.meetings.values():
        yield from _check(graph, meeting, MEETING, known)
    for process in graph.processes.values():
        yield from _check(graph, process, PROCESS, known)
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
                    span = side.origin.at(f"municipalities.{key}")
                    yield _unknown(graph, span, "municipality", key, candidates)


def _check(
    graph: Graph, record: Record, record_type: RecordType, known: Mapping[str, frozenset[str]]
) -> Iterator[Diagnostic]:
    for field in record_type.fields:
        value = getattr(record, field.name)
        if not value:
            continue
        inner = field.type.item if isinstance(field.type, Many) else field.type
        values = value if isinstance(value, tuple) else (value,)
        if isinstance(inner, Reference):
            candidates = known.get(inner.target, frozenset(values))
            yield from _check_ids(graph, record, field, values, inner.target, candidates)
        elif isinstance(inner, Nested):
            for nested in values:
                if isinstance(nested, Record):
                    yield from _check(graph, nested, inner.record(), known)


def _check_ids(
    graph: Graph,
    record: Record,
    field: Field,
    values: tuple[str, ...],
    target: str,
    candidates: frozenset[str],
) -> Iterator[Diagnostic]:
    for place, value in enumerate(values):
        if value not in candidates:
            span = record.origin.spans.get(f"{field.name}.{place}")
            span = span or record.origin.at(field.name)
            yield _unknown(graph, span, target, value, candidates)


def _unknown(
    graph: Graph, span: Span, target: str, value: str, candidates: frozenset[str]
) -> Diagnostic:
    """A reference that leads nowhere, with what was meant; several cases may share a number."""
    meant = called(graph, target, value)
    if len(meant) == 1:
        suggestion: str | None = meant[0]
    elif meant:
        suggestion = None
    else:
        suggestion = (
            _several(value, candidates)
            or _otherwise_named(value, target, candidates)
            or nearest(value, candidates)
        )
    cases = (graph.cases[key] for key in meant if key in graph.cases) if len(meant) > 1 else ()
    return finding(
        "unknown-reference",
        span,
        suggestion=suggestion,
        related=[Note(case.origin.span, "meant") for case in islice(cases, _SHOWN)],
        value=value,
        kind=f"@kind.{target}",
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
