"""What a link to the site looks like elsewhere: OpenGraph, and where the oEmbed description is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from casebook.graph import Graph
from casebook.i18n import Words
from casebook.model.case import Case
from casebook.outputs.excerpts import case_detail
from casebook.outputs.pages.page import Page
from casebook.outputs.pages.view import View
from casebook.outputs.pictures import HEIGHT, WIDTH, has_picture, picture_address

_TYPES = {"case": "article", "meeting": "article", "process": "article"}


def with_social(graph: Graph, page: Page, *, pictures: bool) -> Page:
    """The page with what other services read in its head; nothing without a known address.

    Args:
        graph: The joined records.
        page: Any page.
        pictures: Whether preview pictures are made.
    """
    if not graph.region.base_url or page.layout != "layout.html" or page.robots == "noindex":
        return page
    case = graph.cases.get(page.address.split("/")[1]) if page.kind == "case" else None
    metas = [*page.metas, *_basics(graph, page)]
    links = list(page.head_links)
    if case is not None:
        if pictures and has_picture(graph, case):
            metas += _picture(graph, page, case)
        if graph.region.embeds:
            url = f"{graph.region.base_url}{page.address}oembed.json"
            kind = "application/json+oembed"
            links.append({"rel": "alternate", "type": kind, "href": url, "title": page.title})
    return replace(page, metas=tuple(metas), head_links=tuple(links))


def preview_of(graph: Graph, title: str, address: str) -> Iterator[Mapping[str, str]]:
    """For a page that only leads on: what it leads to, since many services stay where they came."""
    if graph.region.base_url:
        yield _property("og:title", title)
        yield _property("og:url", graph.region.base_url + address)
        yield _property("og:site_name", graph.region.name(graph.as_of))


def _basics(graph: Graph, page: Page) -> Iterator[Mapping[str, str]]:
    region = graph.region
    about = page.about(Words(page.language)("site_description"))
    yield _property("og:title", page.title)
    yield _property("og:type", _TYPES.get(page.kind, "website"))
    yield _property("og:url", region.base_url + page.address)
    yield _property("og:description", about)
    yield _property("og:site_name", region.name(graph.as_of))
    yield _property("og:locale", f"{page.language}_NO")


def _picture(graph: Graph, page: Page, case: Case) -> Iterator[Mapping[str, str]]:
    view = View(graph, page.language, page.uri)
    yield _property("og:image", graph.region.base_url + picture_address(case.id))
    yield _property("og:image:type", "image/png")
    yield _property("og:image:width", str(WIDTH))
    yield _property("og:image:height", str(HEIGHT))
    yield _property("og:image:alt", f"{page.title}. {case_detail(view, case)}")
    yield {"name": "twitter:card", "content": "summary_large_image"}


def _property(name: str, content: str) -> Mapping[str, str]:
    return {"property": name, "content": content}
