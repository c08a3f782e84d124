"""The member municipalities' own treatment of a case, one row each."""

from __future__ import annotations

from typing import Any

from casebook.model.case import Case, LocalDecision
from casebook.outputs.pages.view import View


def municipality_rows(view: View, case: Case) -> list[dict[str, Any]]:
    """A row per local decision, and one per municipality that must treat the case and has not."""
    rows = [_row(view, case, decision) for decision in case.local_decisions]
    treated = {d.municipality for d in case.local_decisions if d.outcome or d.not_needed}
    required = case.required.municipalities if case.required else ()
    rows += [_waiting(view, key) for key in required if key not in treated]
    order = {key: place for place, key in enumerate(view.graph.municipalities)}
    return sorted(rows, key=lambda row: order.get(row["id"], len(order)))


def _row(view: View, case: Case, decision: LocalDecision) -> dict[str, Any]:
    required = case.required is not None and decision.municipality in case.required.municipalities
    day = view.name_day(decision.date)
    return {
        "id": decision.municipality,
        "municipality": view.municipality_link(decision.municipality, day),
        "status": _status(decision),
        "purpose": view.words(f"purpose.{decision.purpose.value}") if decision.purpose else "",
        "body": decision.body,
        "number": decision.number,
        "date": view.day(decision.date, decision.doubt("date")),
        "link": {"href": decision.link, "label": view.words("municipal_case_link")}
        if decision.link
        else None,
        "link_gap": view.gap(decision, "link"),
        "required": view.words("must_treat") if required else "",
        "note": decision.note,
    }


def _status(decision: LocalDecision) -> str:
    if decision.not_needed:
        return "ikke-nødvendig"
    return decision.outcome.value if decision.outcome else "ikke-registrert"


def _waiting(view: View, municipality: str) -> dict[str, Any]:
    return {
        "id": municipality,
        "municipality": view.municipality_link(municipality),
        "status": "venter",
        "purpose": "",
        "body": "",
        "number": "",
        "date": None,
        "link": None,
        "link_gap": "absent",
        "required": view.words("must_treat"),
        "note": "",
    }
