"""The published JSON Schemas (2020-12): the exact shape of every record's JSON."""

from __future__ import annotations

from enum import Enum
from functools import cache

from casebook.graph.in_force import Standing
from casebook.graph.states import MunicipalStage, Stage
from casebook.model import action, case, meeting, process, region, shared, values, votes
from casebook.model.vocabulary import FollowUpStatus, Outcome, RelationType, Role
from casebook.outputs.data.schema_types import (
    COUNT,
    DATE,
    DAY,
    FLAG,
    TEXT,
    URL,
    closed,
    described,
    many,
    name_of,
    reference,
)
from casebook.outputs.records import VERSION, Json, Source

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_LEAVES = (
    shared.Source, shared.Change, shared.Closed, shared.Exempt,
    case.Disqualification, case.Amendment,
    action.LogEntry, action.Requirement, action.LocalDecision, votes.Vote, votes.VoteSide,
    values.Deadline, values.NamePeriod, values.Localized, meeting.Party, meeting.Attendance,
    meeting.Formality, meeting.Minutes, meeting.MeetingChair, process.ProcessEvent,
    process.ProcessRelation, region.NumberSeries, region.Numbering, region.Chairmanship,
    region.Membership, region.MunicipalityNumber, region.Owner,
)  # fmt: skip
_HEAD = ("schema", "version", "record", "id", "url", "language")
_NUMBER: Json = {"number": TEXT, "number_parts": reference("number_parts")}
_FACTS: Json = {"url": URL, "media_type": TEXT, "size": COUNT, "sha256": TEXT, "pages": COUNT}
_TEXTS: Json = {
    "lead": reference("markdown"),
    "sections": many(reference("section")),
    "link_definitions": reference("markdown"),
}
_STATES: Json = {"open": FLAG, "overdue": FLAG, "silent": FLAG}


def _head(record: str) -> Json:
    named: Json = {"schema": URL, "version": {"const": VERSION}, "record": {"const": record}}
    return {**named, "id": TEXT, "url": URL, "language": {"enum": ["nb", "nn"]}, "updated": DAY}


@cache
def _common() -> Json:
    """Definitions that several schemas use."""
    words = {name: reference("markdown") for name in ("lead", "text", "tail")}
    point: Json = {"id": TEXT, "number": TEXT, **words, "points": many(reference("point"))}
    item = {"title": TEXT, "kind": TEXT, "item": TEXT}
    return {
        "date": DATE,
        "markdown": {"type": "string", "description": "CommonMark; lenker regnes fra adressen."},
        "point": closed({**point, "url": URL, "outcome": _enum(Outcome)}, ("id", "number")),
        "section": closed({**item, **words, "points": many(reference("point"))}, ("title",)),
        "number_parts": closed({"series": TEXT, "number": COUNT, "year": COUNT}),
        **{name_of(cls): described(cls) for cls in _LEAVES},
    }


def _enum(members: type[Enum]) -> Json:
    return {"enum": [member.value for member in members]}


def _case() -> Json:
    texts = ("text", "digest", "uncertain", "retraction", "agenda_items", "language", "aliases")
    derived: Json = {
        **_head("case"),
        **_TEXTS,
        "concerned_municipalities": many(TEXT),
        "state": reference("state"),
        "treatments": many(reference("treatment")),
        "follow_ups": many(reference("follow_up")),
        "attachments": many(reference("attachment")),
        "relations": many(reference("relation")),
        "inverse_relations": many(reference("relation")),
        "personal_data": described(case.PersonalData, without=("reason",)),
        "missing": many(TEXT),
        "aliases": many(TEXT),
    }
    return described(case.Case, without=texts, more=derived, required=(*_HEAD, "state"))


def _case_parts() -> Json:
    adoption = {name: many(TEXT) for name in ("adopted", "refused", "needed")}
    force = {"standing": _enum(Standing), "case": TEXT, "url": URL}
    keys = [
        *(o.value for o in Outcome),
        *(s.value for s in Stage),
        *(s.value for s in MunicipalStage),
    ]
    state: Json = {
        "key": {"enum": list(dict.fromkeys(keys))},
        "stage": _enum(Stage),
        "outcome": _enum(Outcome),
        "item": TEXT,
        "date": reference("date"),
        "adoption": closed({**adoption, "identical": FLAG}),
        "force": many(closed(force, ("standing",))),
        "uncertain": {"type": "object", "additionalProperties": TEXT},
    }
    decision = {name: reference("markdown") for name in ("lead", "text", "tail")}
    treatment: Json = {
        "url": URL,
        **_NUMBER,
        "body_name": TEXT,
        "withheld": TEXT,
        "decision": closed({**decision, "points": many(reference("point"))}),
        "sections": many(reference("section")),
    }
    follow_up: Json = {
        "url": URL, "item": TEXT, "point": TEXT, "due": reference("date"),
        "owner_names": many(TEXT), "status": _enum(FollowUpStatus), **_STATES,
    }  # fmt: skip
    relation: Json = {"type": _enum(RelationType), "url": URL}
    removed: Json = {
        **_head("case"),
        "removed": {"const": True},
        "removed_on": reference("date"),
        "reason": TEXT,
        "replaced_by": closed({"case": TEXT, "url": URL}),
    }
    outside = ("point_outcomes",)
    return {
        "state": closed(state, ("key", "stage")),
        "treatment": described(
            case.AgendaItem, without=outside, more=treatment, required=("id", "url")
        ),
        "follow_up": described(action.FollowUp, more=follow_up, required=("id", "url", *_STATES)),
        "attachment": described(case.Attachment, without=("file",), more=_FACTS),
        "relation": described(case.Relation, more=relation, required=("type", "case", "url")),
        "removed": closed(removed, (*_HEAD, "removed")),
    }


def case_schema(source: Source) -> Json:
    """A case, or what is left of one that was taken down."""
    either = {"oneOf": [reference("case"), reference("removed")]}
    return schema_of(source, "sak", either, {"case": _case(), **_case_parts()})


def meeting_schema(source: Source) -> Json:
    """A meeting."""
    entry: Json = {
        "case": TEXT, "item": TEXT, "url": URL, **_NUMBER, "title": TEXT,
        "role": _enum(Role), "outcome": _enum(Outcome),
        "uncertain": {"type": "object", "additionalProperties": TEXT},
    }  # fmt: skip
    derived: Json = {
        **_head("meeting"),
        **_TEXTS,
        "body_name": TEXT,
        "agenda": many(closed(entry, ("case", "item", "url"))),
        "cases": many(TEXT),
        "documents": many(reference("document")),
    }
    hidden = ("text", "digest", "uncertain")
    shape = described(meeting.Meeting, without=hidden, more=derived, required=_HEAD)
    document = described(meeting.MeetingDocument, without=("file",), more=_FACTS)
    return schema_of(source, "mote", reference("meeting"), {"meeting": shape, "document": document})


def process_schema(source: Source) -> Json:
    """A process."""
    follow_up: Json = {
        "case": TEXT, "id": TEXT, "url": URL, "status": _enum(FollowUpStatus),
        "due": reference("date"), **_STATES,
        "uncertain": {"type": "object", "additionalProperties": TEXT},
    }  # fmt: skip
    derived: Json = {
        **_head("process"),
        **_TEXTS,
        "cases": many(TEXT),
        "follow_ups": many(closed(follow_up, ("case", "id", "url", *_STATES))),
    }
    hidden = ("text", "digest", "uncertain")
    shape = described(process.Process, without=hidden, more=derived, required=_HEAD)
    return schema_of(source, "prosess", reference("process"), {"process": shape})


def schema_of(source: Source, kind: str, shape: Json, definitions: Json) -> Json:
    """A whole schema with the definitions that all of them share."""
    return {
        "$schema": _DIALECT,
        "$id": source.schema(kind),
        "title": source.words(f"data.schema.{kind}"),
        **shape,
        "$defs": {**_common(), **definitions},
    }
