"""Pages that list: cases by year, municipalities and topics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from casebook.graph import Graph
from casebook.graph.matrix import LEFT
from casebook.i18n import sort_key
from casebook.model.case import Case
from casebook.model.region import Municipality, Topic
from casebook.outputs import addresses
from casebook.outputs.pages.bodies import body_pages
from casebook.outputs.pages.page import MadePage, Page
from casebook.outputs.pages.register_page import (
    LONGEST_LIST,
    counted,
    listed,
    register_page,
    register_view,
)
from casebook.outputs.pages.rows import case_row
from casebook.outputs.pages.view import View


def register_pages(graph: Graph) -> Iterator[MadePage]:
    """Every page that lists."""
    yield MadePage.of(partial(_all_cases, graph))
    for year, cases in graph.cases_of_year.items():
        yield MadePage.of(partial(_year, graph, year, cases))
    yield from body_pages(graph)
    for address, kind, links in (
        ("kommuner/", "municipalities", _municipality_links),
        ("emner/", "topics", _topic_links),
    ):
        yield MadePage.of(partial(_index, graph, address, kind, links))
    for topic in graph.topics.values():
        yield MadePage.of(partial(_topic, graph, topic))


def year_links(view: View, current: int | None = -1) -> list[dict[str, Any]]:
    """Links to every year, with how many cases it has."""
    return [
        {
            "href": view.to(addresses.year(year)),
            "label": str(year) if year else view.words("no_year"),
            "count": len(cases),
            "current": year == current,
        }
        for year, cases in view.graph.cases_of_year.items()
    ]


def _all_cases(graph: Graph) -> Page:
    view = register_view(graph, "saker/")
    newest = [case_row(view, case) for case in graph.published_cases[:LONGEST_LIST]]
    body = {"years": year_links(view), "cases": newest, "total": len(graph.published_cases)}
    return register_page(view, "saker/", "cases", view.words("cases_title"), body)


def _year(graph: Graph, year: int | None, cases: Sequence[Case]) -> Page:
    address = addresses.year(year)
    view = register_view(graph, address)
    title = view.words("cases_of_year", year=year) if year else view.words("cases_without_year")
    above = {"href": view.to("saker/"), "label": view.words("nav_cases")}
    rows = [case_row(view, case) for case in cases]
    body = {"years": year_links(view, year), "cases": rows, "year": year}
    return register_page(view, address, "year", title, body, above)


def _index(graph: Graph, address: str, kind: str, links: Any) -> Page:
    view = register_view(graph, address)
    return register_page(view, address, kind, view.words(f"{kind}_title"), {"entries": links(view)})


def _municipality_links(view: View) -> list[dict[str, Any]]:
    return [
        {
            "href": view.to(addresses.municipality(place.id)),
            "label": place.name(),
            "text": place.summary,
            "kind": _known_by(view, place),
            "count": None,
        }
        for place in view.graph.municipalities.values()
    ]


def _known_by(view: View, place: Municipality) -> str:
    """Its number, and that it has left."""
    today, words = view.graph.as_of, view.words
    number = place.number(today)
    return ". ".join(
        (
            *([f"{words('municipality_number')} {number}"] if number else ()),
            *([words(f"local_{LEFT}")] if place.has_left(today) else ()),
        )
    )


def _topic_links(view: View) -> list[dict[str, Any]]:
    links = [
        {
            **view.topic_link(topic.id),
            "text": topic.summary,
            "kind": "",
            "count": counted(view, view.graph.cases_of_topic.get(topic.id, ())),
        }
        for topic in view.graph.topics.values()
    ]
    return sorted(links, key=lambda link: sort_key(str(link["label"])))


def _topic(graph: Graph, topic: Topic) -> Page:
    address = addresses.topic(topic.id)
    view = register_view(graph, address)
    processes = [
        view.process_link(process.id)
        for process in graph.processes.values()
        if topic.id in process.topics
    ]
    content = {
        "summary": topic.summary,
        "processes": processes,
        **listed(view, graph.cases_of_topic.get(topic.id, ())),
    }
    title = topic.name.in_language(view.language)
    above = {"href": view.to("emner/"), "label": view.words("nav_topics")}
    return register_page(view, address, "topic", title, content, above)
