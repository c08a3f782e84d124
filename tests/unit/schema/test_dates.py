"""Dates and deadlines as written: nothing that a writer says is dropped without a word."""

from __future__ import annotations

import pytest

from casebook.diagnostics import Collector
from casebook.frontmatter import parse_yaml
from casebook.model.values import Deadline, PartialDate
from casebook.schema.dates import Date
from casebook.schema.few_keys import DeadlineType
from casebook.schema.fields import INVALID, FieldType

APRIL = PartialDate(2021, 4)
BY_APRIL = PartialDate(2021, 4, latest=True)


def read(kind: FieldType, written: str) -> tuple[object, list[str]]:
    collector = Collector()
    node = parse_yaml(f"verdi: {written}", "sak.md", 1, collector)
    assert node is not None
    value = kind.decode(node.entries[0][1], collector)
    return value, [found.code for found in collector]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2021", PartialDate(2021)),
        ("2021-04", APRIL),
        ("2021-04-30", PartialDate(2021, 4, 30)),
        ("{senest: 2021-04}", BY_APRIL),
        ("{latest: 2021-04}", BY_APRIL),
        ("1800-01-01", PartialDate(1800, 1, 1)),
        ("2200-12-31", PartialDate(2200, 12, 31)),
    ],
)
def test_a_date_may_lack_day_or_month(written: str, value: PartialDate) -> None:
    assert read(Date(), written) == (value, [])


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("30.4.2021", "bad-date"),
        ("2021-4", "bad-date"),
        ("2021-02-29", "impossible-date"),
        ("2021-00", "impossible-date"),
        ("2021-00-00", "impossible-date"),
        ("2021-05-00", "impossible-date"),
        ("9999-12-31", "year-out-of-range"),
        ("2201", "year-out-of-range"),
        ("1799-12-31", "year-out-of-range"),
        ("0001-01-01", "year-out-of-range"),
        ("0000", "year-out-of-range"),
        ("{senest: 30.4.2021}", "bad-date"),
        ("{senest: [2021-04]}", "wrong-type"),
        ("{etter: 2021-04}", "wrong-type"),
        ("[2021-04]", "wrong-type"),
    ],
)
def test_what_is_no_date_is_told(written: str, code: str) -> None:
    assert read(Date(), written) == (INVALID, [code])


def test_a_word_beside_the_date_is_told() -> None:
    assert read(Date(), "{senest: 2021-04, merknad: Udatert}") == (BY_APRIL, ["unknown-key"])


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2021-04", Deadline(APRIL)),
        ("{senest: 2021-04}", Deadline(BY_APRIL)),
        ("{latest: 2021-04}", Deadline(BY_APRIL)),
        ("{tekst: Før sommeren}", Deadline(text="Før sommeren")),
        ("{text: Før sommeren, date: 2021-04}", Deadline(APRIL, "Før sommeren")),
        ("{møte: 2021-05-25-rad}", Deadline(meeting="2021-05-25-rad")),
        ('{tekst: "Før\\r\\n# sommeren\\u2028"}', Deadline(text="Før # sommeren")),
    ],
)
def test_a_deadline_may_lack_a_date(written: str, value: Deadline) -> None:
    assert read(DeadlineType(), written) == (value, [])


def test_a_text_beside_a_latest_date_is_told() -> None:
    _, codes = read(DeadlineType(), "{senest: 2021-04, tekst: Før sommeren}")
    assert codes == ["unknown-key"]


@pytest.mark.parametrize(
    ("written", "code"),
    [("{}", "wrong-type"), ("{tekst: }", "wrong-type"), ("{dato: i fjor}", "bad-date")],
)
def test_a_deadline_that_says_nothing_is_told(written: str, code: str) -> None:
    assert read(DeadlineType(), written) == (INVALID, [code])
