"""The front page: what is new, what is coming, what is late."""

from __future__ import annotations

from casebook.graph import Graph
from casebook.graph.states import Stage
from casebook.outputs import addresses
from casebook.outputs.pages.page import Page
from casebook.outputs.pages.registers import year_links
from casebook.outputs.pages.rows import case_row, meeting_row, process_state
from casebook.outputs.pages.view import View

NEWEST = 6


def front_page(graph: Graph) -> Page:
    """The page that readers meet first."""
    view = View(graph, graph.region.language, "index.html")
    states = graph.all_follow_ups
    decided = [c for c in graph.published_cases if graph.states[c.id].stage is Stage.DECIDED]
    announced = {meeting.id for meeting in graph.announced_meetings}
    past = [m for m in reversed(list(graph.meetings.values())) if m.id not in announced]
    processes = list(graph.processes.values())
    return Page(
        address="",
        kind="front",
        template="pages/front.html",
        title=graph.region.name(graph.as_of),
        language=view.language,
        description=graph.region.summary,
        view={
            "region": graph.region.name(graph.as_of),
            "summary": graph.region.summary,
            "decisions": [case_row(view, case) for case in decided[:NEWEST]],
            "newest": [case_row(view, case) for case in graph.published_cases[:NEWEST]],
            "next_meetings": [meeting_row(view, m) for m in graph.upcoming_meetings[:2]],
            "last_meetings": [meeting_row(view, m) for m in past[:3]],
            "open": sum(not state.closed for state in states),
            "overdue": sum(state.overdue for state in states),
            "silent": sum(state.silent and not state.overdue for state in states),
            "done": sum(state.group == "done" for state in states),
            "topics": [view.topic_link(topic) for topic in graph.topics],
            "municipalities": view.member_links(),
            "processes": [
                {
                    **view.process_link(p.id),
                    "text": p.summary,
                    **process_state(view, p),
                }
                for p in processes[:4]
            ],
            "years": year_links(view),
            "follow_up_href": view.to("oppfolging/"),
            "cases_href": view.to("saker/"),
            "meetings_href": view.to("moter/"),
            "search_href": view.to("sok/"),
            "body_links": [
                {"href": view.to(addresses.body(b.id)), "label": b.name()}
                for b in graph.bodies.values()
            ],
        },
    )
