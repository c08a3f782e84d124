"""Keeps what was published: finds lost addresses, and records new ones after a publication."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from casebook.diagnostics import Diagnostic, Span, finding
from casebook.graph import Graph
from casebook.ledger import LEDGER, lost, recorded, write_ledger
from casebook.model.publication import Published
from casebook.outputs.output_file import OutputFile
from casebook.outputs.published_addresses import (
    former_addresses,
    gone_addresses,
    standing_addresses,
    unwritten_places,
    withheld_addresses,
)
from casebook.outputs.site import SiteOptions
from casebook.publishing import Edition
from casebook.reporting import Report


def lost_addresses(
    graph: Graph, files: Iterable[OutputFile], written: Iterable[str]
) -> Iterator[Diagnostic]:
    """A finding for every published address that would be gone."""
    publication = graph.publication
    if not publication.ledger:
        return
    standing = [now.address for now in standing_addresses(graph, files, written)]
    standing += [*withheld_addresses(graph), *unwritten_places(graph)]
    changes = publication.changes
    told = (*(m.source for m in changes.moved), *(w.address for w in changes.withdrawn))
    places = [address for address in standing if "#" in address]
    standing += former_addresses(graph, (*places, *told))
    gone = lost(publication.ledger, standing, changes, gone_addresses(graph))
    for entry in _outermost(tuple(gone)):
        span, day = Span(LEDGER, entry.line), entry.versions[0].day
        yield finding("address-lost", span, address=entry.address, day=day)


def _outermost(gone: tuple[Published, ...]) -> Iterator[Published]:
    """Without what lies below a lost page, and its embed: they come back with it."""
    pages = {entry.address for entry in gone if entry.address.endswith("/")}
    for entry in gone:
        address = entry.address.removeprefix("embed/")
        above = [address[: place + 1] for place, sign in enumerate(address) if sign == "/"]
        if not pages.intersection(above) - {entry.address}:
            yield entry


def with_lost_addresses(
    edition: Edition, files: Iterable[OutputFile] | None = None, written: tuple[str, ...] = ()
) -> Report:
    """The edition's report, and the addresses that its site would lose.

    Args:
        edition: A reading of the content.
        files: The files of its site, when they are listed already.
        written: Files of the pages that the engine makes itself.
    """
    report = edition.report
    if edition.graph is None or report.errors:
        return report
    listed = edition.files(SiteOptions(written=written)) if files is None else files
    found = (*report.findings, *lost_addresses(edition.graph, listed, written))
    return replace(report, findings=tuple(sorted(found, key=lambda item: item.sort_key)))


def ledger_after(
    graph: Graph, files: Iterable[OutputFile], day: date, written: Iterable[str] = ()
) -> tuple[str, int]:
    """The ledger's text after a publication, and how many addresses are new in it.

    Args:
        graph: The joined records.
        files: The files of the site.
        day: The day of the publication.
        written: Files of the pages that the engine makes itself.
    """
    before = graph.publication.ledger
    after = recorded(before, standing_addresses(graph, files, written), day)
    return write_ledger(after), len(after) - len(before)
