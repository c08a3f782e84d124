"""Embedding: small pages for frames, the same as JSON, oEmbed, and the web component."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from importlib import resources
from typing import Any

from casebook.graph import Graph
from casebook.model.case import Case
from casebook.outputs import addresses
from casebook.outputs.excerpts import Excerpt, case_excerpt, municipality_excerpt, topic_excerpt
from casebook.outputs.keys import Keys
from casebook.outputs.output_file import OutputFile
from casebook.outputs.pages.linking import COMPONENT, CONFIGURATOR, component_code, frame_code
from casebook.outputs.pages.page import Page, PlannedPage
from casebook.outputs.pages.view import View
from casebook.outputs.pictures import HEIGHT, WIDTH, has_picture, picture_address

FRAME_HEIGHT = 360


def embed_pages(graph: Graph, keys: Keys) -> Iterator[PlannedPage]:
    """The small pages, and the page that shows how to use them."""
    if not graph.region.embeds:
        return
    for case in graph.cases.values():
        uri = addresses.page_file(f"embed/{addresses.case(case.id)}")
        make = partial(_case_page, graph, case)
        yield PlannedPage(uri, make, keys.of_case(case, "embed"), case.origin.path)
    for excerpt in _registers(graph):
        uri = addresses.page_file(f"embed/{excerpt.address}")
        yield PlannedPage(uri, partial(embed_page, graph, excerpt))
    if graph.region.base_url:
        yield PlannedPage(addresses.page_file(CONFIGURATOR), partial(configurator, graph))


def embed_files(graph: Graph, keys: Keys) -> Iterator[OutputFile]:
    """The files for scripts and for other publishing systems."""
    if not graph.region.embeds:
        return
    base_url = graph.region.base_url
    for excerpt in _registers(graph):
        content = _json(excerpt.as_json(base_url))
        yield OutputFile(f"embed/{excerpt.address}innhold.json", content)
    for case in graph.published_cases if base_url else ():
        uri = f"{addresses.case(case.id)}oembed.json"
        make = partial(_oembed_file, graph, case)
        yield OutputFile(uri, make, keys.of_case(case, "oembed"), case.origin.path)
    component = resources.files("casebook.embedding") / "casebook-v1.js"
    yield OutputFile(COMPONENT, component.read_bytes())


def oembed(graph: Graph, case: Case) -> dict[str, Any]:
    """A case as oEmbed 1.0 describes it, and its excerpt for the web component."""
    region, excerpt = graph.region, case_excerpt(graph, case)
    view = View(graph, excerpt.language, "index.html")
    described: dict[str, Any] = {
        "version": "1.0",
        "type": "rich",
        "title": excerpt.title,
        "provider_name": region.name(graph.as_of),
        "provider_url": region.base_url,
        "cache_age": 86400,
        "html": frame_code(view, excerpt.address, excerpt.title),
        "width": 600,
        "height": FRAME_HEIGHT,
    }
    if has_picture(graph, case):
        described["thumbnail_url"] = region.base_url + picture_address(case.id)
        described["thumbnail_width"], described["thumbnail_height"] = WIDTH, HEIGHT
    return {**described, "excerpt": excerpt.as_json(region.base_url)}


def embed_page(graph: Graph, excerpt: Excerpt) -> Page:
    """A small page for a frame; its links open the whole site."""
    address = f"embed/{excerpt.address}"
    view = View(graph, excerpt.language, addresses.page_file(address))
    return Page(
        address=address,
        kind="embed",
        layout="bare.html",
        template="pages/embed.html",
        title=view.words("excerpt_title", title=excerpt.title, address=excerpt.address.strip("/")),
        view={"excerpt": excerpt, "to": view.to, "site_name": graph.region.name(graph.as_of)},
        language=excerpt.language,
        description=excerpt.lead,
        robots="noindex",
        canonical=excerpt.address,
    )


def configurator(graph: Graph) -> Page:
    """The page with the code for every small page of municipalities and topics."""
    view = View(graph, graph.region.language, addresses.page_file(CONFIGURATOR))
    title = view.words("configurator_title")
    return Page(
        address=CONFIGURATOR,
        kind="configurator",
        section="about",
        template="pages/configurator.html",
        title=title,
        view={"title": title, "choices": [_choice(view, e) for e in _registers(graph)]},
        language=view.language,
        description=view.words("configurator_lead"),
        breadcrumb=(
            {"href": view.to(""), "label": view.words("home")},
            {"href": view.to("om/"), "label": view.words("nav_about")},
            {"label": title},
        ),
    )


def _choice(view: View, excerpt: Excerpt) -> dict[str, Any]:
    key = excerpt.address.strip("/").replace("/", "-")
    frame = frame_code(view, excerpt.address, excerpt.title)
    component = component_code(view, excerpt.address, excerpt.title)
    return {
        "title": excerpt.title,
        "href": view.to(f"embed/{excerpt.address}"),
        "boxes": [
            {"id": f"{key}-ramme", "label": view.words("embed_frame"), "text": frame},
            {"id": f"{key}-element", "label": view.words("embed_component"), "text": component},
        ],
    }


def _registers(graph: Graph) -> Iterator[Excerpt]:
    for municipality_id in graph.municipalities:
        yield municipality_excerpt(graph, municipality_id)
    for topic_id in graph.topics:
        yield topic_excerpt(graph, topic_id)


def _case_page(graph: Graph, case: Case) -> Page:
    return embed_page(graph, case_excerpt(graph, case))


def _oembed_file(graph: Graph, case: Case) -> bytes:
    return _json(oembed(graph, case))


def _json(data: object) -> bytes:
    return f"{json.dumps(data, ensure_ascii=False, separators=(',', ':'))}\n".encode()
