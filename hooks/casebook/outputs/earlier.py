"""What the ledger says of one record: the names of its files, and which of them were replaced."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from casebook.graph import Graph
from casebook.i18n import Words
from casebook.model.case import Case
from casebook.model.files import FileFacts
from casebook.model.meeting import Meeting
from casebook.model.process import Process
from casebook.model.publication import AddressKind, Published, Version
from casebook.model.values import PartialDate
from casebook.outputs import addresses


def published_entries(graph: Graph, record_id: str) -> Iterator[Published]:
    """The ledger's entries of a record's places and attachments, under every name it has had."""
    by_page = graph.publication.by_page
    if not by_page:
        return
    record, address = _record(graph, record_id)
    for name in (record_id, *record.aliases):
        yield from by_page.get(address(name), ())


def first_id(graph: Graph, record_id: str) -> str:
    """The id that a record was first published under: what feeds and calendars call it for ever.

    A reader's programme knows an entry by its id alone, so a new address must not give a new one.
    Former ids that were recorded on the same day as the present one were history already then.
    """
    record, address = _record(graph, record_id)
    ledger = graph.publication.ledger
    first, first_day = record_id, _first_day(ledger.get(address(record_id)))
    for name in reversed(record.aliases):
        day = _first_day(ledger.get(address(name)))
        if day < first_day:
            first, first_day = name, day
    return first


def published_on(graph: Graph, record_id: str) -> str:
    """The day that a record was first published, by any name; after every other if it was not."""
    record, address = _record(graph, record_id)
    ledger = graph.publication.ledger
    return min(_first_day(ledger.get(address(name))) for name in (record_id, *record.aliases))


def _first_day(entry: Published | None) -> str:
    """The day of publication; after every other when there is none."""
    return entry.versions[0].day if entry is not None else "9999"


def _record(graph: Graph, record_id: str) -> tuple[Case | Meeting | Process, Callable[[str], str]]:
    if record_id in graph.cases:
        return graph.cases[record_id], addresses.case
    if record_id in graph.meetings:
        return graph.meetings[record_id], addresses.meeting
    return graph.processes[record_id], addresses.process


def fixed_names(graph: Graph, record_id: str) -> dict[str, str]:
    """Published names of a record's files, by file, as they were first given."""
    names: dict[str, str] = {}
    for entry in published_entries(graph, record_id):
        if entry.kind is AddressKind.ATTACHMENT and entry.name:
            names.setdefault(entry.name, entry.address.rpartition("/")[2])
    return names


def replaced(graph: Graph, record_id: str, facts: FileFacts) -> tuple[Version, str] | None:
    """The content that a file had before, and the day it was replaced; None if it never was."""
    for entry in published_entries(graph, record_id):
        if entry.kind is not AddressKind.ATTACHMENT or entry.name != facts.name:
            continue
        if entry.newest.digest != facts.sha256:
            return entry.newest, graph.as_of.isoformat()
        if len(entry.versions) > 1:
            return entry.versions[-2], entry.newest.day
    return None


def replaced_note(graph: Graph, record_id: str, facts: FileFacts | None, words: Words) -> str:
    """The visible note about a file whose content was changed; empty when it was not."""
    found = replaced(graph, record_id, facts) if facts is not None else None
    if found is None or facts is None:
        return ""
    before, day = found
    year, month, date = map(int, day.split("-"))
    return words(
        "file_replaced",
        date=words.date(PartialDate(year, month, date)),
        before=before.digest,
        now=facts.sha256,
    )
