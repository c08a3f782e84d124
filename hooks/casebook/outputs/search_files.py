"""The search page and its index, from the graph."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from casebook.graph import Graph
from casebook.model.search_lists import SearchLists
from casebook.outputs.feeds.groups import page_feed
from casebook.outputs.keys import Keys
from casebook.outputs.output_file import OutputFile
from casebook.outputs.pages.page import Page
from casebook.outputs.pages.view import View
from casebook.search import (
    DEFAULT_FACETS,
    MANIFEST,
    Entry,
    Facet,
    Frequencies,
    IndexCache,
    SearchOptions,
    index_files,
)
from casebook.search.page import ListLink, search_page

_LISTS = {
    "cases": "saker/",
    "meetings": "moter/",
    "topics": "emner/",
    "municipalities": "kommuner/",
    "bodies": "organer/",
    "processes": "prosesser/",
    "followups": "oppfolging/",
}
_GROUPS = ("overdue", "silent", "in-progress", "not-started", "done", "dropped")


def search_files(
    entries: Iterator[Entry],
    options: SearchOptions,
    keys: Keys,
    cache: IndexCache | None,
    frequencies: Callable[[], Frequencies],
) -> Iterator[OutputFile]:
    """The files of the index."""
    files = index_files(entries, options=options, cache=cache, frequencies=frequencies)
    for name, content in files:
        # Names carry the content's hash; only the manifest has one for ever.
        key = None if name == MANIFEST else keys.of(name)
        yield OutputFile(f"sok/indeks/{name}", content, key)


def search_options(graph: Graph, lists: SearchLists) -> SearchOptions:
    """The site's own words, and its facets with their labels."""
    view = View(graph, graph.region.language, "sok/index.html")
    names = [period.name for m in graph.municipalities.values() for period in m.names]
    return SearchOptions(
        synonyms=lists.synonyms,
        never_split=frozenset(lists.never_split),
        extra_parts=frozenset(lists.extra_parts),
        proper_names=tuple(dict.fromkeys(names)),
        facets=tuple(_labelled(facet, view) for facet in DEFAULT_FACETS),
    )


def _labelled(facet: Facet, view: View) -> Facet:
    graph, words = view.graph, view.words
    outcomes = [key.removeprefix("outcome_") for key in words.texts if key.startswith("outcome_")]
    labels: dict[str, Mapping[str, str]] = {
        "kind": {kind: words(f"search.value.kind.{kind}") for kind in ("sak", "mote", "prosess")},
        "municipality": {key: m.name() for key, m in graph.municipalities.items()},
        "topic": {k: t.name.in_language(view.language) for k, t in graph.topics.items()},
        "body": {key: body.name() for key, body in graph.bodies.items()},
        "outcome": {value: words(f"outcome_{value}") for value in outcomes},
        "followup": {group: words(f"board.{group}") for group in _GROUPS},
        "attachment": {"ja": words("search.value.attachment.ja")},
    }
    return Facet(facet.name, facet.parameter, labels.get(facet.name, {}), facet.newest_first)


def search_result_page(graph: Graph) -> Page:
    """The page ``/sok/``."""
    view = View(graph, graph.region.language, "sok/index.html")
    words = view.words
    lists = [ListLink(view.to(href), words(f"search.list.{key}")) for key, href in _LISTS.items()]
    return Page(
        address="sok/",
        kind="search",
        template="pages/search.html",
        title=words("search_title"),
        language=view.language,
        robots="noindex,follow",
        view={
            "search": search_page(
                words.texts.__getitem__,
                root=view.root,
                assets=view.to("assets/"),
                lists=lists,
                feeds=feeds(graph),
            )
        },
        breadcrumb=(
            {"href": view.to(""), "label": words("home")},
            {"label": words("search_title")},
        ),
        head_links=(
            {"rel": "modulepreload", "href": view.to("assets/search.js")},
            {"rel": "stylesheet", "href": view.to("assets/search.css")},
        ),
    )


def feeds(graph: Graph) -> dict[str, str]:
    """The feed that is nearest to a filter of the search page."""
    if not graph.region.base_url:
        return {}
    found = {"": "feed/vedtak.xml"}
    found |= {f"oppfolging={group}": "feed/oppfolging.xml" for group in _GROUPS}
    for parameter, kind, ids in (
        ("kommune", "municipality", graph.municipalities),
        ("organ", "body", graph.bodies),
        ("tema", "topic", graph.topics),
    ):
        found |= {f"{parameter}={key}": f"{page_feed(kind, key)}.xml" for key in ids}
    return found
