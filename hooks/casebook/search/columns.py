"""The document table: date and facets of every document, one column of characters each.

Small enough to be loaded whole, so that the browser can count every facet exactly. A facet's column
has one character a document, which names a combination of values; dates are gaps in days.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from casebook.search.documents import Entry, Facet

FIRST = 35
"""Code of the character that stands for 0; skips the quotation mark."""
_SURROGATES, _AFTER_SURROGATES = 0xD800, 0x800


@dataclass(frozen=True, slots=True)
class Filed:
    """What the table says of a document."""

    date: str | None
    facets: Mapping[str, tuple[str, ...]]
    units: int


def sort_key(entry: Entry) -> tuple[str, str]:
    """Stored order: oldest first, so that a new document disturbs only the end of the index."""
    return (entry.date or "", entry.url)


def character(number: int) -> str:
    """A number as one character."""
    code = FIRST + number
    return chr(code if code < _SURROGATES else code + _AFTER_SURROGATES)


def column(numbers: Sequence[int]) -> str:
    """Numbers as a string."""
    return "".join(map(character, numbers))


def first_day(iso: str) -> date | None:
    """The first day of a date that may be partial; nothing when it is no date."""
    year, month, day = (*iso.split("-"), "1", "1")[:3]
    try:
        return date(int(year), int(month), int(day[:2]))
    except ValueError:
        return None


def table(documents: Sequence[Filed], facets: Sequence[Facet]) -> dict[str, Any]:
    """Dates and facets of the documents, in their stored order."""
    days, gaps, precision = [first_day(d.date) if d.date else None for d in documents], [], []
    before, start = None, None
    for document, day in zip(documents, days, strict=True):
        if day is None:
            gaps.append(0)
            precision.append(0)
            continue
        start = start or day
        gaps.append((day - (before or start)).days)
        before = day
        precision.append(4 - min((document.date or "").count("-") + 1, 3))
    return {
        "count": len(documents),
        "start": start.isoformat() if start else None,
        "days": column(gaps),
        "precision": column(precision),
        "facets": [_facet(facet, documents) for facet in facets],
    }


def _facet(facet: Facet, documents: Sequence[Filed]) -> dict[str, Any]:
    values = sorted({value for d in documents for value in d.facets.get(facet.name, ())})
    number = {value: at for at, value in enumerate(values)}
    combinations: dict[tuple[int, ...], int] = {}
    codes = []
    for document in documents:
        chosen = tuple(sorted({number[value] for value in document.facets.get(facet.name, ())}))
        codes.append(combinations.setdefault(chosen, len(combinations)))
    return {
        "name": facet.name,
        "parameter": facet.parameter,
        "newestFirst": facet.newest_first,
        "values": values,
        "labels": [facet.labels.get(value, value) for value in values],
        "sets": [list(chosen) for chosen in combinations],
        "column": column(codes),
    }
