"""A meeting as data, with its agenda: the cases it treated and the items without a case."""

from __future__ import annotations

from casebook.graph import Treatment
from casebook.model.meeting import Meeting, MeetingDocument
from casebook.outputs import addresses, disclosure
from casebook.outputs.records import moments
from casebook.outputs.records.plain import Json, assumed, each_assumed, edtf, keep, record
from casebook.outputs.records.source import VERSION, Source
from casebook.outputs.records.texts import Texts

_DERIVED = frozenset({"text", "digest", "uncertain", "documents", "date", "language"})
_FILE = frozenset({"file"})


def meeting_record(source: Source, meeting: Meeting) -> Json:
    """The data of a meeting."""
    graph, texts = source.graph, source.texts(meeting.id)
    changed = moments.of_meeting(graph, meeting)
    written: Json = {
        "schema": source.schema("mote"),
        "version": VERSION,
        "record": "meeting",
        "id": meeting.id,
        "url": source.url(addresses.meeting(meeting.id)),
        "language": meeting.language or graph.region.language,
        **({"updated": changed.isoformat()} if changed else {}),
        **record(meeting, _DERIVED),
    }
    agenda = graph.agendas.get(meeting.id, ())
    named = graph.cases_of_meeting.get(meeting.id, ())
    return keep(
        written,
        date=edtf(meeting.date),
        body_name=source.body_name(meeting.body, meeting.date),
        agenda=[_entry(source, t) for t in agenda if t.case.id in source.published],
        cases=[case.id for case in named if case.id in source.published],
        documents=[_document(source, texts, meeting, d) for d in meeting.documents],
        lead=texts.markdown(meeting.text.lead),
        sections=[texts.section(section) for section in meeting.text.sections],
        link_definitions=texts.definitions(meeting.text.references),
    )


def meeting_doubts(meeting: Meeting) -> str:
    """Which facts of a meeting are only likely, for formats with one place to say it."""
    return each_assumed(
        dato=meeting.doubt("date"),
        start=meeting.doubt("start"),
        slutt=meeting.doubt("end"),
        sted=meeting.doubt("place"),
        status=meeting.doubt("status"),
        organ=meeting.doubt("body"),
    )


def _entry(source: Source, treatment: Treatment) -> Json:
    item = treatment.item
    written: Json = {"case": treatment.case.id, "item": item.id}
    written["url"] = source.url(addresses.case(treatment.case.id, treatment.anchor))
    doubts = {name: item.doubt(name) for name in ("number", "role", "outcome")}
    return keep(
        {**written, **source.number(treatment)},
        uncertain={name: assumed(why) for name, why in doubts.items() if why},
        title=disclosure.title(treatment.case),
        role=item.role.value if item.role else "",
        outcome=item.outcome.value if item.outcome else "",
    )


def _document(source: Source, texts: Texts, meeting: Meeting, document: MeetingDocument) -> Json:
    written = record(document, _FILE)
    return {**written, **source.file(meeting.id, document.file, texts.files)}
