"""A process as data: its own events, and the cases, meetings and follow-ups it gathers."""

from __future__ import annotations

from casebook.graph.followups import FollowUpState
from casebook.model.process import Process
from casebook.outputs import addresses
from casebook.outputs.records import moments
from casebook.outputs.records.plain import Json, assumed, edtf, keep, record
from casebook.outputs.records.source import VERSION, Source

_DERIVED = frozenset({"text", "digest", "uncertain", "language"})


def process_record(source: Source, process: Process) -> Json:
    """The data of a process."""
    graph, texts = source.graph, source.texts(process.id)
    changed = moments.of_process(graph, process)
    written: Json = {
        "schema": source.schema("prosess"),
        "version": VERSION,
        "record": "process",
        "id": process.id,
        "url": source.url(addresses.process(process.id)),
        "language": process.language or graph.region.language,
        **({"updated": changed.isoformat()} if changed else {}),
        **record(process, _DERIVED),
    }
    cases = [c for c in graph.cases_of_process.get(process.id, ()) if c.id in source.published]
    states = graph.follow_ups_of_process(process.id)
    return keep(
        written,
        cases=[case.id for case in cases],
        follow_ups=[_follow_up(source, state) for state in states],
        lead=texts.markdown(process.text.lead),
        sections=[texts.section(section) for section in process.text.sections],
        link_definitions=texts.definitions(process.text.references),
    )


def _follow_up(source: Source, state: FollowUpState) -> Json:
    written: Json = {"case": state.case.id, "id": state.follow_up.id}
    written["url"] = source.url(addresses.case(state.case.id, state.anchor))
    keep(written, status=state.status.value if state.status else "", due=edtf(state.due))
    doubts = {"status": state.status_doubt, "due": state.due_doubt}
    keep(written, uncertain={name: assumed(why) for name, why in doubts.items() if why})
    written.update(open=not state.closed, overdue=state.overdue, silent=state.silent)
    return written
