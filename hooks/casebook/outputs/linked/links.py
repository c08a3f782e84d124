"""A page's own data, feed and calendar, search and licence: for programmes, and for readers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from casebook.i18n import Words
from casebook.outputs.calendars.files import MEETINGS, has_day, of_body, of_meeting
from casebook.outputs.feeds import page_feed, possible
from casebook.outputs.json_files import NAMES
from casebook.outputs.pages.page import Page
from casebook.outputs.pages.shell import root_of
from casebook.outputs.records import VERSION, Source
from casebook.outputs.records.licences import licence_of

Attributes = dict[str, str]
_ATOM = "application/atom+xml"
_CALENDAR = "text/calendar"


def links_of(source: Source, page: Page) -> Iterator[Attributes]:
    """Every link of a page, the page's own first."""
    root = root_of(page.uri, source.base)
    record_id = page.address.strip("/").rpartition("/")[2]
    if page.kind in NAMES:
        yield from _record(source, page, record_id, root)
    if possible(source):
        yield from _feeds(source, page, record_id, root)
    if page.kind in ("front", "meetings"):
        yield _alternate(_CALENDAR, f"{root}{MEETINGS}", source.words("cal.meetings"))
    if page.kind == "body" and record_id in source.graph.bodies:
        yield _alternate(_CALENDAR, f"{root}{of_body(record_id)}", source.words("cal.meetings"))
    if source.base:
        kind = "application/opensearchdescription+xml"
        title = source.graph.region.name(source.graph.as_of)
        yield {"rel": "search", "type": kind, "href": f"{root}opensearch.xml", "title": title}
    licence = licence_of(source.graph.region.licence).url
    if licence:
        yield {"rel": "license", "href": licence}


def follow_facts(source: Source, page: Page) -> list[dict[str, Any]]:
    """What a reader of the page can follow: its own feed, its meetings, and how that is done.

    One of the page's facts, or none.
    """
    graph, words, root = source.graph, Words(page.language), root_of(page.uri, source.base)
    record_id = page.address.strip("/").rpartition("/")[2]
    found = []
    if possible(source) and record_id in _registers(source).get(page.kind, {}):
        found.append((f"{page_feed(page.kind, record_id)}.xml", "follow.reader"))
    if page.kind == "body" and graph.meetings_of_body(record_id):
        found.append((of_body(record_id), "follow.calendar"))
    coming = (meeting for meeting in graph.upcoming_meetings if meeting.id == record_id)
    if page.kind == "meeting" and any(map(has_day, coming)):
        found.append((of_meeting(record_id), "follow.calendar"))
    if not found:
        return []
    found.append(("om/folg/", "follow.title"))
    links = [{"href": f"{root}{address}", "label": words(key)} for address, key in found]
    return [{"label": words("follow.here"), "links": links}]


def _registers(source: Source) -> Mapping[str, Mapping[str, object]]:
    """The records that have feeds of their own, by the kind of their pages."""
    return {
        "body": source.graph.bodies,
        "municipality": source.graph.municipalities,
        "topic": source.graph.topics,
        "process": source.graph.processes,
    }


def _alternate(kind: str, address: str, title: str) -> Attributes:
    return {"rel": "alternate", "type": kind, "href": address, "title": title}


def _record(source: Source, page: Page, record_id: str, root: str) -> Iterator[Attributes]:
    """A record's JSON and Markdown, and the schema that the JSON follows."""
    name = NAMES[page.kind]
    yield _alternate("application/json", f"{name}.json", source.words("data.as_json"))
    yield _alternate("text/markdown", f"{name}.md", source.words("data.as_markdown"))
    schema = f"{root}data/skjema/{VERSION.partition('.')[0]}/{name}.schema.json"
    yield {"rel": "describedby", "type": "application/schema+json", "href": schema}
    meeting = source.graph.meetings.get(record_id) if page.kind == "meeting" else None
    if meeting is not None and has_day(meeting):
        address = f"{root}{of_meeting(meeting.id)}"
        yield _alternate(_CALENDAR, address, source.words("data.as_calendar"))


def _feeds(source: Source, page: Page, record_id: str, root: str) -> Iterator[Attributes]:
    if record_id in _registers(source).get(page.kind, {}):
        yield _alternate(_ATOM, f"{root}{page_feed(page.kind, record_id)}.xml", page.title)
    if page.kind == "follow_up":
        yield _alternate(_ATOM, f"{root}feed/oppfolging.xml", source.words("feed.follow_ups"))
    yield _alternate(_ATOM, f"{root}feed/vedtak.xml", source.words("feed.decisions"))
    if page.kind == "front":
        address = f"{root}feed/vedtak.json"
        yield _alternate("application/feed+json", address, source.words("feed.decisions"))
