"""A case as data: what its file says, and everything that follows from it."""

from __future__ import annotations

from casebook.graph.followups import FollowUpState, ordered_log
from casebook.graph.in_force import Force
from casebook.model.case import Attachment, Case
from casebook.model.vocabulary import RelationType
from casebook.outputs import addresses, disclosure
from casebook.outputs.pages.rows import outcome_doubt
from casebook.outputs.records import moments
from casebook.outputs.records.plain import Json, assumed, edtf, keep, mark, plain, record
from casebook.outputs.records.source import VERSION, Source
from casebook.outputs.records.texts import Texts
from casebook.outputs.records.treatment import treatment_record

_FILE = frozenset({"file", "title"})
_LOG = frozenset({"log"})


def case_record(source: Source, case: Case) -> Json:
    """The data of a published case."""
    graph, texts, public = source.graph, source.texts(case.id), disclosure.case(case)
    written = _head(source, case)
    keep(
        written,
        title=public.title,
        summary=public.summary,
        exempt=plain(case.exempt) if case.exempt else None,
        archive_number=case.archive_number,
        year=graph.year_of(case),
        topics=list(case.topics),
        processes=list(case.processes),
        municipalities=list(case.municipalities),
        concerned_municipalities=list(graph.municipalities_of(case)),
        meetings=list(case.meetings),
        verbatim=plain(case.verbatim),
    )
    written["state"] = _state(source, case)
    treatments = graph.treatments[case.id]
    keep(
        written,
        treatments=[treatment_record(source, texts, treatment) for treatment in treatments],
        follow_ups=[follow_up_record(source, state) for state in graph.follow_ups[case.id]],
        required=plain(case.required) if case.required else None,
        local_decisions=plain(case.local_decisions),
        attachments=[_attachment(source, texts, case, a) for a in public.attachments],
        relations=[mark(_relation(source, relation.type, relation.case, relation.note), relation)
                   for relation in case.relations],
        inverse_relations=[_relation(source, inverse.type, inverse.source.id, inverse.note)
                           for inverse in graph.inverse.get(case.id, ())
                           if inverse.source.id in source.published],
        lead=texts.markdown(disclosure.lead(case)),
        sections=_sections(texts, case),
        link_definitions=texts.definitions(disclosure.link_definitions(case)),
        sources=plain(case.sources),
        changes=plain(case.changes),
        published=edtf(case.published),
        contact=case.contact,
        aliases=list(case.aliases),
        personal_data=record(public.personal_data) if public.personal_data else None,
        missing=list(source.graph.lacks[case.id]),
    )  # fmt: skip
    return mark(written, public)


def tombstone_record(source: Source, case: Case) -> Json:
    """What is left of a case that is taken down: that it was there, when it went, and why."""
    written = _head(source, case)
    written["removed"] = True
    keep(written, removed_on=edtf(disclosure.removed_on(case)))
    retraction = case.retraction
    if retraction is not None:
        keep(written, reason=retraction.reason)
        if retraction.replaced_by:
            written["replaced_by"] = source.case_reference(retraction.replaced_by)
    elif case.personal_data is not None:
        written["reason"] = source.words("personal_data_removed")
    return written


def follow_up_record(source: Source, state: FollowUpState) -> Json:
    """A follow-up with its log, and where it stands on the day of the build."""
    follow_up = state.follow_up
    written = record(follow_up, _LOG)
    written["url"] = source.url(addresses.case(state.case.id, state.anchor))
    keep(
        written,
        item=state.treatment.item.id if state.treatment else "",
        point=state.point.id if state.point else "",
        due=edtf(state.due),
        owner_names=[source.graph.owner_name(owner) for owner in follow_up.owners],
        status=state.status.value if state.status else "",
        log=plain(ordered_log(follow_up)),
    )
    if state.status_doubt:
        written.setdefault("uncertain", {})["status"] = assumed(state.status_doubt)
    if state.due_doubt:
        written.setdefault("uncertain", {})["due"] = assumed(state.due_doubt)
    written.update(open=not state.closed, overdue=state.overdue, silent=state.silent)
    return written


def _head(source: Source, case: Case) -> Json:
    changed = moments.of_case(source.graph, case)
    return {
        "schema": source.schema("sak"),
        "version": VERSION,
        "record": "case",
        "id": case.id,
        "url": source.url(addresses.case(case.id)),
        "language": case.language or source.graph.region.language,
        **({"updated": changed.isoformat()} if changed else {}),
    }


def _state(source: Source, case: Case) -> Json:
    """Where the case stands: its outcome, the municipalities' part in it, and whether it holds."""
    state = source.graph.states[case.id]
    written: Json = {"key": state.key, "stage": state.stage.value}
    doubts = {}
    if doubt := outcome_doubt(source.view, case):
        doubts["outcome"] = assumed(doubt)
    keep(written, outcome=state.outcome.value if state.outcome else "")
    if state.treatment is not None:
        written["item"] = state.treatment.item.id
        keep(written, date=edtf(state.treatment.date))
        if state.treatment.date_doubt is not None:
            doubts["date"] = assumed(state.treatment.date_doubt)
    keep(written, uncertain=doubts)
    if state.adoption is not None:
        written["adoption"] = {
            "adopted": list(state.adoption.adopted),
            "refused": list(state.adoption.refused),
            "needed": list(state.adoption.needed),
            "identical": state.adoption.identical,
        }
    return keep(written, force=[_force(source, force) for force in source.graph.force(case)])


def _force(source: Source, force: Force) -> Json:
    written: Json = {"standing": force.standing.value}
    if force.by is not None and force.by.id in source.published:
        written.update(source.case_reference(force.by.id))
    return written


def _attachment(source: Source, texts: Texts, case: Case, attachment: Attachment) -> Json:
    written = keep(record(attachment, _FILE), title=attachment.title)
    return {**written, **source.file(case.id, attachment.file, texts.files)}


def _relation(source: Source, kind: RelationType, case_id: str, note: str) -> Json:
    return keep({"type": kind.value, **source.case_reference(case_id)}, note=note)


def _sections(texts: Texts, case: Case) -> list[Json]:
    """The sections that do not stand with a treatment already."""
    own = {id(t) for item in case.agenda_items for t in case.text.of_item(item.id)}
    shown = [s for s in disclosure.sections(case) if id(s) not in own]
    if len(case.agenda_items) == 1:
        shown = [s for s in shown if s.kind is None or not s.kind.belongs_to_item]
    return [texts.section(section) for section in shown]
