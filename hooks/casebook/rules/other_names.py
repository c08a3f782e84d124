"""What records are called besides their ids: numbers, titles, days and names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.graph import Graph
from casebook.model.case import Case
from casebook.model.region import Body, Municipality
from casebook.numbers import CaseNumber, parse_number
from casebook.schema.suggestions import fold
from casebook.schema.written_dates import likely_date

_FILLERS = re.compile(r"(?i)\b(?:møtet?|i|den)\b")


def called(graph: Graph, target: str, written: str) -> tuple[str, ...]:
    """The ids of what is called so in another way than by its id.

    Args:
        graph: Everything.
        target: The kind of record that is named.
        written: What stands instead of an id.
    """
    finders = {
        "case": _cases,
        "meeting": _meetings,
        "process": _processes,
        "body": _bodies,
        "municipality": _municipalities,
        "topic": _topics,
        "owner": _owners,
    }
    return tuple(dict.fromkeys(finders[target](graph, " ".join(written.split()))))


def _cases(graph: Graph, written: str) -> Iterator[str]:
    number, title = parse_number(written), fold(written)
    for case in graph.cases.values():
        named = written == case.archive_number or title == fold(case.title)
        if named or (number is not None and _has_number(graph, case, number)):
            yield case.id


def _has_number(graph: Graph, case: Case, number: CaseNumber) -> bool:
    found = (treatment.number for treatment in graph.treatments.get(case.id, ()))
    return any(
        own is not None and (own.number, own.year) == (number.number, number.year) for own in found
    )


def _meetings(graph: Graph, written: str) -> Iterator[str]:
    """Meetings by the name of their body and their day, in either order."""
    for body in graph.bodies.values():
        for name in _names(body):
            if name.lower() not in written.lower():
                continue
            rest = _FILLERS.sub("", re.sub(re.escape(name), "", written, flags=re.IGNORECASE))
            day = likely_date(rest.strip(" ,"))
            for meeting in graph.meetings_of_body(body.id) if day else ():
                if meeting.date is not None and meeting.date.iso == day:
                    yield meeting.id


def _processes(graph: Graph, written: str) -> Iterator[str]:
    return (key for key, each in graph.processes.items() if fold(each.title) == fold(written))


def _bodies(graph: Graph, written: str) -> Iterator[str]:
    return (key for key, each in graph.bodies.items() if fold(written) in map(fold, _names(each)))


def _municipalities(graph: Graph, written: str) -> Iterator[str]:
    name = fold(re.sub(r"(?i)[ -](?:kommune|herred)$", "", written))
    for key, each in graph.municipalities.items():
        if name in map(fold, _names(each)) or written in {entry.number for entry in each.numbers}:
            yield key


def _topics(graph: Graph, written: str) -> Iterator[str]:
    for key, topic in graph.topics.items():
        if fold(written) in (fold(topic.name.nb), fold(topic.name.nn)):
            yield key


def _owners(graph: Graph, written: str) -> Iterator[str]:
    yield from (key for key, each in graph.owners.items() if fold(each.name) == fold(written))
    yield from _bodies(graph, written)
    yield from (f"kommune:{key}" for key in _municipalities(graph, written))


def _names(record: Body | Municipality) -> list[str]:
    """The names of all times; people write the one that they are used to."""
    return [period.name for period in record.names]
