from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from casebook.graph import Graph
from casebook.graph.matrix import is_late, local_cell, local_cell_on, matrix_row
from casebook.graph.states import MunicipalStage, Stage
from casebook.outputs.excerpts import municipality_excerpt
from casebook.outputs.pages.case_municipalities import adoption_view, left_note, municipality_rows
from casebook.outputs.pages.matrix import matrix_page
from casebook.outputs.pages.rows import outcome_code
from casebook.outputs.pages.view import View
from tests.support.written import REGION, case, decided, graph_of

REQUIRED = "kreves_av: {kommuner: [nordvik, sund, fjellby], likelydende: ja}\n"


def local(*lines: str) -> str:
    return "kommunebehandling:\n" + "".join(f"  - {{{line}}}\n" for line in lines)


def adopted(place: str, day: str, outcome: str = "vedtatt", purpose: str = "sluttvedtak") -> str:
    return f"kommune: {place}, hensikt: {purpose}, dato: {day}, utfall: {outcome}"


def graph(root: Path, front: str) -> Graph:
    return graph_of(root, {"2025/sak.md": case(f"tittel: Avtale\n{front}")})


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("", "må-behandle"),
        (adopted("sund", "2025-02-01", purpose="høring"), "venter"),
        (adopted("sund", "2025-02-01", "utsatt"), "venter"),
        (adopted("sund", "2025-02-01"), "vedtatt"),
        (adopted("sund", "2025-02-01", "vedtatt-med-endring"), "vedtatt-med-endring"),
        (adopted("sund", "2025-02-01", "ikke-vedtatt"), "ikke-vedtatt"),
        (adopted("sund", "2025-02-01", "tatt-til-orientering"), "tatt-til-orientering"),
        ("kommune: sund, ikke_nødvendig: ja", "ikke-nødvendig"),
    ],
)
def test_where_a_municipality_that_must_treat_stands(
    tmp_path: Path, written: str, status: str
) -> None:
    found = graph(tmp_path, decided("2025-01-10") + REQUIRED + (local(written) if written else ""))
    assert local_cell(found.cases["sak"], "sund").status == status


def test_nothing_follows_from_membership_alone(tmp_path: Path) -> None:
    front = decided("2025-01-10", "virkning: krever-kommunal-behandling")
    found = graph(tmp_path, front)
    row = matrix_row(
        found.cases["sak"], found.municipalities.values(), date(2025, 1, 10), found.as_of
    )
    assert [cell.status for cell in row] == ["ikke-registrert"] * 4


def test_who_was_no_member_is_shown_so(tmp_path: Path) -> None:
    found = graph(tmp_path, decided("2023-01-10"))
    row = matrix_row(
        found.cases["sak"], found.municipalities.values(), date(2023, 1, 10), found.as_of
    )
    assert row[-1].status == "ikke-medlem"


def test_the_final_decision_counts_whatever_else_is_newer(tmp_path: Path) -> None:
    lines = local(
        adopted("sund", "2025-02-01"), adopted("sund", "2025-03-01", "drøftet", "melding")
    )
    found = graph(tmp_path, decided("2025-01-10") + REQUIRED + lines)
    assert local_cell(found.cases["sak"], "sund").status == "vedtatt"


@pytest.mark.parametrize(
    ("last", "stage"),
    [
        ("", MunicipalStage.WAITING),
        (adopted("fjellby", "2025-04-01"), MunicipalStage.COMPLETE),
        (adopted("fjellby", "2025-04-01", "vedtatt-med-endring"), MunicipalStage.NOT_BY_ALL),
        (adopted("fjellby", "2025-04-01", "tatt-til-orientering"), MunicipalStage.NOT_BY_ALL),
        (adopted("fjellby", "2025-04-01", "utsatt"), MunicipalStage.WAITING),
        (adopted("fjellby", "2025-04-01", purpose="høring"), MunicipalStage.WAITING),
    ],
)
def test_the_last_identical_resolution_turns_the_state(
    tmp_path: Path, last: str, stage: MunicipalStage
) -> None:
    lines = [adopted("nordvik", "2025-02-01"), adopted("sund", "2025-03-01"), last]
    found = graph(tmp_path, decided("2025-01-10") + REQUIRED + local(*filter(None, lines)))
    state = found.states["sak"]
    assert state.municipal is stage
    assert state.key == stage.value
    assert outcome_code(View(found, "nb", "index.html"), found.cases["sak"]) == stage.value


def test_what_no_regional_body_decides_is_decided_when_all_have_adopted(tmp_path: Path) -> None:
    required = "kreves_av: {kommuner: [nordvik, sund]}\n"
    one = adopted("nordvik", "2025-02-01")
    found = graph(tmp_path / "one", required + local(one))
    assert found.states["sak"].stage is not Stage.DECIDED
    found = graph(tmp_path / "two", required + local(one, adopted("sund", "2025-03-01")))
    assert found.states["sak"].stage is Stage.DECIDED
    assert found.states["sak"].key == "vedtatt-av-kommunene"


def test_adoption_alone_leaves_a_decision_that_stands_without_the_municipalities(
    tmp_path: Path,
) -> None:
    required = "kreves_av: {kommuner: [nordvik, sund]}\n"
    lines = local(adopted("nordvik", "2025-02-01"))
    state = graph(tmp_path, decided("2025-01-10") + required + lines).states["sak"]
    assert state.key == "vedtatt"
    assert state.adoption is not None
    assert (state.adoption.adopted, len(state.adoption.needed)) == (("nordvik",), 2)


@pytest.mark.parametrize(
    ("places", "done", "said"),
    [
        ("sund", "", "0 av 1 kommune har vedtatt saken."),
        ("sund", "2025-02-01", "Kommunen har vedtatt saken. Dato: 1. februar 2025."),
        ("sund, nordvik", "2025-02-01", "1 av 2 kommuner har vedtatt saken."),
    ],
)
def test_one_municipality_is_told_of_as_one(
    tmp_path: Path, places: str, done: str, said: str
) -> None:
    lines = f"kreves_av: {{kommuner: [{places}]}}\n" + (
        local(adopted("sund", done)) if done else ""
    )
    found = graph(tmp_path, decided("2025-01-10") + lines)
    told = adoption_view(View(found, "nb", "index.html"), found.cases["sak"])
    assert told is not None
    assert told["text"].replace("\xa0", " ") == said


def test_a_matter_that_is_taken_up_again_after_taking_note_is_waited_for(tmp_path: Path) -> None:
    noted = adopted("sund", "2025-02-01", "tatt-til-orientering", "tilslutning")
    lines = local(noted, adopted("sund", "2025-03-01", "utsatt"))
    found = graph(tmp_path, decided("2025-01-10") + REQUIRED + lines)
    assert local_cell(found.cases["sak"], "sund").status == "venter"


def test_what_is_adopted_stays_so_when_it_is_taken_up_again(tmp_path: Path) -> None:
    lines = local(adopted("sund", "2025-02-01"), adopted("sund", "2025-03-01", "utsatt"))
    found = graph(tmp_path, decided("2025-01-10") + REQUIRED + lines)
    assert local_cell(found.cases["sak"], "sund").status == "vedtatt"


ASKED = "virkning: krever-kommunal-behandling"


def twice(last: str) -> str:
    """A case that the council decides in January and again in December."""
    january = f"{{id: en, organ: radet, dato: 2025-01-10, rolle: avgjør, utfall: vedtatt, {ASKED}}}"
    december = f"{{id: to, organ: radet, dato: 2025-12-10, rolle: avgjør, {last}}}"
    return f"behandling: [{january}, {december}]\n"


@pytest.mark.parametrize(
    ("last", "adopting"),
    [
        (f"utfall: vedtatt-med-endring, {ASKED}", ("sund",)),
        ("utfall: vedtatt, virkning: bindende", ("nordvik", "sund")),
        (f"utfall: utsatt, {ASKED}", ("nordvik", "sund")),
    ],
)
def test_who_adopted_before_the_municipalities_were_asked_anew_is_waited_for(
    tmp_path: Path, last: str, adopting: tuple[str, ...]
) -> None:
    sund = (adopted("sund", "2025-02-01", "ikke-vedtatt"), adopted("sund", "2026-02-01"))
    body = "## Møtebehandling: en\n### Vedtak\nJa.\n## Møtebehandling: to\n### Vedtak\nNei.\n"
    front = f"tittel: Avtale\n{twice(last)}{REQUIRED}" + local(
        adopted("nordvik", "2025-02-01"), *sund
    )
    found = graph_of(tmp_path, {"2025/sak.md": case(front, body)})
    state, view = found.states["sak"], View(found, "nb", "index.html")
    assert state.adoption is not None
    assert state.adoption.adopted == adopting
    waiting = ["fjellby"] if "nordvik" in adopting else ["nordvik", "fjellby"]
    rows = municipality_rows(view, found.cases["sak"])
    assert [row["id"] for row in rows if row["open"]] == waiting
    cells = matrix_page(found).view["rows"][0]["cells"]
    assert cells[0]["status"] == ("vedtatt" if "nordvik" in adopting else "venter")


SUND = "medlem: {fra: 2020}}\n  - {id: fjellby"
LEFT = REGION.replace(SUND, SUND.replace("fra: 2020", "fra: 2020, til: 2025-12-31"))
DUE = "kreves_av: {kommuner: [nordvik, sund], frist: 2025-06}\n"


def test_who_has_left_is_not_waited_for(tmp_path: Path) -> None:
    front = f"tittel: Avtale\n{decided('2025-01-10')}{DUE}"
    found = graph_of(tmp_path, {"2025/sak.md": case(front)}, LEFT)
    sak, sund = found.cases["sak"], found.municipalities["sund"]
    assert local_cell_on(sak, sund, date(2025, 12, 31)).status == "må-behandle"
    assert local_cell_on(sak, sund, date(2026, 1, 1)).status == "gikk-ut"
    rows = municipality_rows(View(found, "nb", "index.html"), sak)
    told = [(row["id"], row["status"], row["open"], row["late"]) for row in rows]
    assert told == [("nordvik", "må-behandle", True, True), ("sund", "gikk-ut", False, False)]
    places = matrix_page(found).view["places"]
    assert [place["waiting"] for place in places] == [1, 0, 0, 0]


@pytest.mark.parametrize(
    ("missing", "stage"),
    [
        (("sund",), MunicipalStage.NOT_BY_ALL),
        (("sund", "fjellby"), MunicipalStage.WAITING),
    ],
)
def test_a_decision_waits_for_no_one_when_all_that_lack_have_left(
    tmp_path: Path, missing: tuple[str, ...], stage: MunicipalStage
) -> None:
    done = {"nordvik", "sund", "fjellby"}.difference(missing)
    lines = local(*(adopted(place, "2025-02-01") for place in sorted(done)))
    front = f"tittel: Avtale\n{decided('2025-01-10')}{REQUIRED}{lines}"
    before = graph_of(tmp_path / "before", {"2025/sak.md": case(front)}, REGION)
    after = graph_of(tmp_path / "after", {"2025/sak.md": case(front)}, LEFT)
    assert before.states["sak"].municipal is MunicipalStage.WAITING
    assert after.states["sak"].municipal is stage


def test_the_page_says_who_left_and_settles_nothing(tmp_path: Path) -> None:
    front = f"tittel: Avtale\n{decided('2025-01-10')}{DUE}" + local(
        adopted("nordvik", "2025-02-01")
    )
    sund = "Sund gikk ut av samarbeidet uten å ha avgjort saken."
    for region, left in ((REGION, False), (LEFT, True)):
        found = graph_of(tmp_path, {"2025/sak.md": case(front)}, region)
        told = left_note(View(found, "nb", "index.html"), found.cases["sak"])
        assert told.startswith(sund if left else "")
        assert bool(told) == left


def test_the_deadline_has_passed_on_the_day_after_its_last(tmp_path: Path) -> None:
    found = graph(tmp_path, decided("2025-01-10") + DUE)
    sak = found.cases["sak"]
    cell = local_cell(sak, "nordvik")
    assert not is_late(sak, cell, date(2025, 6, 30))
    assert is_late(sak, cell, date(2025, 7, 1))


def test_an_excerpt_of_who_has_left_ends_when_it_left(tmp_path: Path) -> None:
    days = {"for": "2025-12-01", "etter": "2026-02-01"}
    files = {f"2025/{k}.md": case(f"tittel: {k.title()}\n{decided(v)}") for k, v in days.items()}
    found = graph_of(tmp_path, files, LEFT)
    titles = {
        key: [item.title for item in municipality_excerpt(found, key).sections[0].items]
        for key in ("nordvik", "sund")
    }
    assert titles == {"nordvik": ["Etter", "For"], "sund": ["For"]}
    assert len(municipality_excerpt(found, "sund").sections) == 2


def test_a_consultation_is_named_with_what_came_of_it(tmp_path: Path) -> None:
    lines = local(adopted("sund", "2025-02-01", purpose="høring"), adopted("nordvik", "2025-03-01"))
    found = graph(tmp_path, decided("2025-01-10") + REQUIRED + lines)
    rows = municipality_rows(View(found, "nb", "index.html"), found.cases["sak"])
    prepares = {(row["id"], row["status"]): row["prepares"] for row in rows}
    assert prepares["sund", "vedtatt"]
    assert not prepares["nordvik", "vedtatt"]
    cells = matrix_page(found).view["rows"][0]["cells"]
    assert [cell["purpose"] for cell in cells[:2]] == ["endelig vedtak", "høring: vedtatt"]
    assert not cells[1]["prepares"], "what is waited for is not settled by a consultation"
