"""The follow-up board: every follow-up of every decision point, in groups."""

from __future__ import annotations

from casebook.graph import Graph
from casebook.outputs import addresses
from casebook.outputs.pages.page import Page
from casebook.outputs.pages.rows import follow_up_row
from casebook.outputs.pages.view import View

GROUPS = ("overdue", "silent", "in-progress", "not-started", "done", "dropped")


def board_page(graph: Graph) -> Page:
    """All follow-ups; overdue and silent are counted from the build's date."""
    view = View(graph, graph.region.language, addresses.page_file("oppfolging/"))
    groups = [
        {
            "key": group,
            "label": view.words(f"board.{group}"),
            "items": [follow_up_row(view, s) for s in graph.all_follow_ups if s.group == group],
        }
        for group in GROUPS
    ]
    return Page(
        address="oppfolging/",
        kind="follow_up",
        section="follow_up",
        template="pages/board.html",
        title=view.words("board_title"),
        language=view.language,
        view={
            "title": view.words("board_title"),
            "groups": groups,
            "as_of": view.words.date(graph.as_of),
        },
        breadcrumb=(
            {"href": view.to(""), "label": view.words("home")},
            {"label": view.words("board_title")},
        ),
    )
