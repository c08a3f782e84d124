"""A case in schema.org's words.

A council's decision is a ``CreativeWork``: most are statements and recommendations, and none is
``Legislation``. What is only assumed is left out, since schema.org has no word for doubt; the
status of a case is in words, which say it themselves.
"""

from __future__ import annotations

from casebook.graph.followups import FollowUpState
from casebook.model.case import Case
from casebook.model.values import PartialDate
from casebook.model.vocabulary import FollowUpStatus, RelationType
from casebook.outputs import addresses, disclosure
from casebook.outputs.excerpts import outcome_words
from casebook.outputs.linked.nodes import places, publisher, topics
from casebook.outputs.records import Json, Source, moments
from casebook.outputs.records.licences import licence_of
from casebook.outputs.records.plain import keep

_MOST = 20
_STATUS = {
    FollowUpStatus.DONE: "CompletedActionStatus",
    FollowUpStatus.DROPPED: "FailedActionStatus",
    FollowUpStatus.IN_PROGRESS: "ActiveActionStatus",
    FollowUpStatus.PARTLY_DONE: "ActiveActionStatus",
}


def case_node(source: Source, case: Case) -> Json:
    """A published case."""
    graph = source.graph
    address = source.url(addresses.case(case.id))
    treatments = graph.treatments[case.id]
    sure = (t for t in treatments if t.item.number and not t.item.doubt("number"))
    numbers = dict.fromkeys(map(source.view.number, sure))
    meetings = dict.fromkeys(t.item.meeting for t in treatments if t.item.meeting in graph.meetings)
    changed = moments.of_case(graph, case)
    based = [r.case for r in case.relations if r.type is not RelationType.SEE_ALSO]
    written: Json = {
        "@type": "CreativeWork",
        "@id": f"{address}#sak",
        "url": address,
        "name": source.view.title(case.id),
        "inLanguage": case.language or graph.region.language,
        "publisher": publisher(source),
        "license": licence_of(graph.region.licence).url,
        "creativeWorkStatus": outcome_words(source.view, case),
    }
    return keep(
        written,
        abstract=disclosure.summary(case),
        identifier=list(numbers),
        dateCreated=_decided(source, case),
        datePublished=_day(case.published, case.doubt("published")),
        dateModified=changed.isoformat() if changed else "",
        about=topics(source, case.topics),
        spatialCoverage=places(source, graph.municipalities_of(case)),
        recordedAt=[_reference(source, addresses.meeting(key), "mote") for key in meetings],
        isPartOf=[_reference(source, addresses.process(key), "prosess") for key in case.processes],
        isBasedOn=[_reference(source, addresses.case(k), "sak") for k in dict.fromkeys(based)],
        encoding=[_encoding(address, "sak.json", "application/json"),
                  _encoding(address, "sak.md", "text/markdown")],
        potentialAction=[_action(source, s) for s in graph.follow_ups[case.id][:_MOST]],
    )  # fmt: skip


def _reference(source: Source, address: str, fragment: str) -> Json:
    return {"@id": source.url(f"{address}#{fragment}")}


def _encoding(address: str, name: str, kind: str) -> Json:
    return {"@type": "MediaObject", "contentUrl": f"{address}{name}", "encodingFormat": kind}


def _day(day: PartialDate | None, doubt: str | None) -> str:
    return "" if day is None or day.latest or doubt else day.iso


def _decided(source: Source, case: Case) -> str:
    treatment = source.graph.states[case.id].treatment
    return _day(treatment.date, treatment.date_doubt) if treatment is not None else ""


def _action(source: Source, state: FollowUpState) -> Json:
    """A follow-up as an action that somebody is to take."""
    status = _STATUS.get(state.status) if state.status else None
    written: Json = {
        "@type": "Action",
        "name": state.follow_up.action,
        "url": source.url(addresses.case(state.case.id, state.anchor)),
    }
    if not state.status_doubt:
        written["actionStatus"] = f"https://schema.org/{status or 'PotentialActionStatus'}"
    doubted = state.follow_up.doubt("owners")
    owners = [] if doubted else map(source.graph.owner_name, state.follow_up.owners)
    agents = [{"@type": "Organization", "name": name} for name in owners]
    return keep(written, agent=agents)
