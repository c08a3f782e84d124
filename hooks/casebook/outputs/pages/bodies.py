"""The pages of the bodies, and the list of all with the region that they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from casebook.graph import Graph
from casebook.model.region import Body
from casebook.model.vocabulary import BodyType
from casebook.outputs import addresses
from casebook.outputs.pages.case_papers import source_views
from casebook.outputs.pages.page import MadePage, Page
from casebook.outputs.pages.register_facts import numbering, period, region_facts
from casebook.outputs.pages.register_page import counted, listed, register_page, register_view
from casebook.outputs.pages.rows import meeting_row
from casebook.outputs.pages.view import View


def body_pages(graph: Graph) -> Iterator[MadePage]:
    """The list, and a page per body."""
    yield MadePage.of(partial(_body_index, graph))
    for body in graph.bodies.values():
        yield MadePage.of(partial(_body, graph, body))


def _body_links(view: View) -> list[dict[str, Any]]:
    return [
        {
            "href": view.to(addresses.body(body.id)),
            "label": body.name(),
            "text": body.summary,
            "count": counted(view, view.graph.cases_of_body.get(body.id, ())),
            "kind": view.words(f"body_type.{body.type.value}") if body.type else "",
        }
        for body in view.graph.bodies.values()
    ]


def _body(graph: Graph, body: Body) -> Page:
    address = addresses.body(body.id)
    view = register_view(graph, address)
    meetings = graph.meetings_of_body(body.id)
    content = {
        "summary": body.summary,
        "composition": body.composition,
        "kind_label": view.words(f"body_type.{body.type.value}") if body.type else "",
        "website": body.website,
        "period": period(view, body) if body.since or body.until else None,
        "numbering": numbering(view, body),
        "names": [{"name": n.name, **period(view, n)} for n in body.names],
        "chairs": [
            {"municipality": view.municipality_link(c.municipality), **period(view, c)}
            for c in body.chair
        ],
        "meetings": [meeting_row(view, meeting) for meeting in reversed(meetings)],
        "processes": [
            view.process_link(p.id) for p in graph.processes.values() if body.id in p.responsible
        ],
        "decides": body.type not in (BodyType.ADMINISTRATIVE, BodyType.EXTERNAL),
        **listed(view, graph.cases_of_body.get(body.id, ())),
    }
    above = {"href": view.to("organer/"), "label": view.words("nav_bodies")}
    return register_page(view, address, "body", body.name(), content, above)


def _body_index(graph: Graph) -> Page:
    """All bodies, and the region that they belong to."""
    view = register_view(graph, "organer/")
    body = {
        "entries": _body_links(view),
        "facts": region_facts(view),
        "sources": source_views(view, graph.region.sources),
    }
    return register_page(view, "organer/", "bodies", view.words("bodies_title"), body)
