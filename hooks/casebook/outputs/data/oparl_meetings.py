"""OParl's meetings and their agenda items."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from casebook.graph import Treatment
from casebook.model.meeting import Meeting
from casebook.model.vocabulary import MeetingStatus
from casebook.outputs import addresses, disclosure
from casebook.outputs.data.oparl_objects import Objects
from casebook.outputs.records import Json, moments
from casebook.outputs.records.meeting import meeting_doubts
from casebook.outputs.records.plain import assumed, each_assumed, keep

_STATES = {
    MeetingStatus.PLANNED: "terminiert",
    MeetingStatus.SUMMONED: "eingeladen",
    MeetingStatus.HELD: "durchgeführt",
}
"""OParl's words are German; a cancelled or moved meeting is ``cancelled``."""


def meetings(objects: Objects) -> Iterator[Json]:
    """Every meeting, with its agenda inside it."""
    for meeting in objects.source.graph.meetings.values():
        yield _meeting(objects, meeting)


def _meeting(objects: Objects, meeting: Meeting) -> Json:
    source = objects.source
    changed = moments.of_meeting(source.graph, meeting)
    written: Json = {
        **objects.head("Meeting", "meetings", meeting.id, addresses.meeting(meeting.id), changed),
        "name": source.view.meeting_title(meeting.id),
        "cancelled": meeting.status in (MeetingStatus.CANCELLED, MeetingStatus.MOVED),
    }
    held = meeting.date.exact if meeting.date else None
    if held is not None:
        keep(written, start=_moment(held, meeting.start), end=_moment(held, meeting.end))
    elif meeting.date is not None:
        written["casebook:date"] = meeting.date.iso
    if doubts := meeting_doubts(meeting):
        written["casebook:uncertain"] = assumed(doubts)
    if meeting.place:
        location = objects.id("meetings", f"{meeting.id}-sted")
        kind = "https://schema.oparl.org/1.1/Location"
        written["location"] = {"id": location, "type": kind, "description": meeting.place}
    return keep(
        written,
        meetingState=_STATES.get(meeting.status, "") if meeting.status else "",
        organization=[objects.id("organizations", meeting.body)] if meeting.body else [],
        agendaItem=list(_agenda(objects, meeting)),
    )


def _moment(day: date, written: str) -> str:
    """A moment in Norway; empty without a time, since OParl wants a whole moment."""
    clock = moments.clock(written)
    return datetime.combine(day, clock, moments.OSLO).isoformat() if clock else ""


def agenda_items(objects: Objects) -> Iterator[Json]:
    """Every agenda item of every meeting."""
    for meeting in objects.source.graph.meetings.values():
        yield from _agenda(objects, meeting)


def _agenda(objects: Objects, meeting: Meeting) -> Iterator[Json]:
    source = objects.source
    treatments = source.graph.agendas.get(meeting.id, ())
    public = [t for t in treatments if t.case.id in source.published]
    for order, treatment in enumerate(public):
        yield _item(objects, treatment, order)


def item_id(treatment: Treatment) -> str:
    """The id of a treatment among all agenda items."""
    return f"{treatment.case.id}.{treatment.item.id}"


def _item(objects: Objects, treatment: Treatment, order: int) -> Json:
    case, item = treatment.case, treatment.item
    web = addresses.case(case.id, treatment.anchor)
    written: Json = {
        **objects.head("AgendaItem", "agenda-items", item_id(treatment), web),
        "meeting": objects.id("meetings", item.meeting),
        "order": order,
        "name": objects.source.view.title(case.id),
        "public": item.closed is None,
        "consultation": objects.id("consultations", item_id(treatment)),
    }
    doubts = each_assumed(saksnummer=item.doubt("number"), utfall=item.doubt("outcome"))
    if doubts:
        written["casebook:uncertain"] = assumed(doubts)
    decision, texts = treatment.decision, objects.source.texts(case.id)
    return keep(
        written,
        number=item.number,
        result=item.outcome.value if item.outcome else "",
        resolutionText=texts.alone(decision.source, case.text.references) if decision else "",
        **{"casebook:withheld": disclosure.legal_basis(treatment)},
    )
