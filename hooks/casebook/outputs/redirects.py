"""Old addresses that still answer: renamed records, moved pages, withdrawn ones."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from casebook.graph import Graph
from casebook.i18n import Words
from casebook.model.publication import AddressKind
from casebook.outputs import addresses, disclosure
from casebook.outputs.output_file import OutputFile
from casebook.outputs.pages.page import Page
from casebook.outputs.pages.view import View
from casebook.outputs.social import preview_of

INDEXED = "index,follow"
LISTS = {
    "hjelp": "help.title",
    "oppfolging": "nav_follow_up",
    "saker": "nav_cases",
    "tall": "figures.title",
}
"""Folders whose pages come and go, with the content or the programme; the first one stays."""


@dataclass(frozen=True, slots=True)
class Redirect:
    """An old address, where it leads, and what stands there."""

    source: str
    target: str
    label: str
    language: str = ""


def renamed_records(graph: Graph) -> Iterator[Redirect]:
    """Every former id of a record, as the address of its page."""
    view = View(graph, graph.region.language, "index.html")
    for case in graph.cases.values():
        label, language = view.title(case.id), case.language
        for alias in case.aliases:
            yield Redirect(addresses.case(alias), addresses.case(case.id), label, language)
    for meeting in graph.meetings.values():
        label = view.meeting_link(meeting.id)["label"]
        for alias in meeting.aliases:
            target = addresses.meeting(meeting.id)
            yield Redirect(addresses.meeting(alias), target, label, meeting.language)
    for process in graph.processes.values():
        for alias in process.aliases:
            target = addresses.process(process.id)
            yield Redirect(addresses.process(alias), target, process.title, process.language)


def moved_addresses(graph: Graph) -> Iterator[Redirect]:
    """What the hand-written list moves, places on pages left out."""
    for moved in graph.publication.changes.moved:
        if "#" not in moved.source:
            yield Redirect(moved.source, moved.target, f"/{moved.target}")


def redirects(graph: Graph) -> list[Redirect]:
    """Every redirect, by old address."""
    found = [*renamed_records(graph), *moved_addresses(graph)]
    if graph.region.embeds:
        shown = ("sak/", "kommune/", "tema/")
        pages = [r for r in found if r.source.startswith(shown) and r.source.endswith("/")]
        found += [
            replace(redirect, source=f"embed/{redirect.source}", target=f"embed/{redirect.target}")
            for redirect in pages
        ]
    return sorted(found, key=lambda redirect: redirect.source)


def still_moved(graph: Graph, present: Collection[str]) -> list[Redirect]:
    """The redirects without those whose old address has come to answer by itself again.

    Args:
        graph: The joined records.
        present: Every file of the site that no earlier publication called for.
    """
    return [redirect for redirect in redirects(graph) if not stands(redirect.source, present)]


def stands(address: str, present: Collection[str]) -> bool:
    """Whether a page or file answers by itself."""
    return (addresses.page_file(address) if address.endswith("/") else address) in present


def emptied_lists(graph: Graph, present: Collection[str]) -> Iterator[Redirect]:
    """Lists that once had something in them and no longer exist; the list of all takes over."""
    words = Words(graph.region.language)
    for address, entry in graph.publication.ledger.items():
        whole = address.partition("/")[0]
        if whole not in LISTS or entry.kind is not AddressKind.PAGE or address == f"{whole}/":
            continue
        if addresses.page_file(address) not in present:
            yield Redirect(address, f"{whole}/", words(LISTS[whole]))


def redirect_page(graph: Graph, redirect: Redirect) -> Page:
    """The page at an old address: it leads on by itself, and has a link for when it cannot."""
    language = redirect.language or graph.region.language
    page = redirect.target.partition("#")[0].removeprefix("embed/")
    view = View(graph, language, addresses.page_file(redirect.source))
    href, seen = view.to(redirect.target), robots(graph, page)
    return Page(
        address=redirect.source,
        kind="redirect",
        layout="bare.html",
        template="pages/redirect.html",
        title=view.words("moved_title", address=redirect.source.strip("/")),
        view={"heading": view.words("moved_heading"), "href": href, "label": redirect.label},
        language=language,
        description=view.words("moved_heading"),
        canonical=page,
        robots=seen,
        metas=(
            {"http-equiv": "refresh", "content": f"0; url={href}"},
            *(preview_of(graph, redirect.label, page) if seen == INDEXED else ()),
        ),
    )


def robots(graph: Graph, page: str) -> str:
    """What search engines are told at an old address of a page: the same as on a case's own."""
    folder, _, name = page.rstrip("/").partition("/")
    case = graph.cases.get(name) if folder == "sak" else None
    return "noindex" if case and not disclosure.indexable(graph, case) else INDEXED


def withdrawn_pages(graph: Graph, present: Collection[str]) -> Iterator[Page]:
    """A tombstone for every withdrawn page whose record is no longer there."""
    words = Words(graph.region.language)
    for entry in graph.publication.changes.withdrawn:
        uri = addresses.page_file(entry.address)
        if not entry.address.endswith("/") or uri in present:
            continue
        view = View(graph, graph.region.language, uri)
        case = entry.address.startswith("sak/")
        title = words("title_retracted" if case else "title_withdrawn")
        yield Page(
            address=entry.address,
            kind="tombstone",
            template="pages/tombstone.html",
            title=f"{title}: {entry.address.strip('/')}",
            view={
                "title": title,
                "lead": words("tombstone_lead" if case else "withdrawn_lead"),
                "date": view.day(entry.date),
                "reason": entry.reason,
                "replaced_by": None,
            },
            language=graph.region.language,
            robots="noindex",
        )


def copies(graph: Graph, files: Collection[OutputFile]) -> Iterator[OutputFile]:
    """Files of renamed records, and moved files, at their old addresses too.

    A static host cannot redirect a file without settings of its own, so the old address holds the
    same bytes.
    """
    present = {file.uri for file in files}
    moved = [file for file in _moved_files(graph, files) if file.uri not in present]
    renamed = (file for file in _renamed_files(graph, (*files, *moved)) if file.uri not in present)
    for file in {file.uri: file for file in (*renamed, *moved)}.values():
        # Late files are made by whoever lists them anew, and a copy stands in no such list.
        yield replace(file, late=False)


def _moved_files(graph: Graph, files: Collection[OutputFile]) -> Iterator[OutputFile]:
    by_uri = {file.uri: file for file in files}
    for redirect in moved_addresses(graph):
        if not redirect.source.endswith("/") and redirect.target in by_uri:
            yield replace(by_uri[redirect.target], uri=redirect.source)


def _renamed_files(graph: Graph, files: Collection[OutputFile]) -> Iterator[OutputFile]:
    renamed: dict[str, list[str]] = {}
    for redirect in (*renamed_records(graph), *moved_addresses(graph)):
        if redirect.source.endswith("/") and redirect.target.endswith("/"):
            renamed.setdefault(redirect.target[:-1], []).append(redirect.source[:-1])
    if not renamed:
        return
    pattern = re.compile(rf"(?:^|(?<=/))({'|'.join(map(re.escape, renamed))})(?=[/.])")
    for file in files:
        found = pattern.search(file.uri)
        if found is not None and not file.uri.endswith("/index.html"):
            for old in renamed[found[1]]:
                yield replace(
                    file, uri=f"{file.uri[: found.start()]}{old}{file.uri[found.end() :]}"
                )
