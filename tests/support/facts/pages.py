"""Every page that states facts of the invented region, with the facts it must state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tests.support.facts.case import case_facts
from tests.support.facts.markup import Fact
from tests.support.facts.meeting import meeting_facts
from tests.support.facts.process import process_facts
from tests.support.facts.raw import Document, archive, items
from tests.support.facts.registers import region_pages
from tests.support.facts.speech import Speech

MARK = "kolibri"
"""Text that must not be published is no fact of a page."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A page and what it must say."""

    address: str
    kind: str
    facts: tuple[Fact, ...]


@cache
def expected() -> tuple[Expected, ...]:
    """All pages with facts."""
    return tuple(
        Expected(address, kind, tuple(fact for fact in facts if MARK not in fact.text.lower()))
        for address, kind, facts in _pages()
    )


def _pages() -> Iterator[tuple[str, str, Iterator[Fact] | list[Fact]]]:
    known = archive()
    for case in known.cases.values():
        yield f"sak/{case.id}/", "case", case_facts(case, _speech(case))
    for meeting in known.meetings.values():
        yield f"mote/{meeting.id}/", "meeting", meeting_facts(meeting, _speech(meeting))
    for process in known.processes.values():
        yield f"prosess/{process.id}/", "process", process_facts(process, _speech(process))
    for address, facts in region_pages(Speech("nb")):
        yield address, "register", facts
    kinds = (
        ("sak", "case", known.cases),
        ("mote", "meeting", known.meetings),
        ("prosess", "process", known.processes),
    )
    for base, kind, records in kinds:
        for record in records.values():
            for alias in items(record.front.get("tidligere_id")):
                moved = Fact(f"{kind}.aliases", "body", href=f"{base}/{record.id}/")
                yield f"{base}/{alias}/", "alias", [moved]


def _speech(record: Document) -> Speech:
    return Speech(record.front.get("målform", "nb"))
