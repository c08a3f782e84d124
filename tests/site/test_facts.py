"""Every fact of every record is on its page, in the part where a reader looks for it."""

from __future__ import annotations

import pytest

from tests.support import report
from tests.support.facts import UNSEEN, Fact, PageParts, facts
from tests.support.links import Site
from tests.support.raw import Record, records

FOLDERS = {"case": "sak", "meeting": "mote", "process": "prosess"}
RECORDS = {f"{record.kind}/{record.id}": record for record in records()}


def page_of(site: Site, record: Record, *, without: str = "") -> PageParts:
    """The parsed page of a record."""
    page = site.root / FOLDERS[record.kind] / record.id / "index.html"
    return PageParts(page.read_bytes(), without=without)


@pytest.mark.parametrize("kind", FOLDERS)
def test_every_fact_is_on_its_page(site: Site, kind: str) -> None:
    missing = []
    for record in records():
        if record.kind == kind:
            page = page_of(site, record)
            missing += [f"{record.id}: {fact}" for fact in facts(record) if not fact.holds(page)]
    report.none(missing)


@pytest.mark.parametrize("kind", FOLDERS)
def test_every_field_is_looked_at(kind: str) -> None:
    forgotten = set()
    for record in records():
        if record.kind == kind:
            facts(record)
            forgotten |= record.leaves() - record.raw.used
    assert forgotten - UNSEEN.keys() == set()


def test_a_fact_that_is_dropped_from_its_place_is_missed(site: Site) -> None:
    """Cut each fact's place out of a page of its own: nothing else on the page may stand in."""
    survivors = []
    for field, (record, fact) in one_of_each_field().items():
        if fact.holds(page_of(site, record, without=fact.selector)):
            survivors.append(f"{field}: {fact}")
    report.none(survivors)


def one_of_each_field() -> dict[str, tuple[Record, Fact]]:
    """A record and a fact for each field that any record has."""
    found: dict[str, tuple[Record, Fact]] = {}
    for record in records():
        for fact in facts(record):
            found.setdefault(f"{record.kind}.{fact.field}", (record, fact))
    return found
