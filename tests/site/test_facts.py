"""Every fact of every record is on its page, in the part where a reader looks for it.

Decision 21: the expected values come from the raw files, the parts of pages from their markup, and
a field that is dropped from a page or a template makes the check fail.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from casebook.schema.compounds import Many, Nested
from casebook.schema.fields import Field, RecordType
from casebook.schema.tables import ADDRESS_CHANGES, FILES, SEARCH_LISTS
from tests.support import report
from tests.support.facts.markup import missing
from tests.support.facts.pages import expected
from tests.support.links import Site

KINDS = ("case", "meeting", "process", "register", "alias")
FEWEST = 9000
"""The invented region has at least so many facts; fewer would mean that the reading has failed."""
TOLD_ELSEWHERE = {
    # The order of an agenda, not a text of it.
    "agenda-item.order", "formality.order",
    # Ids are addresses: the page that answers at them is what the other tests look at.
    "case.id", "meeting.id", "process.id", "municipality.id", "topic.id", "owner.id",
    # Part of short links; tests of the links look for them.
    "number-series.id",
    # What the region decides about the whole site, tested where it takes effect.
    "region.base_url", "region.namespace", "region.name_policy", "region.silent_months",
    "region.embeds", "region.previews",
    # Told in the data about the region, not on a page of a record.
    "region.archive", "region.licence", "region.organisation_number",
}  # fmt: skip


def nested(field: Field) -> RecordType | None:
    """The record type that a field holds, whose own fields are looked at instead."""
    kind = field.type.item if isinstance(field.type, Many) else field.type
    return kind.record() if isinstance(kind, Nested) else None


def plain_fields() -> Iterator[str]:
    """Every field of the table that holds a value rather than records."""
    waiting = [record for record in FILES if record not in (SEARCH_LISTS, ADDRESS_CHANGES)]
    seen = set()
    while waiting:
        record = waiting.pop()
        if record.key in seen:
            continue
        seen.add(record.key)
        for field in record.fields:
            inner = nested(field)
            if inner is None:
                yield f"{record.key}.{field.name}"
            else:
                waiting.append(inner)


@pytest.mark.parametrize("kind", KINDS)
def test_every_fact_is_on_its_page(site: Site, kind: str) -> None:
    faults = []
    for page in expected():
        if page.kind == kind:
            tree = site.tree(site.root / page.address / "index.html")
            faults += [f"{page.address} {fact}" for fact in missing(tree, page.facts)]
    report.none(faults)


def test_every_field_of_the_table_is_looked_for() -> None:
    looked_for = {fact.field for page in expected() for fact in page.facts}
    assert set(plain_fields()) - looked_for == TOLD_ELSEWHERE
    assert sum(len(page.facts) for page in expected()) > FEWEST
