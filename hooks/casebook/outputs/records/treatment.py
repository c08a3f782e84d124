"""One treatment of a case as data: who, when, what came of it, how they voted, and the text."""

from __future__ import annotations

from casebook.graph import Treatment
from casebook.graph.votes import votes_of
from casebook.model.text import Point, SectionKind
from casebook.model.votes import Vote
from casebook.outputs import addresses, disclosure
from casebook.outputs.records.plain import Json, assumed, each_assumed, edtf, keep, plain, record
from casebook.outputs.records.source import Source
from casebook.outputs.records.texts import Texts

_DERIVED = frozenset(
    {
        "date",
        "number",
        "votes",
        "amendments",
        "disqualified",
        "point_outcomes",
        "division_editorial",
    }
)
_SIDES = ("in_favour", "against")


def treatment_record(source: Source, texts: Texts, treatment: Treatment) -> Json:
    """The data of one treatment; a withheld one says that it is, and on what legal basis."""
    item, body = disclosure.item(treatment), treatment.body
    written = record(item, _DERIVED)
    written["url"] = source.url(addresses.case(treatment.case.id, treatment.anchor))
    keep(written, date=edtf(treatment.date), body=body.id if body else "")
    if body is not None:
        written["body_name"] = source.body_name(body.id, treatment.date)
    if treatment.date_doubt is not None:
        written.setdefault("uncertain", {}).setdefault("date", assumed(treatment.date_doubt))
    written.update(source.number(treatment))
    if treatment.withheld:
        written["withheld"] = disclosure.legal_basis(treatment)
        return written
    names = disclosure.names_published(source.graph)
    if item.division_editorial:
        written["division_editorial"] = True
    return keep(
        written,
        votes=[vote_record(vote, names=names) for vote in votes_of(treatment)],
        amendments=plain(item.amendments),
        disqualified=plain(item.disqualified),
        decision=_decision(source, texts, treatment),
        sections=_sections(texts, treatment),
    )


def treatment_doubts(treatment: Treatment) -> str:
    """Which facts of a treatment are only likely, for formats with one place to say it."""
    item = treatment.item
    return each_assumed(
        dato=treatment.date_doubt,
        saksnummer=item.doubt("number"),
        rolle=item.doubt("role"),
        utfall=item.doubt("outcome"),
    )


def vote_record(vote: Vote, *, names: bool) -> Json:
    """A vote; names only where the region publishes them."""
    written = record(vote)
    if not names:
        sides = [written[name] for name in _SIDES if name in written]
        for side in (*sides, *written.get("alternatives", ())):
            side.pop("names", None)
    return written


def _decision(source: Source, texts: Texts, treatment: Treatment) -> Json | None:
    section = treatment.decision
    if section is None:
        return None
    written: Json = {}
    if not section.points:
        written["text"] = texts.markdown(section.source)
        return written
    keep(written, lead=texts.markdown(section.lead), tail=texts.markdown(section.tail))
    written["points"] = [_point(source, texts, treatment, point) for point in section.points]
    return written


def _point(source: Source, texts: Texts, treatment: Treatment, point: Point) -> Json:
    anchor = treatment.point_anchor(point)
    outcome = treatment.outcome_of(point)
    written: Json = {"id": point.id, "number": point.number}
    written["url"] = source.url(addresses.case(treatment.case.id, anchor))
    return keep(
        written,
        lead=texts.markdown(point.lead),
        text=texts.markdown(point.source),
        points=[_point(source, texts, treatment, below) for below in point.subpoints],
        tail=texts.markdown(point.tail),
        outcome=outcome.value if outcome else "",
    )


def _sections(texts: Texts, treatment: Treatment) -> list[Json]:
    """The sections of this treatment besides the decision."""
    case, item = treatment.case, treatment.item
    alone = len(case.agenda_items) == 1
    found = [
        section
        for section in case.text.sections
        if section.item_id == item.id
        or (alone and section.kind is not None and section.kind.belongs_to_item)
    ]
    decision = treatment.decision
    return [
        texts.section(section)
        for section in found
        if section is not decision or section.kind is not SectionKind.DECISION
    ]
