"""The page of open data, and the page that explains how to follow the site."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from casebook.graph import Graph
from casebook.i18n import sort_key
from casebook.outputs import addresses
from casebook.outputs.calendars.files import DEADLINES, MEETINGS, of_body
from casebook.outputs.data.package import PACKAGE, TABLES
from casebook.outputs.data.schemas_lists import SCHEMAS
from casebook.outputs.feeds import page_feed, possible
from casebook.outputs.pages.page import Page, PlannedPage
from casebook.outputs.pages.view import View
from casebook.outputs.records import VERSION, Source
from casebook.outputs.records.licences import licence_of

DATA = "data/"
FOLLOW = "om/folg/"
Links = list[dict[str, Any]]


def data_pages(graph: Graph) -> Iterator[PlannedPage]:
    """Both pages."""
    for address, make in ((DATA, data_page), (FOLLOW, follow_page)):
        yield PlannedPage(addresses.page_file(address), partial(make, graph))


def data_page(graph: Graph) -> Page:
    """Every download, what is in it, and the licence."""
    view = _view(graph, DATA)
    words, source = view.words, Source(graph)
    licence = licence_of(graph.region.licence)
    major = VERSION.partition(".")[0]
    body = {
        "licence": {"label": licence.title, "href": licence.url},
        "publisher": graph.region.name(graph.as_of),
        "as_of": words.date(graph.as_of),
        "absolute": bool(source.base),
        "json_files": _files(view, "data.file", _JSON),
        "tables": [
            {
                "href": view.to(f"data/{table.name}.csv"),
                "name": f"{table.name}.csv",
                "text": words(f"data.table.{table.name}"),
            }
            for table in TABLES
        ],
        "package_href": view.to(PACKAGE),
        "standards": _files(view, "data.file", _STANDARDS) if source.base else [],
        "schemas": [
            {
                "href": view.to(f"data/skjema/{major}/{kind}.schema.json"),
                "label": words(f"data.schema.{kind}"),
            }
            for kind in SCHEMAS
        ],
        "version": VERSION,
        "follow_href": view.to(FOLLOW),
        "status_href": view.to("status/"),
        "limits": [words("data.oparl_limits"), words("data.einnsyn_limits")],
    }
    crumbs = ({"href": view.to(""), "label": words("home")}, {"label": words("data.title")})
    return _page(view, DATA, "data", words("data.title"), words("data.lead"), body, crumbs)


_JSON = ("saker.json", "moter.json", "prosesser.json", "register.json", "endringer.json")
_STANDARDS = ("oparl/system.json", "einnsyn.json", "katalog.ttl")


def _files(view: View, key: str, names: tuple[str, ...]) -> Links:
    return [
        {"href": view.to(f"data/{name}"), "name": name, "text": view.words(f"{key}.{name}")}
        for name in names
    ]


def follow_page(graph: Graph) -> Page:
    """How to follow: feeds, calendars, and what they are."""
    view = _view(graph, FOLLOW)
    words, source = view.words, Source(graph)
    feeds = possible(source)
    body = {
        "feeds": feeds,
        "main_feeds": [
            _feed(view, f"feed/{name}", words(f"feed.{key}"))
            for name, key in (
                ("vedtak", "decisions"),
                ("oppfolging", "follow_ups"),
                ("endringer", "changes"),
            )
        ],
        "groups": [group for group in _groups(view) if group["items"]] if feeds else [],
        "calendars": _calendars(view),
        "webcal": _webcal(source, MEETINGS),
        "data_href": view.to(DATA),
        "contact": graph.region.contact,
    }
    crumbs = (
        {"href": view.to(""), "label": words("home")},
        {"href": view.to("om/"), "label": words("nav_about")},
        {"label": words("follow.title")},
    )
    return _page(view, FOLLOW, "follow", words("follow.title"), words("follow.lead"), body, crumbs)


def _groups(view: View) -> Links:
    graph, language = view.graph, view.language
    named: dict[str, list[tuple[str, str]]] = {
        "body": [(body.id, body.name()) for body in graph.bodies.values()],
        "municipality": [(place.id, place.name()) for place in graph.municipalities.values()],
        "topic": [(topic.id, topic.name.in_language(language)) for topic in graph.topics.values()],
        "process": [(process.id, process.title) for process in graph.processes.values()],
    }
    labels = {"body": "bodies", "municipality": "municipalities", "topic": "topics"}
    return [
        {
            "label": view.words(f"nav_{labels.get(kind, 'processes')}"),
            "items": [
                _feed(view, page_feed(kind, key), name)
                for key, name in sorted(names, key=lambda pair: sort_key(pair[1]))
            ],
        }
        for kind, names in named.items()
    ]


def _feed(view: View, path: str, label: str) -> dict[str, Any]:
    return {"label": label, "atom": view.to(f"{path}.xml"), "json": view.to(f"{path}.json")}


def _calendars(view: View) -> Links:
    graph, words = view.graph, view.words
    links = [{"href": view.to(MEETINGS), "label": words("follow.all_meetings")}]
    links += [
        {"href": view.to(of_body(body.id)), "label": words("cal.meetings_of", name=body.name())}
        for body in graph.bodies.values()
        if graph.meetings_of_body(body.id)
    ]
    return [*links, {"href": view.to(DEADLINES), "label": words("cal.deadlines")}]


def _webcal(source: Source, address: str) -> str:
    """The address that makes a programme subscribe; empty without a known address."""
    return f"webcal://{source.url(address).partition('://')[2]}" if source.base else ""


def _view(graph: Graph, address: str) -> View:
    return View(graph, graph.region.language, addresses.page_file(address))


def _page(
    view: View,
    address: str,
    kind: str,
    title: str,
    lead: str,
    body: dict[str, Any],
    crumbs: tuple[dict[str, str], ...],
) -> Page:
    return Page(
        address=address,
        kind=kind,
        section="about",
        template=f"pages/{kind}.html",
        title=title,
        view={"title": title, "lead": lead, **body},
        language=view.language,
        description=lead,
        breadcrumb=crumbs,
    )
