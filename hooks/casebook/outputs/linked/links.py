"""``<link>`` elements: a page's own data, its feed, its calendar, search and licence."""

from __future__ import annotations

from collections.abc import Iterator

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
    registers = {
        "body": source.graph.bodies,
        "municipality": source.graph.municipalities,
        "topic": source.graph.topics,
        "process": source.graph.processes,
    }
    known = registers.get(page.kind, {})
    if record_id in known:
        yield _alternate(_ATOM, f"{root}{page_feed(page.kind, record_id)}.xml", page.title)
    if page.kind == "follow_up":
        yield _alternate(_ATOM, f"{root}feed/oppfolging.xml", source.words("feed.follow_ups"))
    yield _alternate(_ATOM, f"{root}feed/vedtak.xml", source.words("feed.decisions"))
    if page.kind == "front":
        address = f"{root}feed/vedtak.json"
        yield _alternate("application/feed+json", address, source.words("feed.decisions"))
