"""What may not or should not be public: identity numbers, names in addresses, vague legal bases."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.diagnostics import Diagnostic, Span, finding
from casebook.graph import Graph
from casebook.model.values import Record
from casebook.rules.records import text_records
from casebook.schema.names import person_in_slug
from casebook.schema.suggestions import fold

_LAW = r"(?:off|\w+l|\w*lov[aei]?n?)"
"""The name of a law, or its usual short form: offl., koml., fvl., offentleglova."""
_BASIS = re.compile(rf"{_LAW}\.?\s*(?:av \d{{4}}\s*)?§§?\s*\d+", re.IGNORECASE)
_SIGNIFICANT = 5
"""Words of the title with fewer letters say too little to give it away."""


def legal_bases(graph: Graph) -> Iterator[Diagnostic]:
    """What is closed or withheld names a section of a law."""
    for record in _with_basis(graph):
        value = getattr(record, "legal_basis", "")
        if value and _BASIS.search(value) is None:
            yield finding("odd-legal-basis", record.origin.at("legal_basis"), value=value)


def _with_basis(graph: Graph) -> Iterator[Record]:
    found: list[Record | None] = []
    for case in graph.cases.values():
        found.append(case.exempt)
        found += [attachment.exempt for attachment in case.attachments]
        for item in case.agenda_items:
            found += [item.closed, item.exempt, *item.disqualified]
    found += [meeting.closed for meeting in graph.meetings.values()]
    yield from (record for record in found if record is not None)


def withheld_titles(graph: Graph) -> Iterator[Diagnostic]:
    """A withheld title does not show in the address."""
    for case in graph.cases.values():
        if not case.title_withheld:
            continue
        words = {w for w in _slug(case.title).split("-") if len(w) >= _SIGNIFICANT}
        shared = sorted(words & set(case.id.split("-")))
        if shared:
            span = case.origin.at("title")
            yield finding("withheld-title-in-id", span, id=case.id, word=shared[0])


def names_in_ids(graph: Graph) -> Iterator[Diagnostic]:
    """No address looks like a person's name."""
    for record in text_records(graph):
        name = person_in_slug(record.id)
        if name is not None:
            yield finding("name-in-id", Span(record.origin.path), name=name, id=record.id)


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(text))
