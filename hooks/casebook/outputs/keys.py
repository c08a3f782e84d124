"""Keys: hashes of everything that an output follows from, so that an unchanged one can be reused.

A page shows facts of its own record and of its neighbours. Its key therefore holds the content hash
of each of them, the region's, the day, the texts and templates, and the version of the code.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from casebook.graph import Graph
from casebook.graph.neighbours import Neighbours
from casebook.model.case import Case
from casebook.model.meeting import Meeting
from casebook.model.process import Process
from casebook.outputs.earlier import published_entries, published_on
from casebook.outputs.pages.page import MadePage, Page, PlannedPage

_CODE = (".py", ".html", ".yml")


def digest(*parts: str) -> str:
    """A short hash of texts in order."""
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=12).hexdigest()


@cache
def code_digest() -> str:
    """Hash of the programme itself: code, templates and texts."""
    hashed = hashlib.blake2b(digest_size=12)
    for entry in _sources(resources.files("casebook")):
        hashed.update(entry.name.encode() + entry.read_bytes())
    return hashed.hexdigest()


def _sources(folder: Traversable) -> list[Traversable]:
    found: list[Traversable] = []
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        if entry.is_dir():
            found += _sources(entry)
        elif entry.name.endswith(_CODE):
            found.append(entry)
    return found


class Keys:
    """The keys of one edition."""

    def __init__(self, graph: Graph, options: str = "", *, suggestions: bool = True) -> None:
        """Take the graph, what the engine's options add, and whether any output has suggestions."""
        self._graph = graph
        self._neighbours = Neighbours(graph, suggestions=suggestions)
        shared = (code_digest(), graph.region.digest, graph.as_of.isoformat(), options)
        self._base = digest(*shared)
        self._records: dict[str, str] = {}
        self._surroundings: dict[str, str] = {}
        self._all = ""

    def of_case(self, case: Case, kind: str) -> str:
        """The key of one kind of output of a case."""
        return digest(self._base, kind, self._around(case.id))

    def of_record(self, record_id: str, kind: str) -> str:
        """The key of one kind of output of any record."""
        return digest(self._base, kind, self._around(record_id))

    def of_all(self, kind: str) -> str:
        """The key of an output that follows from every record."""
        if not self._all:
            graph = self._graph
            ids = (*graph.cases, *graph.meetings, *graph.processes)
            self._all = digest(*map(self._record, ids))
        return digest(self._base, kind, self._all)

    def planned(self, made: MadePage) -> PlannedPage:
        """A page whose key is all that it shows; what it shows is not held until it is rendered."""
        page = made.page
        return PlannedPage(page.uri, made.make, self._of_view(page), page.source)

    def _of_view(self, page: Page) -> str:
        """The key of a page that is made already: everything that it shows."""
        shown = repr(
            (page.title, page.qualifier, page.description, page.robots, page.breadcrumb, page.view)
        )
        head = repr((page.head_links, page.jsonld, page.template, page.language))
        return digest(self._base, page.address, shown, head)

    def _around(self, record_id: str) -> str:
        """A record and its neighbours in one hash."""
        if record_id not in self._surroundings:
            near = map(self._record, self._neighbours.of(record_id))
            self._surroundings[record_id] = digest(self._record(record_id), *near)
        return self._surroundings[record_id]

    def _before(self, record_id: str) -> str:
        """What earlier publications say of a record, as far as its page shows it."""
        graph = self._graph
        publication = graph.publication
        if record_id in graph.processes:
            entries = ""
        else:
            entries = repr([(e.name, e.versions) for e in published_entries(graph, record_id)])
        path = self._path(record_id)
        told = f"{published_on(graph, record_id)}{publication.history.get(path, ())}"
        return f"{entries}{told}{publication.changes.digest}"

    def _path(self, record_id: str) -> str:
        graph = self._graph
        for records in (graph.cases, graph.meetings, graph.processes):
            if record_id in records:
                return records[record_id].origin.path
        return ""

    def of(self, *parts: str) -> str:
        """The key of an output that follows from a few texts."""
        return digest(self._base, *parts)

    def _record(self, record_id: str) -> str:
        """A record's id, content and files in one hash."""
        if record_id not in self._records:
            graph = self._graph
            record: Case | Meeting | Process | None = (
                graph.cases.get(record_id)
                or graph.meetings.get(record_id)
                or graph.processes.get(record_id)
            )
            files = graph.files.get(record_id, {})
            listed = [f"{name} {facts.sha256}" for name, facts in files.items()]
            written = record.digest if record is not None else "-"
            before = self._before(record_id) if record is not None else ""
            self._records[record_id] = digest(record_id, written, *listed, before)
        return self._records[record_id]
