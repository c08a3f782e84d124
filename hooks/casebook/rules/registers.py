"""The region's registers: addresses that the site needs, ids that are alone, periods that fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from casebook.diagnostics import Diagnostic, Note, Span, finding
from casebook.graph import Graph
from casebook.model.values import PartialDate, Record
from casebook.rules.records import text_records


def region_gaps(graph: Graph) -> Iterator[Diagnostic]:
    """The region says where the site and its accessibility statement are, and its lasting name."""
    region = graph.region
    span = region.origin.span
    if not region.base_url and "base_url" not in region.origin.unread:
        yield finding("missing-base-url", span)
    if not region.accessibility_statement:
        yield finding("missing-accessibility-statement", span)
    if not region.namespace:
        yield finding("missing-namespace", span)


def register_ids(graph: Graph) -> Iterator[Diagnostic]:
    """Ids in a register are alone in it."""
    region = graph.region
    registers: tuple[Sequence[Any], ...] = (
        region.bodies,
        region.municipalities,
        region.topics,
        region.owners,
    )
    for register in registers:
        first: dict[str, Record] = {}
        for entry in register:
            seen = first.setdefault(entry.id, entry)
            if seen is not entry:
                note = Note(seen.origin.at("id"), "first-here")
                yield finding(
                    "duplicate-register-id", entry.origin.at("id"), related=[note], id=entry.id
                )


def aliases(graph: Graph) -> Iterator[Diagnostic]:
    """A former id is neither in use nor claimed twice."""
    taken = {record.id: Span(record.origin.path) for record in text_records(graph)}
    for record in sorted(text_records(graph), key=lambda record: record.origin.path):
        for place, alias in enumerate(record.aliases):
            spans = record.origin.spans
            span = spans.get(f"aliases.{place}") or record.origin.at("aliases")
            if alias in taken:
                note = Note(taken[alias], "first-here")
                yield finding("alias-taken", span, related=[note], id=alias)
            else:
                taken[alias] = span


def periods(graph: Graph) -> Iterator[Diagnostic]:
    """Periods end after they begin, and names and numbers of one thing do not overlap."""
    region = graph.region
    yield from _reversed([*graph.processes.values(), *region.bodies])
    for body in region.bodies:
        yield from _reversed(body.chair)
        yield from _overlaps(body.chair, body.origin.spans, "chair")
        yield from _overlaps(body.names, body.origin.spans, "names")
    for municipality in region.municipalities:
        spans = municipality.origin.spans
        yield from _reversed([municipality.membership] if municipality.membership else [])
        yield from _reversed(municipality.numbers)
        yield from _overlaps(municipality.numbers, spans, "numbers")
        yield from _overlaps(municipality.names, spans, "names")
    yield from _overlaps(region.names, region.origin.spans, "names")


def _reversed(records: Sequence[Any]) -> Iterator[Diagnostic]:
    for record in records:
        since, until = record.since, record.until
        if since is not None and until is not None and until.last < since.first:
            span = record.origin.at("until")
            yield finding("reversed-period", span, since=since.iso, until=until.iso)


def _overlaps(entries: Sequence[Any], spans: Mapping[str, Span], name: str) -> Iterator[Diagnostic]:
    """Neighbours in time; a period that is wholly inside a longer one is found too."""
    ordered = sorted(enumerate(entries), key=lambda entry: _start(entry[1].since))
    for (place, first), (later, second) in pairwise(ordered):
        if second.since is None or first.until is None or _inside(first.until, second.since):
            span = spans.get(f"{name}.{later}") or spans[name]
            note = Note(spans.get(f"{name}.{place}") or spans[name])
            yield finding("overlapping-periods", span, related=[note])


def _start(since: PartialDate | None) -> tuple[int, int, int]:
    return since.sort_key if since is not None else (0, 0, 0)


def _inside(until: PartialDate, since: PartialDate) -> bool:
    """Whether a period surely runs past the start of the next."""
    return until.first > since.last or (until.exact is not None and until.exact == since.exact)
