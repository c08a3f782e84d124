"""Adds to a page what it says of itself to other programmes."""

from __future__ import annotations

from dataclasses import replace

from casebook.outputs.linked.case import case_node
from casebook.outputs.linked.links import follow_facts, links_of
from casebook.outputs.linked.nodes import CONTEXT, breadcrumb
from casebook.outputs.linked.others import (
    body_page,
    data_page,
    front_page,
    list_page,
    meeting_node,
    municipality_page,
    process_node,
)
from casebook.outputs.pages.page import Page
from casebook.outputs.records import Json, Source

_LISTS = frozenset(
    {"cases", "year", "meetings", "follow_up", "processes", "bodies", "municipalities", "topics",
     "topic"}
)  # fmt: skip


def enriched(source: Source, page: Page) -> Page:
    """The page with JSON-LD and links; a page that must not be indexed gets links only."""
    if page.address.startswith("embed/"):
        return page
    links = (*page.head_links, *links_of(source, page))
    page = replace(page, view={**page.view, "follow": follow_facts(source, page)})
    if not source.base or "noindex" in page.robots or page.jsonld is not None:
        return replace(page, head_links=links)
    return replace(page, head_links=links, jsonld=_data(source, page))


def _data(source: Source, page: Page) -> Json | None:
    main, crumbs = _main(source, page), breadcrumb(source, page)
    nodes = [node for node in (main, crumbs) if node is not None]
    return {"@context": CONTEXT, "@graph": nodes} if nodes else None


def _main(source: Source, page: Page) -> Json | None:
    graph, record_id = source.graph, page.address.strip("/").rpartition("/")[2]
    if page.kind == "case" and record_id in source.published:
        return case_node(source, graph.cases[record_id])
    if page.kind == "meeting" and record_id in graph.meetings:
        return meeting_node(source, graph.meetings[record_id])
    if page.kind == "process" and record_id in graph.processes:
        return process_node(source, graph.processes[record_id])
    return _register(source, page, record_id)


def _register(source: Source, page: Page, record_id: str) -> Json | None:
    if page.kind == "body":
        return body_page(source, record_id)
    if page.kind == "municipality":
        return municipality_page(source, record_id)
    if page.kind == "front":
        return front_page(source)
    if page.kind == "data":
        return data_page(source)
    return list_page(source, page) if page.kind in _LISTS else None
