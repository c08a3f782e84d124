"""Sources: ids that are alone, and references to them that hold."""

from __future__ import annotations

from collections.abc import Iterator

from casebook.diagnostics import Diagnostic, Note, finding
from casebook.graph import Graph
from casebook.model.action import LocalDecision, LogEntry
from casebook.model.case import Case
from casebook.model.process import Process, ProcessEvent
from casebook.model.shared import Source
from casebook.rules.records import TextRecord, source_ids, text_records
from casebook.schema.suggestions import nearest


def references(graph: Graph) -> Iterator[Diagnostic]:
    """``kilde`` names one of the record's sources."""
    for record in text_records(graph):
        known = source_ids(record.sources)
        for user in _users(record):
            if user.source and user.source not in known:
                span = user.origin.at("source")
                close = nearest(user.source, known)
                yield finding("unknown-source", span, suggestion=close, value=user.source)


def duplicates(graph: Graph) -> Iterator[Diagnostic]:
    """Sources of a record have ids of their own."""
    for record in text_records(graph):
        first: dict[str, Source] = {}
        for source in record.sources:
            seen = first.setdefault(source.id, source) if source.id else source
            if seen is not source:
                note = Note(seen.origin.at("id"), "first-here")
                span = source.origin.at("id")
                yield finding("duplicate-source", span, related=[note], id=source.id)


def _users(record: TextRecord) -> Iterator[LogEntry | LocalDecision | ProcessEvent]:
    if isinstance(record, Case):
        yield from record.local_decisions
        for follow_up in record.follow_ups:
            yield from follow_up.log
    elif isinstance(record, Process):
        yield from record.events
