"""Everything that is published, as plain files: the list of all outputs on one screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from casebook.graph import Graph
from casebook.i18n import Words
from casebook.model.search_lists import SearchLists
from casebook.outputs.assets import asset_files
from casebook.outputs.embeds import embed_files, embed_pages
from casebook.outputs.hosting import POLICY
from casebook.outputs.keys import Keys
from casebook.outputs.lasting import lasting_files
from casebook.outputs.linked import enriched
from casebook.outputs.machine_files import machine_files, shared_files
from casebook.outputs.metadata import metadata_files
from casebook.outputs.numbers_pages import number_pages
from casebook.outputs.output_file import OutputFile
from casebook.outputs.pages.action import action_pages
from casebook.outputs.pages.case import case_pages
from casebook.outputs.pages.data import data_pages
from casebook.outputs.pages.front import front_page
from casebook.outputs.pages.help import help_pages
from casebook.outputs.pages.meeting import meeting_pages
from casebook.outputs.pages.meeting_calendar import calendar_page
from casebook.outputs.pages.municipality import municipality_pages
from casebook.outputs.pages.page import MadePage, PlannedPage
from casebook.outputs.pages.process import process_list, process_pages
from casebook.outputs.pages.prose import published_files
from casebook.outputs.pages.registers import register_pages
from casebook.outputs.pages.shell import Renderer
from casebook.outputs.pictures import picture_files
from casebook.outputs.records import Source
from casebook.outputs.search_documents import search_entries
from casebook.outputs.search_files import search_files, search_options, search_result_page
from casebook.outputs.search_parts import PageTexts
from casebook.outputs.social import with_social
from casebook.outputs.tables import table_files
from casebook.search import Frequencies, IndexCache, norwegian_frequencies

NAVIGATION = (
    ("cases", "saker/"),
    ("meetings", "moter/"),
    ("follow_up", "oppfolging/"),
    ("processes", "prosesser/"),
    ("municipalities", "kommuner/"),
    ("bodies", "organer/"),
    ("topics", "emner/"),
    ("about", "om/"),
)


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """What an engine decides about a publication."""

    preview: bool = False
    """Live preview: no policy on the pages, because the engine adds a script of its own."""
    problems: tuple[str, ...] = ()
    """What must be mended before publication; a preview says so on every page."""
    pictures: Path | None = None
    """Where finished preview pictures are kept between builds."""
    written: tuple[str, ...] = ()
    """Files of the hand-written pages, which the engine renders and the sitemap lists."""

    @property
    def base_key(self) -> str:
        """What these options add to the key of every page."""
        return f"preview={self.preview} {self.problems}"


def frame(graph: Graph, options: SiteOptions, language: str, root: str) -> Mapping[str, Any]:
    """The layout's variables that are the same on every page of a language and depth."""
    words = Words(language)
    region = graph.region
    contact = region.mail
    return {
        "site_name": region.name(graph.as_of),
        "policy": "" if options.preview else POLICY,
        "invented": region.invented,
        "problems": options.problems,
        "as_of": words("as_of", date=words.date(graph.as_of)),
        "nav": [
            {"key": key, "href": f"{root}{address}", "label": words(f"nav_{key}")}
            for key, address in NAVIGATION
        ],
        "asset": partial(_asset, root),
        "links": {
            "about": f"{root}om/",
            "accessibility": region.accessibility_statement,
            "privacy": f"{root}om/personvern/",
            "contact": contact,
            "data": f"{root}data/",
            "feed": f"{root}om/folg/",
            "calendar": f"{root}kalender/moter.ics",
            "figures": f"{root}tall/",
            "status": f"{root}status/",
        },
    }


def _asset(root: str, name: str) -> str:
    return f"{root}assets/{name}"


def all_pages(graph: Graph, keys: Keys) -> Iterator[PlannedPage]:
    """Every page."""
    yield from case_pages(graph, keys)
    yield from number_pages(graph, keys)
    yield from help_pages(graph, keys)
    yield from embed_pages(graph, keys)
    yield from data_pages(graph)
    yield from action_pages(graph, keys)
    yield from meeting_pages(graph, keys)
    yield from process_pages(graph, keys)
    yield from map(keys.planned, _other_pages(graph))


def _other_pages(graph: Graph) -> Iterator[MadePage]:
    """Pages that follow from many records; one that shows the same as last time is not rendered."""
    for make in (front_page, calendar_page, process_list, search_result_page):
        yield MadePage.of(partial(make, graph))
    yield from register_pages(graph)
    yield from municipality_pages(graph)


@dataclass(frozen=True, slots=True)
class Material:
    """What the site is made of besides the graph."""

    locations: Mapping[tuple[str, str], Path] = field(default_factory=dict)
    """Where each attachment lies on the disk, by record id and name."""
    texts: PageTexts = field(default_factory=dict)
    """Text of attachments page by page, for search."""
    search: SearchLists = field(default_factory=SearchLists)
    """The site's own words for search."""
    search_cache: IndexCache | None = None
    """What earlier builds worked out for search; this build adds to it."""
    frequencies: Callable[[], Frequencies] = norwegian_frequencies
    """Gives the word list for search, when it is needed."""


def site_files(graph: Graph, material: Material, options: SiteOptions) -> Iterator[OutputFile]:
    """Every file of the site but the search index.

    Args:
        graph: The joined records.
        material: What the site is made of besides the graph.
        options: What the engine decides.
    """
    renderer = Renderer(partial(frame, graph, options), graph.region.base_url)
    source = Source(graph)
    render = partial(_render, renderer, source, options)
    files = list(_current_files(source, material, Keys(graph, options.base_key), render))
    if not options.preview:
        files += picture_files(graph, options.pictures)
    files += metadata_files(source, (*(file.uri for file in files), *options.written))
    yield from files
    yield from lasting_files(graph, files, renderer.render, options.written)


def _current_files(
    source: Source, material: Material, keys: Keys, render: Callable[[PlannedPage], bytes]
) -> Iterator[OutputFile]:
    """What the records and the programme give, without what only earlier publications call for."""
    graph = source.graph
    yield from machine_files(source, keys)
    for planned in all_pages(graph, keys):
        make = partial(render, planned)
        yield OutputFile(planned.uri, make, planned.key, planned.source)
    for record_id in (*graph.cases, *graph.meetings):
        if record_id in graph.cases and not graph.is_published(graph.cases[record_id]):
            continue
        for name, address in published_files(graph, record_id).items():
            facts = graph.files[record_id][name]
            yield OutputFile(address, material.locations[record_id, name], facts.sha256)
    yield from embed_files(graph, keys)
    yield from table_files(graph)
    yield from asset_files()


def index_files(graph: Graph, material: Material, options: SiteOptions) -> Iterator[OutputFile]:
    """The search index: one long piece of work, done while other processes render the pages."""
    keys = Keys(graph, options.base_key, suggestions=False)
    entries = search_entries(graph, material.texts, keys)
    chosen = search_options(graph, material.search)
    yield from search_files(entries, chosen, keys, material.search_cache, material.frequencies)


def late_files(graph: Graph, options: SiteOptions) -> Iterator[OutputFile]:
    """Those of ``site_files`` that are marked as late, without planning the others."""
    yield from shared_files(Source(graph), Keys(graph, options.base_key, suggestions=False))


def _render(
    renderer: Renderer, source: Source, options: SiteOptions, planned: PlannedPage
) -> bytes:
    page = with_social(source.graph, planned.make(), pictures=not options.preview)
    return renderer.render(enriched(source, page))
