"""The numbers in the minutes are the points' ids; nothing is renumbered and nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.diagnostics import Span
from casebook.model.text import Point
from casebook.points import PointText, parse_points


def ids(source: str) -> list[str]:
    """The ids of all points in the order of the text."""
    return [point.id for top in parse_points(source)[0].points for point in top.walk()]


def codes(source: str) -> list[str]:
    return [problem.code for problem in parse_points(source)[1]]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("1. a\n2. b", ["1", "2"]),
        ("1.Tekst\n2.Mer tekst", ["1", "2"]),
        ("1) a\n2) b", ["1", "2"]),
        ("1.) a\n2.) b", ["1", "2"]),
        ("3. Foo\n3.1 Bar\n3.2 Baz\n4. Q", ["3", "3-1", "3-2", "4"]),
        ("1. A\n1.1. B\n1.1.1 C\n2. D", ["1", "1-1", "1-1-1", "2"]),
        ("3.1 Foo\n3.2 Bar\n4.1 Baz", ["3-1", "3-2", "4-1"]),
        ("1. A\n   a) x\n   b) y\n2. B\na) q\nb) w", ["1", "1-a", "1-b", "2", "2-a", "2-b"]),
        ("1.a Foo\n1.b Bar", ["1-a", "1-b"]),
        ("1. A\n1a) Foo\n1b) Bar", ["1", "1-a", "1-b"]),
        ("a) x\nb) y", ["a", "b"]),
        ("a. x\nb. y\n   i. z\n   ii. w\nc. q", ["a", "b", "b-i", "b-ii", "c"]),
        ("1. A\n\n   1. x\n   2. y\n\n2. B", ["1", "1-1", "1-2", "2"]),
        ("1. A:\n1) x\n2) y\n2. B", ["1", "1-1", "1-2", "2"]),
        ("A) x\n1. y\n2. z\nB) q\n1. w", ["a", "a-1", "a-2", "b", "b-1"]),
        ("1. a\n2) b\n3. c", ["1", "2", "3"]),
        ("1.\n\nTekst\n\n2.\n\nMer", ["1", "2"]),
        ("\n".join(f"{letter}) x" for letter in "abcdefghij"), list("abcdefghij")),
        ("1.\u00a0Fra Word\n2.\tMed tabulator", ["1", "2"]),
        ("01. a\n02. b", ["1", "2"]),
    ],
)
def test_numbers_become_ids(source: str, expected: list[str]) -> None:
    assert ids(source) == expected
    assert codes(source) in ([], ["point-number-gap"])


@pytest.mark.parametrize(
    "source",
    [
        "25. mai 2021 ble planen vedtatt.",
        "25. Mai 2021 vart planen vedteken.",
        "1. jan. 2022 tar avtalen til å gjelde.",
        "3.des 2022",
        "1. halvår 2022 brukes til høring.",
        "25.05.2021 var møtet.",
        "10.000 kroner bevilges.",
        "3,5 millioner kroner bevilges.",
        "2.5 millioner kroner bevilges.",
        "2021. Planen gjelder.",
        "1\\. Ikke et punkt.",
        "> 1. Det eldre vedtaket",
        "- strekpunkt\n- strekpunkt",
        "f. eks. dette",
        "1.–3. ledd endres.",
        "```\n1. kode\n```",
        "Saken tas til orientering.",
        "",
    ],
)
def test_what_is_no_point_leaves_one_whole(source: str) -> None:
    assert parse_points(source) == (PointText(source), [])


def test_labels_and_numbers_stay_as_written() -> None:
    points = parse_points("1. A\n1.1 B\n   a) C")[0].points
    assert [(p.label, p.number) for p in points[0].walk()] == [
        ("1.", "1"),
        ("1.1", "1.1"),
        ("a)", "a"),
    ]
    assert points[0].subpoints[0].subpoints[0].fragment == "p1-1-a"


def test_a_point_knows_its_place() -> None:
    point = parse_points("Innledning\n\n  1. A", "sak.md", 40)[0].points[0]
    assert point.span == Span("sak.md", 42, 3, 5)


def test_a_date_inside_a_point_stays_text() -> None:
    source = "1. Planen gjelder fra\n25. mai 2021.\n2. Rapport."
    points = parse_points(source)[0].points
    assert [p.source for p in points] == ["Planen gjelder fra\n25. mai 2021.", "Rapport."]


def test_tables_paragraphs_and_lists_belong_to_the_point_before() -> None:
    table = "| a | b |\n|---|--:|\n| 1 | 2 |"
    source = f"1. Foo\n\n{table}\n\n   - x\n   - y\n\n   Mer.\n\nUten innrykk.\n\n2. Bar\n\n{table}"
    text = parse_points(source)[0]
    assert text.points[0].source == f"Foo\n\n{table}\n\n- x\n- y\n\nMer.\n\nUten innrykk."
    assert text.points[1].source == f"Bar\n\n{table}"
    assert not text.tail


def test_text_before_and_after_is_kept_apart() -> None:
    text = parse_points("Rådet vedtar:\n\n1. A\n2. B\n\nSaken oversendes.\n\n- x")[0]
    assert (text.lead, text.tail) == ("Rådet vedtar:", "Saken oversendes.\n\n- x")


def test_a_heading_leads_the_point_below_it() -> None:
    text = parse_points("1. A\n\n### Del to\n\nGjelder:\n\n2. B\n\n### Til slutt\nx")[0]
    assert [p.lead for p in text.points] == ["", "### Del to\n\nGjelder:"]
    assert text.tail == "### Til slutt\nx"


def test_text_after_sub_points_belongs_to_their_point_when_it_stands_under_it() -> None:
    text = parse_points("1. A\n   a) x\n   b) y\n\n   Dette gjelder begge.\n2. B")[0]
    assert text.points[0].tail == "Dette gjelder begge."
    assert text.points[0].subpoints[1].source == "y"


def test_text_between_sub_points_goes_to_the_one_before() -> None:
    text = parse_points("1. A\n   a) x\n\n   Mellom.\n\n   b) y")[0]
    assert [p.source for p in text.points[0].subpoints] == ["x\n\nMellom.", "y"]
    assert not text.points[0].tail


def test_code_in_a_point_is_not_read() -> None:
    text = parse_points("1. Kode:\n\n   ```\n   2. ikke punkt\n   ```\n2. B")[0]
    assert [p.id for p in text.points] == ["1", "2"]
    assert text.points[0].source == "Kode:\n\n```\n2. ikke punkt\n```"


FULL = "Regionrådet viser til vedtektene for samarbeidet og særlig til kapittel"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (f"1. {FULL}\n9. planen skal rulleres.\n2. B", ["1", "2"]),
        (f"{FULL}\n3. planen skal rulleres.", []),
        (f"1. {FULL}\na. planen", ["1"]),
        (f"3. Lead\n\n3.1 A\n\n{FULL}\n3.5 millioner", ["3", "3-1"]),
        (f"1. {FULL}\n2. B", ["1", "2"]),
    ],
)
def test_a_number_inside_a_full_line_is_a_point_only_as_the_next(
    source: str, expected: list[str]
) -> None:
    assert ids(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("1. a\n2. b\n4. c", ["point-number-gap"]),
        ("2. b\n3. c", ["point-number-gap"]),
        ("1. a\n2. b\n\n1. c\n2. d", ["point-number-restart"]),
        ("1. a\n2. b\n4. c\n3. d", ["point-number-gap", "point-number-restart"]),
        ("1. a\n2. b\n2. c", ["duplicate-point"]),
        ("1. a\n1. b\n1. c", ["duplicate-point", "duplicate-point"]),
        ("a) x\nb) y\nd) z", ["point-number-gap"]),
        ("a) x\nb) y\nb) z", ["duplicate-point"]),
        ("1. A\n1.1 x\n1.3 Y", ["point-number-gap"]),
        ("1. a\n2. b", []),
    ],
)
def test_numbers_out_of_order_are_found(source: str, expected: list[str]) -> None:
    assert codes(source) == expected


def test_findings_name_the_number_and_the_other_place() -> None:
    problem = parse_points("1. a\n2. b\n2. c", "sak.md", 10)[1][0]
    assert dict(problem.params) == {"number": "2"}
    assert problem.span == Span("sak.md", 12, 1, 3)
    assert problem.related[0].span.line == 11


def test_a_second_round_of_numbers_has_ids_of_its_own() -> None:
    assert ids("1. a\n2. b\n\n1. c\n   a) x\n2. d") == ["1", "2", "1-del2", "1-del2-a", "2-del2"]


def everything(text: PointText) -> str:
    """All that a divided text holds, in order, without white space."""

    def of(points: Sequence[Point]) -> str:
        return "".join(p.lead + p.label + p.source + of(p.subpoints) + p.tail for p in points)

    return "".join((text.lead + of(text.points) + text.tail).split())


LINES = st.sampled_from(
    [
        "1. a",
        "2. b",
        "3.Tre",
        "5. fem",
        "a) x",
        "b) y",
        "c. z",
        "i. en",
        "ii) to",
        "  1. inn",
        "   a) under",
        "1.1 A",
        "1.2. B",
        "2.1.1 C",
        "1.a q",
        "25. mai 2021",
        "",
        "",
        "### Tittel",
        "Avsnitt.",
        "   Innrykk",
        "| a | b |",
        "|---|---|",
        "> sitat",
        "- punkt",
        "```",
        "\t4. tab",
        "Setext",
        "---",
        FULL,
        "999. x",
        "A) stor",
        "1.\xa0nbsp",
        "<div>",
        "[a]: /b",
    ]
)


@given(st.lists(LINES, max_size=25).map("\n".join))
def test_no_text_is_lost_and_none_moves(source: str) -> None:
    assert everything(parse_points(source)[0]) == "".join(source.split())


@given(st.text(alphabet="12.3)aib \n\t-#>`|", max_size=80) | st.text(max_size=80))
def test_any_text_can_be_read(source: str) -> None:
    assert everything(parse_points(source)[0]) == "".join(source.split())


@given(st.lists(LINES, max_size=25).map("\n".join))
def test_ids_are_unique_unless_reported(source: str) -> None:
    found = ids(source)
    assert len(found) == len(set(found)) or "duplicate-point" in codes(source)
    assert all(set(one) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for one in found)


def test_a_very_long_text_is_read_in_reasonable_time() -> None:
    source = "\n".join(f"{number % 40 + 1}. punkt" for number in range(3000))
    assert ids(source)


def test_a_sub_point_is_named_with_the_point_that_it_stands_under() -> None:
    source = "1. Ja\n   a) en\n      i. to\n2. Og\n   a) tre\n3. Ja\n   3.1 fire\n   3.2 fem\n"
    named = [name for top in parse_points(source)[0].points for _, name in top.numbered()]
    assert named == ["1", "1 a", "1 a i", "2", "2 a", "3", "3.1", "3.2"]
