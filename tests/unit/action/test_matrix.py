from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from casebook.graph import Graph
from casebook.graph.matrix import local_cell, matrix_row
from casebook.graph.states import MunicipalStage, Stage
from casebook.outputs.pages.rows import outcome_code
from casebook.outputs.pages.view import View
from tests.support.written import case, decided, graph_of

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
    row = matrix_row(found.cases["sak"], found.municipalities.values(), date(2025, 1, 10))
    assert [cell.status for cell in row] == ["ikke-registrert"] * 4


def test_who_was_no_member_is_shown_so(tmp_path: Path) -> None:
    found = graph(tmp_path, decided("2023-01-10"))
    row = matrix_row(found.cases["sak"], found.municipalities.values(), date(2023, 1, 10))
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
        (adopted("fjellby", "2025-04-01", "vedtatt-med-endring"), MunicipalStage.REFUSED),
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
