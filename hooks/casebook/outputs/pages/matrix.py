"""The municipality matrix: decisions that concern the municipalities, and where each stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from casebook.graph import Graph
from casebook.graph.matrix import (
    OPEN,
    LocalCell,
    concerns_municipalities,
    is_late,
    matrix_row,
    only_prepares,
)
from casebook.model.action import LocalDecision
from casebook.model.case import Case
from casebook.outputs import addresses
from casebook.outputs.pages.case_municipalities import adoption_view
from casebook.outputs.pages.page import Page
from casebook.outputs.pages.rows import case_row
from casebook.outputs.pages.view import View

MATRIX = "kommuner/matrise/"
LONGEST_MATRIX = 500
"""So many of the newest decisions stand on the page; the table for spreadsheets has them all."""


def matrix_cases(graph: Graph) -> list[Case]:
    """The published cases that the municipalities have a part in, newest first."""
    return [case for case in graph.published_cases if concerns_municipalities(case)]


def cells_of(graph: Graph, case: Case) -> tuple[LocalCell, ...]:
    """Every municipality's cell for one case."""
    state = graph.states[case.id]
    treatment = state.treatment
    day = treatment.date.last if treatment is not None and treatment.date is not None else None
    return matrix_row(case, graph.municipalities.values(), day, graph.as_of, state.asked)


def matrix_page(graph: Graph) -> Page:
    """The overview of all decisions and all municipalities."""
    view = View(graph, graph.region.language, addresses.page_file(MATRIX))
    words = view.words
    cases = matrix_cases(graph)
    rows = [_row(view, case) for case in cases[:LONGEST_MATRIX]]
    return Page(
        address=MATRIX,
        kind="matrix",
        section="municipalities",
        template="pages/matrix.html",
        title=words("matrix.title"),
        language=view.language,
        description=words("matrix.lead"),
        view={
            "title": words("matrix.title"),
            "places": [_place(view, key, cases) for key in graph.municipalities],
            "rows": rows,
            "total": len(cases),
            "table_href": "matrise.csv",
        },
        breadcrumb=(
            {"href": view.to(""), "label": words("home")},
            {"href": view.to("kommuner/"), "label": words("nav_municipalities")},
            {"label": words("matrix.title")},
        ),
    )


def _place(view: View, municipality: str, cases: Iterable[Case]) -> dict[str, Any]:
    """A column's head, with how many decisions wait for the municipality."""
    waiting = sum(
        cell.status in OPEN
        for case in cases
        for cell in cells_of(view.graph, case)
        if cell.municipality == municipality
    )
    return {**view.municipality_link(municipality), "waiting": waiting}


def _row(view: View, case: Case) -> dict[str, Any]:
    row = case_row(view, case)
    return {
        "case": view.case_link(case.id),
        "number": row["number"],
        "body": row["body"],
        "date": row["date"],
        "date_gap": row["date_gap"],
        "outcome": row["outcome"],
        "outcome_doubt": row["outcome_doubt"],
        "role": row["role"],
        "superseded": row["superseded"],
        "adoption": adoption_view(view, case),
        "cells": [_cell(view, case, cell) for cell in cells_of(view.graph, case)],
    }


def _cell(view: View, case: Case, cell: LocalCell) -> dict[str, Any]:
    decision = cell.decision
    place = view.graph.municipalities[cell.municipality]
    return {
        "municipality": place.name(),
        "status": cell.status,
        "status_doubt": (decision.doubt("outcome") if decision is not None else None) or "",
        "registered": cell.registered,
        "late": is_late(case, cell, view.graph.as_of),
        "purpose": _purpose(view, cell, decision) if decision is not None else "",
        "prepares": not cell.unsettled and decision is not None and only_prepares(decision),
        "date": view.day(decision.date, decision.doubt("date"))
        if decision is not None and decision.date
        else None,
        "number": decision.number if decision is not None else "",
        "href": decision.link if decision is not None else "",
    }


def _purpose(view: View, cell: LocalCell, decision: LocalDecision) -> str:
    """What a treatment was for; with what came of it when something else is still awaited."""
    purpose = view.words(f"purpose.{decision.purpose.value}") if decision.purpose else ""
    if not cell.unsettled or decision.outcome is None:
        return purpose
    outcome = view.words(f"outcome_{decision.outcome.value}").lower()
    return f"{purpose}: {outcome}" if purpose else outcome
