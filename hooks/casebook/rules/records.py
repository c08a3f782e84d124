"""What several rules ask of the records: sections, sources and places."""

from __future__ import annotations

from collections.abc import Iterator

from casebook.graph import Graph, Treatment
from casebook.model.case import Case
from casebook.model.meeting import Meeting
from casebook.model.process import Process
from casebook.model.shared import Source
from casebook.model.text import Point, Section, SectionKind

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


def decision_anchors(treatments: tuple[Treatment, ...]) -> Iterator[str]:
    """Every name of a decision or point of a case, as ``gjelder`` and addresses write them."""
    yield "vedtak"
    first = next((t for t in treatments if _points(t) is not None), None)
    for treatment in treatments:
        item_id = treatment.item.id
        yield item_id
        yield f"{item_id}-vedtak"
        for point in _points(treatment) or ():
            yield f"{item_id}-{point.fragment}"
            if treatment is first:
                yield point.fragment


def _points(treatment: Treatment) -> tuple[Point, ...] | None:
    section = section_of(treatment, SectionKind.DECISION)
    return None if section is None else tuple(section.walk())


def source_ids(sources: tuple[Source, ...]) -> list[str]:
    """The ids that a record's sources have."""
    return [source.id for source in sources if source.id]
