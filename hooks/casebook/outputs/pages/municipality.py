"""The page of a municipality: what waits for it, what it has adopted, what it must follow up."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from casebook.graph import Graph
from casebook.model.case import Case
from casebook.model.region import Municipality
from casebook.outputs import addresses
from casebook.outputs.pages.board_rows import urgency
from casebook.outputs.pages.case_municipalities import municipality_rows
from casebook.outputs.pages.matrix import MATRIX, matrix_cases
from casebook.outputs.pages.page import MadePage, Page
from casebook.outputs.pages.register_facts import period
from casebook.outputs.pages.register_page import listed
from casebook.outputs.pages.rows import follow_up_row, municipal_stage, standing_label
from casebook.outputs.pages.view import View


def municipality_pages(graph: Graph) -> Iterator[MadePage]:
    """A page per municipality, former members too."""
    cases = matrix_cases(graph)
    for place in graph.municipalities.values():
        yield MadePage.of(partial(_page, graph, place, cases))


def _page(graph: Graph, place: Municipality, cases: list[Case]) -> Page:
    address = addresses.municipality(place.id)
    view = View(graph, graph.region.language, addresses.page_file(address))
    return Page(
        address=address,
        kind="municipality",
        section="municipalities",
        template="pages/municipality.html",
        title=place.name(),
        qualifier=view.words("municipality"),
        view={"title": place.name(), **_facts(view, place), **_treated(view, place, cases)},
        language=view.language,
        description=view.words("municipality.lead", name=place.name()),
        breadcrumb=(
            {"href": view.to(""), "label": view.words("home")},
            {"href": view.to("kommuner/"), "label": view.words("nav_municipalities")},
            {"label": place.name()},
        ),
    )


def _facts(view: View, place: Municipality) -> dict[str, Any]:
    membership = place.membership
    return {
        "summary": place.summary,
        "website": place.website,
        "names": [{"name": n.name, **period(view, n)} for n in place.names],
        "number": place.number(view.graph.as_of),
        "numbers": [{"number": n.number, **period(view, n)} for n in place.numbers],
        "member": period(view, membership) if membership else None,
    }


def _treated(view: View, place: Municipality, cases: list[Case]) -> dict[str, Any]:
    graph = view.graph
    rows = [
        {
            **row,
            "case": view.case_link(case.id),
            "lang": view.foreign(case),
            "deadline": _deadline(view, case) if row["open"] else None,
            **_state(view, case),
        }
        for case in cases
        for row in municipality_rows(view, case)
        if row["id"] == place.id
    ]
    owned = [s for s in graph.all_follow_ups if f"kommune:{place.id}" in s.follow_up.owners]
    concerned = [c for c in graph.published_cases if place.id in graph.municipalities_of(c)]
    return {
        "waiting": [row for row in rows if row["open"]],
        "treated": [row for row in rows if row["treated"]],
        "follow_ups": [
            follow_up_row(view, state) for state in sorted(owned, key=urgency) if not state.closed
        ],
        "closed": sum(state.closed for state in owned),
        "board_href": view.to(f"oppfolging/kommune/{place.id}/") if owned else "",
        "matrix_href": view.to(MATRIX),
        **listed(view, concerned),
    }


def _state(view: View, case: Case) -> dict[str, Any]:
    """Where the decision itself stands, beside where the municipality stands."""
    return {**municipal_stage(view, case), "superseded": standing_label(view, case)}


def _deadline(view: View, case: Case) -> dict[str, Any] | None:
    """When a waiting municipality must be done."""
    deadline = case.required.deadline if case.required is not None else None
    if deadline is None:
        return None
    if deadline.date is None:
        return {"text": deadline.text}
    return view.day(deadline.date, case.required.doubt("deadline") if case.required else None)
