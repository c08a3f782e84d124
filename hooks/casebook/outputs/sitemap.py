"""The sitemap, with the day that each page really changed.

A page of one record has the record's day; a page that lists has the newest day of what it lists. A
page without a known day has none, rather than the day of the build.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from html import escape

from casebook.model.case import Case
from casebook.outputs import addresses, disclosure
from casebook.outputs.records import Source, moments

_START = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
)
_LEFT_OUT = ("embed/", "sok/", "hjelp/", "s/")


def sitemap(source: Source, pages: Iterable[str]) -> bytes:
    """Every page that search engines may keep."""
    days = _days(source)
    hidden = _hidden(source)
    lines = []
    for address in sorted(uri.removesuffix("index.html") for uri in pages):
        if address in hidden or address.startswith(_LEFT_OUT):
            continue
        day = days.get(address)
        changed = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
        lines.append(f"<url><loc>{escape(source.url(address))}</loc>{changed}</url>\n")
    return (_START + "".join(lines) + "</urlset>\n").encode()


def _hidden(source: Source) -> set[str]:
    """Pages of cases that search engines must not keep, by every name they have had."""
    graph = source.graph
    hidden: set[str] = set()
    for case in graph.cases.values():
        hidden.update(addresses.case(alias) for alias in case.aliases)
        if not disclosure.indexable(graph, case):
            hidden.add(addresses.case(case.id))
    for meeting in graph.meetings.values():
        hidden.update(addresses.meeting(alias) for alias in meeting.aliases)
    for process in graph.processes.values():
        hidden.update(addresses.process(alias) for alias in process.aliases)
    return hidden


def _days(source: Source) -> dict[str, date]:
    """Address to the day it changed: the newest of all that it shows."""
    days: dict[str, date] = {}
    for addresses_of, day in _facts(source):
        for address in addresses_of:
            days[address] = max(day, days.get(address, day))
    if days:
        days["data/"] = max(days.values())
    return days


def _facts(source: Source) -> Iterator[tuple[list[str], date]]:
    """The pages that show a record, and when it changed; a record without a day is not here."""
    graph = source.graph
    found: list[tuple[list[str], date | None]] = []
    for case in graph.published_cases:
        found.append((_lists_of(source, case), moments.of_case(graph, case)))
    for meeting in graph.meetings.values():
        shown = ["", "moter/", addresses.meeting(meeting.id), addresses.body(meeting.body)]
        found.append((shown, moments.of_meeting(graph, meeting)))
    for process in graph.processes.values():
        shown = ["", "prosesser/", addresses.process(process.id)]
        found.append((shown, moments.of_process(graph, process)))
    yield from ((shown, day) for shown, day in found if day is not None)


def _lists_of(source: Source, case: Case) -> list[str]:
    """The pages that show something of a case."""
    graph = source.graph
    shown = ["", "saker/", addresses.case(case.id), addresses.year(graph.year_of(case))]
    shown += [addresses.topic(topic) for topic in case.topics]
    shown += [addresses.municipality(key) for key in graph.municipalities_of(case)]
    shown += [addresses.body(t.body.id) for t in graph.treatments[case.id] if t.body]
    shown += [addresses.process(process) for process in case.processes]
    if case.follow_ups:
        shown.append("oppfolging/")
    return shown
