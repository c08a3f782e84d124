"""The member municipalities' own treatment of a case, one row each."""

from __future__ import annotations

from typing import Any

from casebook.graph.matrix import (
    LEFT,
    NOT_NEEDED,
    NOT_REGISTERED,
    OPEN,
    WAITING,
    LocalCell,
    is_late,
    local_cell,
    local_cell_on,
    only_prepares,
)
from casebook.model.action import LocalDecision
from casebook.model.case import Case
from casebook.outputs.pages.rows import named_source
from casebook.outputs.pages.view import View


def municipality_rows(view: View, case: Case) -> list[dict[str, Any]]:
    """A row per local decision, and one per municipality that must still treat the case."""
    required = case.required.municipalities if case.required else ()
    asked, today = view.graph.states[case.id].asked, view.graph.as_of
    named = {*required, *(decision.municipality for decision in case.local_decisions)}
    known = [key for key in view.graph.municipalities if key in named]
    rows: list[dict[str, Any]] = []
    for key in (*known, *sorted(named.difference(known))):
        own = [d for d in case.local_decisions if d.municipality == key]
        own.sort(key=lambda d: d.date.sort_key if d.date else (0, 0, 0))
        place = view.graph.municipalities.get(key)
        cell = local_cell_on(case, place, today, asked) if place else local_cell(case, key, asked)
        left = place is not None and place.has_left(today)
        must = view.words("should_have_treated" if left else "must_treat")
        rows += [_row(view, case, decision, cell, must) for decision in own]
        if cell.unsettled:
            rows.append(_waiting(view, case, cell, must))
    return rows


def adoption_view(view: View, case: Case) -> dict[str, Any] | None:
    """«3 av 4 har vedtatt», with a step for each municipality that must."""
    adoption = view.graph.states[case.id].adoption
    if adoption is None or not adoption.needed:
        return None
    done, total = len(adoption.adopted), len(adoption.needed)
    if adoption.complete:
        last = adoption.last
        key = "adoption.complete_on" if last else "adoption.complete"
        text = view.words.count(key, total, date=view.words.date(last))
    else:
        kind = "identical" if adoption.identical else "plain"
        text = view.words.count(f"adoption.{kind}", total, done=done)
    return {"text": text, "steps": [{"done": place < done} for place in range(total)]}


def left_note(view: View, case: Case) -> str:
    """Who left without adopting; what that makes of the decision is not for a website to say."""
    known, today = view.graph.municipalities, view.graph.as_of
    asked = view.graph.states[case.id].asked
    needed = case.required.municipalities if case.required else ()
    places = [known[key] for key in dict.fromkeys(needed) if key in known]
    cells = ((place, local_cell_on(case, place, today, asked)) for place in places)
    left = [place.name() for place, cell in cells if cell.status == LEFT]
    return view.words("adoption.left", names=view.words.join(left)) if left else ""


def _row(
    view: View, case: Case, decision: LocalDecision, cell: LocalCell, must: str
) -> dict[str, Any]:
    day = view.name_day(decision.date)
    return {
        "id": decision.municipality,
        "municipality": view.municipality_link(decision.municipality, day),
        "status": _status(decision),
        "status_doubt": decision.doubt("outcome") or "",
        "body_doubt": decision.doubt("body") or "",
        "purpose_doubt": decision.doubt("purpose") or "",
        "number_doubt": decision.doubt("number") or "",
        "prepares": only_prepares(decision),
        "open": False,
        "late": False,
        "treated": True,
        "counts": decision is cell.decision,
        "purpose": view.words(f"purpose.{decision.purpose.value}") if decision.purpose else "",
        "body": decision.body,
        "number": decision.number,
        "number_gap": view.gap(decision, "number"),
        "date": view.day(decision.date, decision.doubt("date")),
        "link": {"href": decision.link, "label": view.words("municipal_case_link")}
        if decision.link
        else None,
        "link_gap": view.gap(decision, "link"),
        "required": must if cell.required else "",
        "note": decision.note,
        "source": named_source(view, case, decision.source),
    }


def _status(decision: LocalDecision) -> str:
    if decision.not_needed:
        return NOT_NEEDED
    return decision.outcome.value if decision.outcome else NOT_REGISTERED


def _waiting(view: View, case: Case, cell: LocalCell, must: str) -> dict[str, Any]:
    return {
        "id": cell.municipality,
        "municipality": view.municipality_link(cell.municipality),
        "status": cell.status,
        "status_doubt": "",
        "prepares": False,
        "open": cell.status in OPEN,
        "late": is_late(case, cell, view.graph.as_of),
        "treated": False,
        "counts": True,
        "purpose": view.words("awaits_final") if cell.status == WAITING else "",
        "body": "",
        "number": "",
        "date": None,
        "link": None,
        "link_gap": "absent",
        "number_gap": "absent",
        "source": None,
        "required": must,
        "note": "",
    }
