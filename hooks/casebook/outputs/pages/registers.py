"""Pages that list: cases by year, bodies, municipalities and topics."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from casebook.graph import Graph
from casebook.i18n import sort_key
from casebook.model.case import Case
from casebook.outputs import addresses
from casebook.outputs.pages.case_papers import source_views
from casebook.outputs.pages.page import Page
from casebook.outputs.pages.register_facts import numbering, period, region_facts
from casebook.outputs.pages.rows import case_row, meeting_row
from casebook.outputs.pages.view import View

LONGEST_LIST = 100
"""A register shows so many of its newest cases; the years hold them all."""


def register_pages(graph: Graph) -> list[Page]:
    """Every page that lists."""
    pages = [*_case_registers(graph)]
    pages += [_body_index(graph), *_bodies(graph)]
    pages += [_index(graph, "kommuner/", "municipalities", _municipality_links)]
    pages += [_index(graph, "emner/", "topics", _topic_links), *_topics(graph)]
    return pages


_KIND_NAMES = {"body": "body", "topic": "board.facet.tema"}
"""Words for the kinds whose names may be those of other records: «Klima» is a topic and a case."""


def _page(
    view: View,
    address: str,
    kind: str,
    title: str,
    body: Mapping[str, Any],
    *above: Mapping[str, Any],
) -> Page:
    home = {"href": view.to(""), "label": view.words("home")}
    sections = {"cases", "meetings", "bodies", "municipalities", "topics"}
    section = {
        "year": "cases",
        "body": "bodies",
        "municipality": "municipalities",
        "topic": "topics",
    }
    return Page(
        address=address,
        kind=kind,
        section=section.get(kind, kind if kind in sections else ""),
        template=f"pages/{kind}.html",
        title=title,
        qualifier=view.words(_KIND_NAMES[kind]) if kind in _KIND_NAMES else "",
        view={"title": title, **body},
        language=view.language,
        breadcrumb=(home, *above, {"label": title}),
    )


def _view(graph: Graph, address: str) -> View:
    return View(graph, graph.region.language, addresses.page_file(address))


def years_of(graph: Graph) -> dict[int | None, list[Case]]:
    """Published cases by the year they are listed under, newest year first."""
    years: dict[int | None, list[Case]] = defaultdict(list)
    for case in graph.published_cases:
        years[graph.year_of(case)].append(case)
    return dict(sorted(years.items(), key=lambda pair: -(pair[0] or 0)))


def year_links(view: View, current: int | None = -1) -> list[dict[str, Any]]:
    """Links to every year, with how many cases it has."""
    return [
        {
            "href": view.to(addresses.year(year)),
            "label": str(year) if year else view.words("no_year"),
            "count": len(cases),
            "current": year == current,
        }
        for year, cases in years_of(view.graph).items()
    ]


def _case_registers(graph: Graph) -> Iterable[Page]:
    view = _view(graph, "saker/")
    newest = [case_row(view, case) for case in graph.published_cases[:LONGEST_LIST]]
    body = {"years": year_links(view), "cases": newest, "total": len(graph.published_cases)}
    yield _page(view, "saker/", "cases", view.words("cases_title"), body)
    for year, cases in years_of(graph).items():
        address = addresses.year(year)
        view = _view(graph, address)
        title = view.words("cases_of_year", year=year) if year else view.words("cases_without_year")
        above = {"href": view.to("saker/"), "label": view.words("nav_cases")}
        rows = [case_row(view, case) for case in cases]
        body = {"years": year_links(view, year), "cases": rows, "year": year}
        yield _page(view, address, "year", title, body, above)


def _index(graph: Graph, address: str, kind: str, links: Any) -> Page:
    view = _view(graph, address)
    return _page(view, address, kind, view.words(f"{kind}_title"), {"entries": links(view)})


def listed(view: View, cases: Sequence[Case]) -> dict[str, Any]:
    """The newest cases of a register, and how many there are in all."""
    published = [case for case in cases if view.graph.is_published(case)]
    rows = [case_row(view, case) for case in published[:LONGEST_LIST]]
    return {"cases": rows, "total": len(published), "longest": LONGEST_LIST}


def _body_links(view: View) -> list[dict[str, Any]]:
    return [
        {
            "href": view.to(addresses.body(body.id)),
            "label": body.name(),
            "text": body.summary,
            "count": len(view.graph.cases_of_body.get(body.id, ())),
            "kind": view.words(f"body_type.{body.type.value}") if body.type else "",
        }
        for body in view.graph.bodies.values()
    ]


def _bodies(graph: Graph) -> Iterable[Page]:
    for body in graph.bodies.values():
        address = addresses.body(body.id)
        view = _view(graph, address)
        meetings = graph.meetings_of_body(body.id)
        content = {
            "summary": body.summary,
            "composition": body.composition,
            "kind_label": view.words(f"body_type.{body.type.value}") if body.type else "",
            "website": body.website,
            "period": period(view, body.since, body.until),
            "numbering": numbering(view, body),
            "names": [
                {"name": n.name, "since": view.day(n.since), "until": view.day(n.until)}
                for n in body.names
            ],
            "chairs": [
                {
                    "municipality": view.municipality_link(c.municipality),
                    "since": view.day(c.since),
                    "until": view.day(c.until),
                }
                for c in body.chair
            ],
            "meetings": [meeting_row(view, meeting) for meeting in reversed(meetings)],
            **listed(view, graph.cases_of_body.get(body.id, ())),
        }
        above = {"href": view.to("organer/"), "label": view.words("nav_bodies")}
        yield _page(view, address, "body", body.name(), content, above)


def _body_index(graph: Graph) -> Page:
    """All bodies, and the region that they belong to."""
    view = _view(graph, "organer/")
    body = {
        "entries": _body_links(view),
        "facts": region_facts(view),
        "sources": source_views(view, graph.region.sources),
    }
    return _page(view, "organer/", "bodies", view.words("bodies_title"), body)


def _municipality_links(view: View) -> list[dict[str, Any]]:
    return [
        {
            "href": view.to(addresses.municipality(place.id)),
            "label": place.name(),
            "text": place.summary,
            "kind": place.number(view.graph.as_of),
            "count": None,
        }
        for place in view.graph.municipalities.values()
    ]


def _topic_links(view: View) -> list[dict[str, Any]]:
    links = [
        {
            **view.topic_link(topic.id),
            "text": topic.summary,
            "kind": "",
            "count": len(view.graph.cases_of_topic.get(topic.id, ())),
        }
        for topic in view.graph.topics.values()
    ]
    return sorted(links, key=lambda link: sort_key(str(link["label"])))


def _topics(graph: Graph) -> Iterable[Page]:
    for topic in graph.topics.values():
        address = addresses.topic(topic.id)
        view = _view(graph, address)
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
        yield _page(view, address, "topic", title, content, above)
