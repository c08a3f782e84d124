"""OParl's papers, their consultations and their files."""

from __future__ import annotations

from collections.abc import Iterator

from casebook.graph import Treatment
from casebook.model.case import Case
from casebook.model.vocabulary import RelationType, Role
from casebook.outputs import addresses, disclosure
from casebook.outputs.data.oparl_meetings import item_id
from casebook.outputs.data.oparl_objects import Objects
from casebook.outputs.pages.prose import published_files
from casebook.outputs.pages.rows import outcome_doubt
from casebook.outputs.records import Json, follow_up_record, moments
from casebook.outputs.records.plain import assumed, each_assumed, keep, plain

_ABOVE = frozenset({RelationType.IMPLEMENTS, RelationType.BASED_ON})


def papers(objects: Objects) -> Iterator[Json]:
    """Every published case."""
    for case in objects.source.graph.published_cases:
        yield _paper(objects, case)


def _paper(objects: Objects, case: Case) -> Json:
    source = objects.source
    graph = source.graph
    state = graph.states[case.id]
    changed = moments.of_case(graph, case)
    written: Json = {
        **objects.head("Paper", "papers", case.id, addresses.case(case.id), changed),
        "body": objects.address("body"),
        "name": source.view.title(case.id),
        "casebook:state": state.key,
    }
    treatment = state.treatment
    day = treatment.date if treatment is not None else None
    if day is not None and day.exact is not None:
        written["date"] = day.iso
    doubts = each_assumed(
        dato=treatment.date_doubt if treatment else None,
        saksnummer=treatment.item.doubt("number") if treatment else None,
        utfall=outcome_doubt(source.view, case),
    )
    if doubts:
        written["casebook:uncertain"] = assumed(doubts)
    above = [r.case for r in case.relations if r.type in _ABOVE and r.case in source.published]
    beside = [r.case for r in case.relations if r.type not in _ABOVE and r.case in source.published]
    follow_ups = [follow_up_record(source, s) for s in graph.follow_ups[case.id]]
    return keep(
        written,
        reference=treatment.item.number if treatment else "",
        relatedPaper=[objects.id("papers", key) for key in beside],
        superordinatedPaper=[objects.id("papers", key) for key in above],
        auxiliaryFile=list(_files(objects, case)),
        consultation=[_consultation(objects, t) for t in graph.treatments[case.id]],
        keyword=[source.view.topic_link(topic)["label"] for topic in case.topics],
        **{
            "casebook:summary": disclosure.summary(case),
            "casebook:followUp": follow_ups,
            "casebook:localDecision": plain(case.local_decisions),
        },
    )


def consultations(objects: Objects) -> Iterator[Json]:
    """Every treatment of every published case."""
    for case in objects.source.graph.published_cases:
        for treatment in objects.source.graph.treatments[case.id]:
            yield _consultation(objects, treatment)


def _consultation(objects: Objects, treatment: Treatment) -> Json:
    case, item = treatment.case, treatment.item
    web = addresses.case(case.id, treatment.anchor)
    written: Json = {
        **objects.head("Consultation", "consultations", item_id(treatment), web),
        "paper": objects.id("papers", case.id),
        "authoritative": item.role is Role.DECIDES,
    }
    if item.meeting in objects.source.graph.meetings:
        written["meeting"] = objects.id("meetings", item.meeting)
        written["agendaItem"] = objects.id("agenda-items", item_id(treatment))
    if why := item.doubt("role"):
        written["casebook:uncertain"] = assumed(each_assumed(rolle=why))
    body = treatment.body
    keep(written, role=item.role.value if item.role else "")
    return keep(written, organization=[objects.id("organizations", body.id)] if body else [])


def files(objects: Objects) -> Iterator[Json]:
    """Every published attachment that is at hand here."""
    for case in objects.source.graph.published_cases:
        yield from _files(objects, case)


def _files(objects: Objects, case: Case) -> Iterator[Json]:
    source = objects.source
    addresses_of = published_files(source.graph, case.id)
    for place, attachment in enumerate(case.attachments, start=1):
        file = source.file(case.id, attachment.file, addresses_of) if attachment.file else {}
        if not file or attachment.exempt is not None:
            continue
        web = addresses.case(case.id, f"vedlegg-{place}")
        written: Json = {
            **objects.head("File", "files", f"{case.id}.{place}", web),
            "name": attachment.title,
            "fileName": str(file["url"]).rpartition("/")[2],
            "mimeType": file["media_type"],
            "size": file["size"],
            "accessUrl": file["url"],
            "downloadUrl": file["url"],
            "paper": [objects.id("papers", case.id)],
            "casebook:sha256": file["sha256"],
        }
        day = attachment.date
        if day is not None and day.exact is not None and not attachment.doubt("date"):
            written["date"] = day.iso
        yield written
