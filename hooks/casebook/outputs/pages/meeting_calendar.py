"""The meeting calendar."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from casebook.graph import Graph
from casebook.outputs import addresses
from casebook.outputs.pages.page import Page
from casebook.outputs.pages.rows import meeting_row
from casebook.outputs.pages.view import View


def calendar_page(graph: Graph) -> Page:
    """All meetings: the coming ones first, then the past by year."""
    view = View(graph, graph.region.language, addresses.page_file("moter/"))
    coming = {meeting.id for meeting in graph.announced_meetings}
    years: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for meeting in reversed(list(graph.meetings.values())):
        if meeting.id not in coming:
            label = str(meeting.date.year) if meeting.date else view.words("date.unknown")
            years[label].append(meeting_row(view, meeting))
    return Page(
        address="moter/",
        kind="meetings",
        template="pages/calendar.html",
        title=view.words("meetings_title"),
        language=view.language,
        view={
            "title": view.words("meetings_title"),
            "coming": [meeting_row(view, meeting) for meeting in graph.announced_meetings],
            "years": [{"label": label, "meetings": rows} for label, rows in years.items()],
        },
        breadcrumb=(
            {"href": view.to(""), "label": view.words("home")},
            {"label": view.words("nav_meetings")},
        ),
    )
