"""A follow-up as a row of the board, with the values that it can be filtered by."""

from __future__ import annotations

from typing import Any

from casebook.graph import Graph
from casebook.graph.expected import Expected
from casebook.graph.followups import FollowUpState
from casebook.graph.treatments import Treatment
from casebook.i18n import sort_key
from casebook.outputs import addresses
from casebook.outputs.pages.rows import follow_up_row, standing_label
from casebook.outputs.pages.view import View

GROUPS = ("overdue", "silent", "in-progress", "not-started", "done", "dropped")
CLOSED = frozenset({"done", "dropped"})
FACETS = ("organ", "kommune", "eier", "prosess", "tema", "ar")
"""Names of the facets as addresses and the address's query write them."""
NO_OWNER = "ikke-registrert"


def facet_values(graph: Graph, state: FollowUpState) -> dict[str, tuple[str, ...]]:
    """The values of each facet for one follow-up."""
    case, follow_up = state.case, state.follow_up
    owning = [o.removeprefix("kommune:") for o in follow_up.owners if o.startswith("kommune:")]
    places = dict.fromkeys([*owning, *graph.municipalities_of(case)])
    processes = dict.fromkeys([follow_up.process, *case.processes])
    owners = tuple(dict.fromkeys(owner.replace(":", "/") for owner in follow_up.owners))
    return {
        **_treatment_values(graph, state.treatment),
        "kommune": tuple(key for key in places if key in graph.municipalities),
        "eier": owners or (NO_OWNER,),
        "prosess": tuple(key for key in processes if key in graph.processes),
        "tema": tuple(key for key in case.topics if key in graph.topics),
        "ar": _years(graph, state),
    }


def expected_values(graph: Graph, expected: Expected) -> dict[str, tuple[str, ...]]:
    """The values of each facet for a decision without a follow-up."""
    case, date = expected.treatment.case, expected.treatment.date
    return {
        **_treatment_values(graph, expected.treatment),
        "kommune": graph.municipalities_of(case),
        "eier": (NO_OWNER,),
        "prosess": tuple(key for key in case.processes if key in graph.processes),
        "tema": tuple(key for key in case.topics if key in graph.topics),
        "ar": (str(date.year),) if date else (),
    }


def _treatment_values(graph: Graph, treatment: Treatment | None) -> dict[str, tuple[str, ...]]:
    body = treatment.body if treatment is not None else None
    return {"organ": (body.id,) if body is not None and body.id in graph.bodies else ()}


def _years(graph: Graph, state: FollowUpState) -> tuple[str, ...]:
    day = state.treatment.date if state.treatment is not None else None
    year = day.year if day is not None else graph.year_of(state.case)
    return (str(year),) if year is not None else ()


def facet_label(view: View, facet: str, value: str) -> str:
    """A facet's value in words."""
    graph = view.graph
    match facet:
        case "organ":
            return graph.bodies[value].name()
        case "kommune":
            return graph.municipalities[value].name()
        case "prosess":
            return graph.processes[value].title
        case "tema":
            return graph.topics[value].name.in_language(view.language)
        case "eier":
            if value == NO_OWNER:
                return view.words("board.no_owner")
            return graph.owner_name(value.replace("/", ":"))
        case _:
            return value


def facet_language(view: View, facet: str, value: str) -> str:
    """The language of a facet's value in words, when it is not the page's."""
    return view.foreign(view.graph.processes[value]) if facet == "prosess" else ""


def facet_address(facet: str, value: str) -> str:
    """The page of one value of one facet."""
    return f"oppfolging/{facet}/{value}/"


def facet_order(view: View, facet: str, value: str) -> tuple[int, str]:
    """Sort key for the values of a facet: years newest first, the rest by name."""
    if facet == "ar":
        return (-int(value), "")
    return (int(value == NO_OWNER), sort_key(facet_label(view, facet, value)))


def board_row(view: View, state: FollowUpState) -> dict[str, Any]:
    """One follow-up: what, by whom, by when, how it stands, and the last that was heard."""
    row = follow_up_row(view, state)
    last = row.pop("log")
    treatment = state.treatment
    return {
        **row,
        "group": state.group,
        "number": view.number(treatment),
        "body": view.body_link(treatment) if treatment is not None else None,
        "decided": view.day(treatment.date, treatment.date_doubt) if treatment else None,
        "superseded": standing_label(view, state.case),
        "last": last[-1] if last else None,
        "facets": facet_values(view.graph, state),
    }


def expected_row(view: View, expected: Expected) -> dict[str, Any]:
    """A decision that nobody is registered to follow up, with links to its points."""
    treatment = expected.treatment
    case_id = treatment.case.id
    anchor = treatment.anchor
    return {
        "case": {**view.case_link(case_id), "href": view.to(addresses.case(case_id, anchor))},
        "number": view.number(treatment),
        "body": view.body_link(treatment),
        "decided": view.day(treatment.date, treatment.date_doubt),
        "why": expected_because(view, expected),
        "points": [
            {
                "href": view.to(addresses.case(case_id, treatment.point_anchor(point))),
                "label": view.words("point_number", number=point.number),
            }
            for point in expected.points
        ],
        "facets": expected_values(view.graph, expected),
    }


def expected_because(view: View, expected: Expected) -> str:
    """Why a decision should have a follow-up."""
    effect = expected.treatment.item.effect
    if expected.stated or effect is None:
        return view.words("board.expected_stated")
    return view.words(f"board.expected_{effect.value}")


def urgency(state: FollowUpState) -> tuple[Any, ...]:
    """Order within a group: the earliest deadline first, then the longest without news."""
    due = state.due.sort_key if state.due else (9999, 0, 0)
    last = state.last_entry.date if state.last_entry is not None else None
    return (due, last.sort_key if last else (0, 0, 0), state.case.id, state.follow_up.id)


def recency(state: FollowUpState) -> tuple[Any, ...]:
    """Order among the closed: the latest closed first."""
    day = state.closed_on.sort_key if state.closed_on else (0, 0, 0)
    return (tuple(-part for part in day), state.case.id, state.follow_up.id)
