"""The board on paper: one table with the columns that councils use in their own reports."""

from __future__ import annotations

from casebook.graph import Graph
from casebook.outputs import addresses
from casebook.outputs.pages.board import BOARD
from casebook.outputs.pages.board_rows import GROUPS, board_row, urgency
from casebook.outputs.pages.page import Page
from casebook.outputs.pages.view import View


def print_page(graph: Graph) -> Page:
    """What is open, and what was closed in the last year, as one table to print."""
    address = "oppfolging/utskrift/"
    view = View(graph, graph.region.language, addresses.page_file(address))
    year_ago = graph.as_of.replace(year=graph.as_of.year - 1, day=min(graph.as_of.day, 28))
    recent = [
        state
        for state in graph.all_follow_ups
        if not state.closed or (state.closed_on is not None and state.closed_on.last >= year_ago)
    ]
    title = view.words("board.print_title")
    recent.sort(key=lambda state: (GROUPS.index(state.group), urgency(state)))
    return Page(
        address=address,
        kind="follow_up_print",
        section="follow_up",
        template="pages/board_print.html",
        title=title,
        language=view.language,
        view={
            "title": title,
            "lead": view.words("board.print_lead", date=view.words.date(graph.as_of)),
            "rows": [board_row(view, state) for state in recent],
            "table_href": view.to("oppfolging/oppfolging.csv"),
        },
        breadcrumb=(
            {"href": view.to(""), "label": view.words("home")},
            {"href": view.to(BOARD), "label": view.words("board_title")},
            {"label": title},
        ),
    )
