"""Meetings, processes, registers and the data in schema.org's words."""

from __future__ import annotations

from datetime import datetime

from casebook.model.meeting import Meeting
from casebook.model.process import Process
from casebook.model.vocabulary import MeetingForm, MeetingStatus
from casebook.outputs import addresses
from casebook.outputs.linked.nodes import (
    body_node,
    property_value,
    publisher,
    region_id,
    region_node,
    topics,
)
from casebook.outputs.pages.page import Page
from casebook.outputs.records import Json, Source, moments
from casebook.outputs.records.licences import licence_of
from casebook.outputs.records.plain import keep

_STATUS = {
    MeetingStatus.CANCELLED: "EventCancelled",
    MeetingStatus.MOVED: "EventRescheduled",
}
_MODE = {
    MeetingForm.PHYSICAL: "OfflineEventAttendanceMode",
    MeetingForm.DIGITAL: "OnlineEventAttendanceMode",
    MeetingForm.HYBRID: "MixedEventAttendanceMode",
}
_LISTED = 100


def meeting_node(source: Source, meeting: Meeting) -> Json:
    """A meeting."""
    address = source.url(addresses.meeting(meeting.id))
    status = _STATUS.get(meeting.status, "") if meeting.status else ""
    later = source.graph.meetings.get(meeting.moved_to) if meeting.moved_to else None
    start = _moment(later, later.start) if later is not None else ""
    if status == "EventRescheduled" and not start:
        status = "EventPostponed"
    written: Json = {
        "@type": "Event",
        "@id": f"{address}#mote",
        "url": address,
        "name": source.view.meeting_title(meeting.id),
    }
    name = source.body_name(meeting.body, meeting.date)
    agenda = dict.fromkeys(t.case.id for t in source.graph.agendas.get(meeting.id, ()))
    mode = _MODE.get(meeting.form, "") if meeting.form and not meeting.doubt("form") else ""
    certain = meeting.place and not meeting.doubt("place")
    organizer = body_node(source, meeting.body, name) if name else publisher(source)
    status = "" if meeting.doubt("status") else status or "EventScheduled"
    return keep(
        written,
        eventStatus=f"https://schema.org/{status}" if status else "",
        description=meeting.summary,
        startDate=start or _moment(meeting, meeting.start),
        previousStartDate=_moment(meeting, meeting.start) if start else "",
        endDate=_moment(meeting, meeting.end, "end") if meeting.end and not start else "",
        eventAttendanceMode=f"https://schema.org/{mode}" if mode else "",
        location={"@type": "Place", "name": meeting.place} if certain else None,
        organizer=None if meeting.doubt("body") else organizer,
        workFeatured=[
            {"@id": source.url(f"{addresses.case(key)}#sak")}
            for key in agenda
            if key in source.published
        ],
    )


def _moment(meeting: Meeting, written: str, name: str = "start") -> str:
    """A moment, or a date as far as it is known; what is only assumed is left out."""
    if meeting.date is None or meeting.date.latest or meeting.doubt("date"):
        return ""
    day, clock = meeting.date.exact, moments.clock(written)
    if day is None or clock is None or meeting.doubt(name):
        return meeting.date.iso
    return datetime.combine(day, clock, moments.OSLO).isoformat()


def process_node(source: Source, process: Process) -> Json:
    """A process: the collection of its cases."""
    address = source.url(addresses.process(process.id))
    cases = source.graph.cases_of_process.get(process.id, ())
    changed = moments.of_process(source.graph, process)
    written: Json = {
        "@type": "Collection",
        "@id": f"{address}#prosess",
        "url": address,
        "name": process.title,
        "publisher": publisher(source),
        "inLanguage": process.language or source.graph.region.language,
    }
    return keep(
        written,
        abstract=process.summary,
        about=topics(source, process.topics),
        dateModified=changed.isoformat() if changed else "",
        hasPart=[
            {"@id": source.url(f"{addresses.case(case.id)}#sak")}
            for case in cases[:_LISTED]
            if case.id in source.published
        ],
    )


def body_page(source: Source, body_id: str) -> Json | None:
    """The body that a page is about."""
    body = source.graph.bodies.get(body_id)
    if body is None:
        return None
    written = {
        **body_node(source, body.id, body.name()),
        "url": source.url(addresses.body(body.id)),
    }
    older = [name.name for name in body.names if name.name != body.name()]
    return keep(
        {**written, "parentOrganization": {"@id": region_id(source)}},
        description=body.summary,
        alternateName=older,
        foundingDate=body.since.iso if body.since and not body.doubt("since") else "",
        dissolutionDate=body.until.iso if body.until and not body.doubt("until") else "",
    )


def municipality_page(source: Source, municipality_id: str) -> Json | None:
    """The municipality that a page is about."""
    place = source.graph.municipalities.get(municipality_id)
    if place is None:
        return None
    address = source.url(addresses.municipality(place.id))
    number = place.number(source.graph.as_of)
    written: Json = {
        "@type": "GovernmentOrganization",
        "@id": f"{address}#kommune",
        "name": source.graph.owner_name(f"kommune:{place.id}"),
        "url": place.website or address,
    }
    if place.member_on(source.graph.as_of):
        written["memberOf"] = {"@id": region_id(source)}
    return keep(written, identifier=property_value("kommunenummer", number) if number else None)


def front_page(source: Source) -> Json:
    """The site, its publisher, and how to search it."""
    target = {"@type": "EntryPoint", "urlTemplate": source.url("sok/?q={search_term_string}")}
    return {
        "@type": "WebSite",
        "@id": source.url("#nettsted"),
        "url": source.url(""),
        "name": source.graph.region.name(source.graph.as_of),
        "inLanguage": source.words.language,
        "publisher": region_node(source),
        "potentialAction": {"@type": "SearchAction", "target": target},
    }


def data_page(source: Source) -> Json:
    """The dataset, in its most used forms."""
    words, region = source.words, source.graph.region
    site = region.name(source.graph.as_of)
    forms = (
        ("json", "data/saker.json", "application/json"),
        ("csv", "data/saker.csv", "text/csv"),
        ("atom", "feed/vedtak.xml", "application/atom+xml"),
    )
    return {
        "@type": "Dataset",
        "@id": source.url("data/#datasett"),
        "url": source.url("data/"),
        "name": words("data.title_of", site=site),
        "description": words("data.description", site=site),
        "license": licence_of(region.licence).url,
        "isAccessibleForFree": True,
        "inLanguage": words.language,
        "publisher": publisher(source),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": words(f"data.form.{name}"),
                "contentUrl": source.url(address),
                "encodingFormat": kind,
            }
            for name, address, kind in forms
        ],
    }


def list_page(source: Source, page: Page) -> Json:
    """A page that lists."""
    address = source.url(page.address)
    written: Json = {"@type": "CollectionPage", "@id": address, "url": address, "name": page.title}
    written["isPartOf"] = {"@id": source.url("#nettsted")}
    topic = page.address.strip("/").rpartition("/")[2] if page.kind == "topic" else ""
    return keep(written, about=topics(source, [topic]) if topic in source.graph.topics else [])
