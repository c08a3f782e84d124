"""Which entries stand in which feed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from casebook.model.case import Case
from casebook.outputs import addresses
from casebook.outputs.earlier import first_id
from casebook.outputs.feeds.changes import change_entries
from casebook.outputs.feeds.entries import Entry, decision_entries, follow_up_entries
from casebook.outputs.records import Source

KINDS = {"body": "organ", "municipality": "kommune", "topic": "tema", "process": "prosess"}
"""Kind of page to the folder of its feeds."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A feed that will be made: its place, its name, and the page that shows the same."""

    path: str
    """Address without ending."""
    title: str
    page: str
    known_as: str = ""
    """Its address when it was first published, for a record that has another id now."""


def page_feed(kind: str, record_id: str) -> str:
    """Address of the feed of a register's page, without ending."""
    return f"feed/{KINDS[kind]}/{record_id}"


def plans(source: Source) -> Iterator[Plan]:
    """Every feed, the site's own first."""
    words, graph = source.words, source.graph
    yield Plan("feed/vedtak", words("feed.decisions"), "saker/")
    yield Plan("feed/oppfolging", words("feed.follow_ups"), "oppfolging/")
    yield Plan("feed/endringer", words("feed.changes"), "data/")
    for body in graph.bodies.values():
        yield _plan(source, "body", body.id, body.name(), addresses.body(body.id))
    for place in graph.municipalities.values():
        address = addresses.municipality(place.id)
        yield _plan(source, "municipality", place.id, place.name(), address)
    for topic in graph.topics.values():
        name = topic.name.in_language(words.language)
        yield _plan(source, "topic", topic.id, name, addresses.topic(topic.id))
    for process in graph.processes.values():
        address = addresses.process(process.id)
        plan = _plan(source, "process", process.id, process.title, address)
        yield replace(plan, known_as=page_feed("process", first_id(graph, process.id)))


def _plan(source: Source, kind: str, record_id: str, name: str, page: str) -> Plan:
    title = source.words(f"feed.{kind}", name=name)
    return Plan(page_feed(kind, record_id), title, page)


class Groups:
    """Entries by the feeds that they stand in; sorted out when the first feed is written."""

    def __init__(self, source: Source) -> None:
        """Take what the entries are made from."""
        self._source = source

    def of(self, path: str) -> list[Entry]:
        """The entries of a feed, in no particular order."""
        return self._groups.get(path, [])

    @cached_property
    def _groups(self) -> dict[str, list[Entry]]:
        groups: dict[str, list[Entry]] = defaultdict(list)
        groups["feed/endringer"] = list(change_entries(self._source))
        for case in self._source.graph.published_cases:
            self._add_decisions(groups, case)
            self._add_follow_ups(groups, case)
        return groups

    def _add_decisions(self, groups: dict[str, list[Entry]], case: Case) -> None:
        for treatment, entry in decision_entries(self._source, case):
            groups["feed/vedtak"].append(entry)
            if treatment.body is not None:
                groups[page_feed("body", treatment.body.id)].append(entry)
            for municipality in self._source.graph.municipalities_of(case):
                groups[page_feed("municipality", municipality)].append(entry)
            for topic in case.topics:
                groups[page_feed("topic", topic)].append(entry)
            for process in case.processes:
                groups[page_feed("process", process)].append(entry)

    def _add_follow_ups(self, groups: dict[str, list[Entry]], case: Case) -> None:
        for state in self._source.graph.follow_ups[case.id]:
            for entry in follow_up_entries(self._source, state):
                groups["feed/oppfolging"].append(entry)
                for process in dict.fromkeys((*case.processes, state.follow_up.process)):
                    groups[page_feed("process", process)].append(entry)
