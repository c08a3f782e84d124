"""Every address that the site answers now, as the ledger lists them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from casebook.graph import Graph
from casebook.graph.links import published_names
from casebook.graph.treatments import Treatment
from casebook.ledger import Standing, decision_digest, holds_text
from casebook.model.case import Case
from casebook.model.meeting import Meeting
from casebook.model.publication import AddressKind
from casebook.model.text import Point
from casebook.numbers import parse_number
from casebook.outputs import addresses
from casebook.outputs.earlier import published_entries
from casebook.outputs.output_file import OutputFile
from casebook.outputs.pages.case_decisions import first_with_decision
from casebook.outputs.pages.prose import published_files
from casebook.outputs.pages.view import View
from casebook.outputs.redirects import redirects

_INTERNAL = ("assets/", "sok/indeks/", "bilde/", "_", "404.html")
"""What pages load and hosts read: nobody links to it, and each version may change it."""
_PAGE = re.compile(r"(?:embed/)?[a-z]+/[^/#]+/")


def standing_addresses(
    graph: Graph, files: Iterable[OutputFile], written: Iterable[str]
) -> Iterator[Standing]:
    """Pages and files as they are written, and the places on pages that others cite.

    Args:
        graph: The joined records.
        files: The files of the site.
        written: Files of the pages that the engine makes itself.
    """
    attachments = {a.address: a for a in _attachments(graph)}
    for uri in (*(file.uri for file in files), *written):
        if uri.startswith(_INTERNAL):
            continue
        if uri.endswith("index.html"):
            yield Standing(uri.removesuffix("index.html"), AddressKind.PAGE)
        else:
            yield attachments.get(uri) or Standing(uri, AddressKind.FILE)
    for case in graph.published_cases:
        yield from _decision_places(graph, case)
    for meeting in graph.meetings.values():
        yield from _formalities(meeting)


def on_page(graph: Graph, record: Case | Meeting) -> Iterator[str]:
    """What a record's own page and folder answer: its places and its files."""
    places = _decision_places(graph, record) if isinstance(record, Case) else _formalities(record)
    yield from (place.address for place in places)
    yield from published_files(graph, record.id).values()


def gone_addresses(graph: Graph) -> Iterator[str]:
    """Pages that are tombstones: what lay below them is gone with a date and a reason."""
    for case in graph.cases.values():
        if not graph.is_published(case):
            for name in (case.id, *case.aliases):
                yield addresses.case(name)
                yield f"embed/{addresses.case(name)}"


def former_addresses(graph: Graph, known: Iterable[str]) -> Iterator[str]:
    """What stands on and below the pages of renamed records, under their former names."""
    former: dict[str, list[str]] = {}
    for redirect in redirects(graph):
        former.setdefault(redirect.target, []).append(redirect.source)
    for address in known:
        page = _PAGE.match(address)
        if page is not None:
            yield from (old + address[page.end() :] for old in former.get(page[0], ()))


def withheld_addresses(graph: Graph) -> Iterator[str]:
    """Addresses that the content itself takes away: withheld decisions, embedding switched off."""
    if not graph.region.embeds:
        ledger = graph.publication.ledger
        yield from (a for a in ledger if a.startswith("embed/") or a.endswith("/oembed.json"))
    for case in graph.published_cases:
        yield from _withheld_places(graph, case)


def _withheld_places(graph: Graph, case: Case) -> Iterator[str]:
    """Places of withheld decisions, by every name of the case, and the short names of places.

    Short names were those of the first decision; a public item still has its points by their own.
    """
    hidden = {t.item.id for t in graph.treatments[case.id] if t.withheld}
    if not hidden:
        return
    public = tuple(f"{item.id}-" for item in case.agenda_items if item.id not in hidden)
    for entry in published_entries(graph, case.id):
        if entry.kind is AddressKind.PLACE:
            place = entry.address.partition("#")[2]
            if not place.startswith(public):
                yield entry.address


def unwritten_places(graph: Graph) -> Iterator[str]:
    """The short name of a decision that was published as a heading only, and is not written yet."""
    ledger = graph.publication.ledger
    for case in graph.published_cases:
        for treatment in graph.treatments[case.id]:
            known = ledger.get(addresses.case(case.id, treatment.anchor))
            if known is not None and known.newest.digest and not holds_text(known.newest.digest):
                yield addresses.case(case.id, "vedtak")


def _attachments(graph: Graph) -> Iterator[Standing]:
    for record_id in (*graph.cases, *graph.meetings):
        if not published_names(graph, record_id):
            continue
        for name, address in published_files(graph, record_id).items():
            facts = graph.files[record_id][name]
            yield Standing(address, AddressKind.ATTACHMENT, facts.sha256, name)


def _decision_places(graph: Graph, case: Case) -> Iterator[Standing]:
    view = View(graph, graph.region.language, "index.html")
    aliased = first_with_decision(case, view)
    for treatment in graph.treatments[case.id]:
        decision = treatment.decision
        digest = decision_digest(decision.source, len(case.changes)) if decision else ""
        yield _place(case.id, treatment.anchor, digest)
        if treatment is aliased:
            yield _place(case.id, "vedtak")
        for point in treatment.points:
            yield from _points(case, treatment, point, alias=treatment is aliased)


def _points(case: Case, treatment: Treatment, point: Point, *, alias: bool) -> Iterator[Standing]:
    yield _place(case.id, treatment.point_anchor(point))
    if alias:
        yield _place(case.id, point.fragment)
    for inner in point.subpoints:
        yield from _points(case, treatment, inner, alias=alias)


def _place(case_id: str, anchor: str, digest: str = "") -> Standing:
    return Standing(addresses.case(case_id, anchor), AddressKind.PLACE, digest)


def _formalities(meeting: Meeting) -> Iterator[Standing]:
    for formality in meeting.formalities:
        number = parse_number(formality.number) if formality.number else None
        if number is not None:
            yield Standing(addresses.meeting(meeting.id, str(number.number)), AddressKind.PLACE)
