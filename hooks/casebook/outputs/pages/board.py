"""The follow-up board: every follow-up of every decision point, in groups, and one facet at a time.

Without script each value of each facet has a page of its own; any combination needs the script,
which reads the facets from the rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from casebook.graph import Graph
from casebook.graph.expected import Expected
from casebook.graph.followups import FollowUpState
from casebook.outputs import addresses
from casebook.outputs.pages.board_rows import (
    CLOSED,
    FACETS,
    GROUPS,
    board_row,
    expected_row,
    expected_values,
    facet_address,
    facet_label,
    facet_language,
    facet_order,
    facet_values,
    recency,
    urgency,
)
from casebook.outputs.pages.page import MadePage, Page
from casebook.outputs.pages.view import View

BOARD = "oppfolging/"
LONGEST_GROUP = 300
"""A group shows so many rows; the pages of the years and the table hold them all."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What one page of the board is about."""

    facet: str = ""
    value: str = ""
    states: tuple[FollowUpState, ...] = ()
    expected: tuple[Expected, ...] = ()

    @property
    def address(self) -> str:
        """Where the page stands."""
        return facet_address(self.facet, self.value) if self.facet else BOARD


def selections(graph: Graph) -> Iterator[Selection]:
    """The whole board, then a page for each value of each facet that has something to show."""
    yield Selection(states=graph.all_follow_ups, expected=graph.expected)
    states: dict[tuple[str, str], list[FollowUpState]] = {}
    expected: dict[tuple[str, str], list[Expected]] = {}
    for state in graph.all_follow_ups:
        for key in _pairs(facet_values(graph, state)):
            states.setdefault(key, []).append(state)
    for missing in graph.expected:
        for key in _pairs(expected_values(graph, missing)):
            expected.setdefault(key, []).append(missing)
    for facet, value in sorted({*states, *expected}):
        key = (facet, value)
        yield Selection(facet, value, tuple(states.get(key, ())), tuple(expected.get(key, ())))


def _pairs(values: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    for facet, found in values.items():
        for value in found:
            yield facet, value


def board_pages(graph: Graph) -> Iterator[MadePage]:
    """The board, and its page for each value of each facet."""
    chosen = list(selections(graph))
    values = [(s.facet, s.value, len(s.states) + len(s.expected)) for s in chosen if s.facet]
    rows: _Rows = {}
    for selection in chosen:
        again = partial(_page, graph, selection, values)
        yield MadePage(again(rows), again)


_Rows = dict[tuple[str, str, str], dict[str, Any]]
"""Rows that are made already, by the root they link from, case and follow-up: most stand on
several pages."""


def _page(
    graph: Graph,
    selection: Selection,
    values: Sequence[tuple[str, str, int]],
    rows: _Rows | None = None,
) -> Page:
    rows = {} if rows is None else rows
    view = View(graph, graph.region.language, addresses.page_file(selection.address))
    words = view.words
    board_title = words("board_title")
    title, qualifier = board_title, ""
    about = words("board_lead", date=words.date(graph.as_of))
    above = [{"href": view.to(""), "label": words("home")}]
    if selection.facet:
        label = facet_label(view, selection.facet, selection.value)
        title = words("board.title_of", what=label)
        qualifier = words(f"board.facet.{selection.facet}")
        about = f"{title} ({qualifier}). {about}"
        above.append({"href": view.to(BOARD), "label": board_title})
    return Page(
        address=selection.address,
        kind="follow_up_part" if selection.facet else "follow_up",
        section="follow_up",
        template="pages/board.html",
        title=title,
        qualifier=qualifier,
        language=view.language,
        description=about,
        view={
            "title": title,
            "facet": selection.facet,
            "as_of": words.date(graph.as_of),
            "groups": [*_groups(view, selection, rows), _expected_group(view, selection)],
            # What is finished would outgrow the rest, and a page of one value is short.
            "folded": () if selection.facet else CLOSED,
            "filters": _filters(view, selection, values),
            "board_href": view.to(BOARD),
            "combine_href": f"{view.to(BOARD)}?{selection.facet}={selection.value}",
            "print_href": view.to("oppfolging/utskrift/"),
            "figures_href": view.to("tall/"),
            "table_href": "oppfolging.csv",
            "script_href": view.to("assets/board.js"),
        },
        breadcrumb=(*above, {"label": title}),
    )


def _groups(view: View, selection: Selection, rows: _Rows) -> list[dict[str, Any]]:
    groups = []
    silence = view.words.count("months", view.graph.region.silent_months)
    for key in GROUPS:
        order = recency if key in CLOSED else urgency
        found = sorted((s for s in selection.states if s.group == key), key=order)
        shown = found if selection.facet == "ar" else found[:LONGEST_GROUP]
        groups.append(
            {
                "key": key,
                "label": view.words(f"board.{key}"),
                "note": view.words(f"board.{key}.note", time=silence),
                "total": len(found),
                "cut": view.words("board.cut", shown=len(shown), total=len(found))
                if len(shown) < len(found)
                else "",
                "rows": [_row(view, state, rows) for state in shown],
            }
        )
    return groups


def _row(view: View, state: FollowUpState, rows: _Rows) -> dict[str, Any]:
    key = (view.root, state.case.id, state.follow_up.id)
    if key not in rows:
        rows[key] = board_row(view, state)
    return rows[key]


def _expected_group(view: View, selection: Selection) -> dict[str, Any]:
    found = selection.expected
    return {
        "key": "without",
        "label": view.words("board.without"),
        "note": view.words("board.without.note"),
        "total": len(found),
        "cut": "",
        "rows": [expected_row(view, missing) for missing in found[:LONGEST_GROUP]],
    }


def _filters(
    view: View, selection: Selection, values: Sequence[tuple[str, str, int]]
) -> list[dict[str, Any]]:
    """Every facet with its values, each a page of its own."""
    filters = []
    for facet in FACETS:
        own = {value: count for name, value, count in values if name == facet}
        options = [
            {
                "value": value,
                "href": view.to(facet_address(facet, value)),
                "label": facet_label(view, facet, value),
                "lang": facet_language(view, facet, value),
                "count": own[value],
                "current": (facet, value) == (selection.facet, selection.value),
            }
            for value in sorted(own, key=partial(facet_order, view, facet))
        ]
        if options:
            filters.append(
                {"key": facet, "label": view.words(f"board.facet.{facet}"), "options": options}
            )
    return filters
