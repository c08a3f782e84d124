"""A case file's body becomes sections with meaning, and every line lands in one of them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.diagnostics import Diagnostic, Span
from casebook.model.text import CaseText, SectionKind
from casebook.sections import split_sections

K = SectionKind
TWO = ("regionradet", "representantskapet")


def split(body: str, items: Sequence[str] = ("rad",)) -> CaseText:
    return split_sections(body, "sak.md", 1, items)[0]


def problems(body: str, items: Sequence[str] = ("rad",)) -> list[Diagnostic]:
    return split_sections(body, "sak.md", 1, items)[1]


def codes(body: str, items: Sequence[str] = ("rad",)) -> list[str]:
    return [problem.code for problem in problems(body, items)]


ONE_ITEM = """\
Kort om saken.

## Forslag til vedtak
1. Planen vedtas.
2. Rapport hvert år.

## Bakgrunn for saken:

Slik var det.

## Økonomi
Ingen.

## Votering
Enstemmig vedtatt.

## Vedtak
1. Planen vedtas.
"""


def test_one_item_has_plain_headings() -> None:
    text = split(ONE_ITEM)
    assert text.lead == "Kort om saken."
    assert [(s.kind, s.title, s.item_id) for s in text.sections] == [
        (K.PROPOSAL, "Forslag til vedtak", None),
        (K.BACKGROUND, "Bakgrunn for saken", None),
        (None, "Økonomi", None),
        (K.VOTE, "Votering", "rad"),
        (K.DECISION, "Vedtak", "rad"),
    ]
    assert not problems(ONE_ITEM)


def test_a_section_knows_its_place() -> None:
    text, _ = split_sections(ONE_ITEM, "sak.md", 11, ("rad",))
    section = text.find(K.BACKGROUND)
    assert section is not None
    assert section.span == Span("sak.md", 17, 1, 23)
    assert (section.first_line, section.source) == (19, "Slik var det.")
    assert text.lead_line == 11


def test_points_have_their_place_in_the_file() -> None:
    text, _ = split_sections(ONE_ITEM, "sak.md", 11, ("rad",))
    proposal = text.find(K.PROPOSAL)
    assert proposal is not None
    assert [(p.id, p.span.line) for p in proposal.points] == [("1", 14), ("2", 15)]
    assert proposal.point("2") is proposal.points[1]
    assert proposal.point("9") is None


SEVERAL = """\
## Forslag til vedtak
Planen vedtas.
## Møtebehandling: regionradet
Innledning.
### Innstilling
1. Planen vedtas.
### Andre ting
#### Vedtak
Ikke et vedtak.
## Møtehandsaming: representantskapet
### Vedtak
1. Planen vedtas.
"""


def test_several_items_have_meeting_headings() -> None:
    text = split(SEVERAL, TWO)
    assert [(s.kind, s.item_id, s.level) for s in text.sections] == [
        (K.PROPOSAL, None, 2),
        (None, "regionradet", 2),
        (K.RECOMMENDATION, "regionradet", 3),
        (None, "regionradet", 3),
        (K.DECISION, "representantskapet", 3),
    ]
    assert text.find(K.DECISION, "regionradet") is None
    assert len(text.of_item("regionradet")) == 3
    assert text.sections[3].source.startswith("#### Vedtak")


def test_the_formats_own_levels_count_and_no_others() -> None:
    text = split("## Bakgrunn\n### Vedtak\nDet eldre vedtaket.\n## Vedtak\nDet nye.")
    assert [s.kind for s in text.sections] == [K.BACKGROUND, K.DECISION]


@pytest.mark.parametrize(
    "quoted",
    [
        "> ## Vedtak\n> 1. Det eldre.",
        "```\n## Vedtak\n```",
        "~~~\n## Vedtak\n~~~",
        "- ## Vedtak",
        "1. ## Vedtak",
        "    ## Vedtak",
        "\\## Vedtak",
        "##Vedtak",
        "####### Vedtak",
        "<!--\n## Vedtak\n-->",
    ],
)
def test_a_heading_inside_something_else_does_not_count(quoted: str) -> None:
    body = f"## Bakgrunn\n\n{quoted}\n"
    assert [s.kind for s in split(body).sections] == [K.BACKGROUND]
    assert split(body).sections[0].source == quoted.strip("\n")


def test_underlined_and_closed_headings_count() -> None:
    text = split("Bakgrunn\n--------\nx\n\n## Vedtak ##\ny")
    assert [(s.kind, s.source) for s in text.sections] == [(K.BACKGROUND, "x"), (K.DECISION, "y")]


@pytest.mark.parametrize("space", ["\u00a0", "\u2007", "\u202f", "\u00a0 "])
def test_a_hard_space_after_the_marks_is_a_space(space: str) -> None:
    body = f"## Møtebehandling: rad\n\n###{space}Vedtak\n\n1. Ja.\n\n##{space}Bakgrunn\n\nTekst.\n"
    text, found = split_sections(body, "sak.md", 1, ("rad",))
    assert [(s.kind, s.title) for s in text.sections] == [
        (K.DECISION, "Vedtak"),
        (K.BACKGROUND, "Bakgrunn"),
    ]
    assert found == []


def test_marks_in_a_heading_do_not_hide_it() -> None:
    assert [s.kind for s in split("## **Vedtak:**\nx\n## [Votering](#v)\ny").sections] == [
        K.DECISION,
        K.VOTE,
    ]


def test_line_endings_of_all_systems_are_the_same() -> None:
    assert split(ONE_ITEM.replace("\n", "\r\n")) == split(ONE_ITEM)
    assert split(ONE_ITEM.replace("\n", "\r")) == split(ONE_ITEM)


def test_link_definitions_serve_the_whole_file() -> None:
    text = split('## Vedtak\nSe [a].\n\n## Kilder\n[a]: https://a.example/x "T"\n')
    assert text.references == '[a]: <https://a.example/x> "T"'
    assert not split(ONE_ITEM).references


def test_an_unknown_item_is_found_with_the_likely_one() -> None:
    problem = problems("## Møtebehandling: regionrådet\n### Vedtak\nx", TWO)[0]
    assert problem.code == "unknown-agenda-item"
    assert problem.suggestion == "regionradet"
    assert problem.span == Span("sak.md", 1, 20, 31)
    assert dict(problem.params)["known"] == "regionradet, representantskapet"


def test_a_meeting_heading_without_an_id_means_the_only_item() -> None:
    body = "## Møtebehandling\n### Vedtak\nx"
    assert split(body).find(K.DECISION, "rad") is not None
    assert not codes(body)
    assert codes(body, TWO) == ["unknown-agenda-item"]
    assert codes(body, ()) == ["unknown-agenda-item"]


@pytest.mark.parametrize(
    ("body", "items", "expected"),
    [
        ("# Bakgrunn\nx", ("rad",), ["top-level-heading"]),
        ("## Vedtak\nx\n## Vedtak\ny", ("rad",), ["duplicate-section"]),
        ("## Vedtak\nx\n## Regionrådets vedtak\ny", ("rad",), ["duplicate-section"]),
        ("## Bakgrunn\nx\n## Saksopplysninger\ny", ("rad",), []),
        ("## Bakgrunn\nx\n## Bakgrunn:\ny", ("rad",), ["duplicate-section"]),
        ("## Protokolltilførsel\nx\n## Protokolltilførsel\ny", ("rad",), []),
        ("## Annet\nx\n## Annet\ny", ("rad",), []),
        ("## Vedtak\nx", TWO, ["section-without-item"]),
        ("## Bakgrunn\nx", TWO, []),
        ("## Vedtak\nx", (), []),
        ("### Vedtak\nx", ("rad",), ["section-level"]),
        ("## Vedtak\nx\n### Vedtak\ny", ("rad",), []),
        ("## Møtebehandling: regionradet\n## Vedtak\nx", TWO, ["section-without-item"]),
    ],
)
def test_what_is_out_of_place_is_found(
    body: str, items: tuple[str, ...], expected: list[str]
) -> None:
    assert codes(body, items) == expected


def test_unsafe_content_is_found_with_its_line_in_the_file() -> None:
    body = "## Bakgrunn\n\nEt <b>ord</b> og [x](javascript:y).\n"
    found = split_sections(body, "sak.md", 30, ("rad",))[1]
    assert [(one.code, one.span.line) for one in found] == [("raw-html", 32), ("unsafe-link", 32)]


def test_a_duplicate_shows_the_first() -> None:
    problem = problems("## Vedtak\nx\n## Vedtak\ny")[0]
    assert (problem.span.line, problem.related[0].span.line) == (3, 1)


def test_no_text_at_all() -> None:
    assert split("").is_empty
    assert split("\n \n").is_empty
    assert not problems("")


LINES = st.sampled_from(
    [
        "## Vedtak",
        "## Møtebehandling: a",
        "## Møtehandsaming: b",
        "### Vedtak",
        "### Votering",
        "# Tittel",
        "Bakgrunn",
        "===",
        "---",
        "> ## Vedtak",
        "```",
        "1. a",
        "2. b",
        "   a) x",
        "",
        "Tekst.",
        "| a |",
        "|---|",
        "<div>",
        "[a]: /b",
        "## Annet:",
        "- ## x",
        "\t# y",
        "#",
    ]
)


def words(text: CaseText) -> str:
    parts = [text.lead]
    for section in text.sections:
        parts += [section.title, section.source]
    return "".join("".join(parts).split())


@given(st.lists(LINES, max_size=25).map("\n".join), st.sampled_from([(), ("a",), ("a", "b")]))
def test_every_line_ends_up_somewhere(body: str, items: tuple[str, ...]) -> None:
    text, _ = split_sections(body, "sak.md", 1, items)
    held = words(text)
    for line in body.split("\n"):
        if line.strip() and not line.startswith(("#", "---", "===", "Bakgrunn")):
            assert "".join(line.split()) in held


@given(st.text(max_size=200) | st.text(alphabet="#>\n -=`1.a)[]:<\t", max_size=200))
def test_any_body_can_be_divided(body: str) -> None:
    text, found = split_sections(body, "sak.md", 5, ("rad",))
    assert all(section.first_line >= 5 for section in text.sections)
    assert all(problem.span.line >= 5 for problem in found)


def test_a_huge_body_is_divided_in_reasonable_time() -> None:
    body = "## Vedtak\n" + "".join(f"{number}. x\n\n   a) y\n" for number in range(1, 900)) * 3
    text, _ = split_sections(body, "sak.md", 1, ("rad",))
    assert len(text.sections[0].points) > 2000
