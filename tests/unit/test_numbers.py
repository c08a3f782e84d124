"""Case numbers as written, as formatted, and as addresses."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.numbers import (
    NUMBER_FORMAT,
    CaseNumber,
    format_number,
    parse_number,
    short_slug,
)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("06/2021", ("", 6, 2021)),
        ("6/21", ("", 6, 2021)),
        (" 6 / 21 ", ("", 6, 2021)),
        ("6-2021", ("", 6, 2021)),
        ("015/12", ("", 15, 2012)),
        ("016/21", ("", 16, 2021)),
        ("Sak 06/2021", ("", 6, 2021)),
        ("sak nr. 6/21", ("", 6, 2021)),
        ("Saksnr. 6/21", ("", 6, 2021)),
        ("PS 6/21", ("ps", 6, 2021)),
        ("PS 06/2021", ("ps", 6, 2021)),
        ("RS-3/22", ("rs", 3, 2022)),
        ("OS 1/2026", ("os", 1, 2026)),
        ("SR-sak 32/14", ("sr", 32, 2014)),
        ("7/69", ("", 7, 2069)),
        ("7/70", ("", 7, 1970)),
    ],
)
def test_a_number_is_taken_apart(written: str, expected: tuple[str, int, int]) -> None:
    assert parse_number(written) == CaseNumber(*expected)


@pytest.mark.parametrize(
    "written", ["", "6", "2021/123", "6/2021x", "seks/2021", "6/21/3", "6/1821", "ukjent", "٦/٢١"]
)
def test_anything_else_is_no_number(written: str) -> None:
    assert parse_number(written) is None


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{nr:02}/{år}", "06/2021"),
        ("{nr}/{år2}", "6/21"),
        ("PS {nr:3}/{år2}", "PS 006/21"),
        ("{nr.__class__}{år!r}{0}{}", "{nr.__class__}{år!r}{0}{}"),
    ],
)
def test_a_format_string_knows_three_words_only(template: str, expected: str) -> None:
    assert format_number(template, 6, 2021) == expected


@pytest.mark.parametrize(
    ("template", "usable"),
    [
        ("{nr:02}/{år}", True),
        ("{nr}", True),
        ("PS {nr:3}/{år2}", True),
        ("{år}", False),
        ("{år:02}", False),
        ("{nr:00}", False),
        ("{nr.x}", False),
        ("{nr}{x}", False),
    ],
)
def test_an_unusable_format_string_is_known(template: str, usable: bool) -> None:
    assert (re.fullmatch(NUMBER_FORMAT, template) is not None) is usable
    assert not usable or "{" not in format_number(template, 6, 2021)


def test_a_short_address() -> None:
    assert short_slug("regionradet", CaseNumber("", 6, 2021)) == "regionradet-6-2021"
    assert short_slug("regionradet", CaseNumber("os", 1, 2026)) == "regionradet-os-1-2026"


@given(st.integers(1, 9999), st.integers(1970, 2069), st.sampled_from(["", "ps", "os"]))
def test_what_is_written_is_read_again(number: int, year: int, series: str) -> None:
    for template in ("{nr}/{år}", "{nr:03}/{år2}"):
        written = f"{series.upper()} {format_number(template, number, year)}"
        assert parse_number(written) == CaseNumber(series, number, year)


@given(st.text(max_size=40))
def test_any_text_can_be_tried(written: str) -> None:
    parse_number(written)
    format_number(written, 1, 2021)
