"""What several rules ask of the records: sections, sources and places."""

from __future__ import annotations

from collections.abc import Iterator

from casebook.graph import Graph, Treatment
from casebook.model.case import Case, Source
from casebook.model.meeting import Meeting
from casebook.model.process import Process
from casebook.model.text import Section, SectionKind

TextRecord = Case | Meeting | Process
"""Records that are files with front matter and a text."""


def text_records(graph: Graph) -> Iterator[TextRecord]:
    """Every case, meeting and process."""
    yield from graph.cases.values()
    yield from graph.meetings.values()
    yield from graph.processes.values()


def all_treatments(graph: Graph) -> Iterator[Treatment]:
    """Every treatment of every case."""
    for treatments in graph.treatments.values():
        yield from treatments


def section_of(treatment: Treatment, kind: SectionKind) -> Section | None:
    """A treatment's section as written, also when it is withheld from the public."""
    own = treatment.case.text.find(kind, treatment.item.id)
    if own is None and len(treatment.case.agenda_items) == 1:
        own = treatment.case.text.find(kind, None)
    return own


def source_ids(sources: tuple[Source, ...]) -> list[str]:
    """The ids that a record's sources have."""
    return [source.id for source in sources if source.id]
