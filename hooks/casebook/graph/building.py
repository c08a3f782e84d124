"""Builds the graph: joins the records once, and works out what every state follows from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date

from casebook.graph.followups import FollowUpState, follow_up_state
from casebook.graph.graph import Graph
from casebook.graph.mentions import MentionIndex, mentioned_by, mentions_of
from casebook.graph.related import Recall, work_out_now
from casebook.graph.relations import inverse_relations
from casebook.graph.states import case_state
from casebook.graph.treatments import Treatment, treatments_of
from casebook.model.case import Case
from casebook.model.files import FileFacts
from casebook.model.meeting import Meeting
from casebook.model.process import Process
from casebook.model.publication import Publication
from casebook.model.region import Region


def build_graph(
    region: Region,
    cases: Collection[Case],
    meetings: Iterable[Meeting],
    processes: Iterable[Process],
    files: Mapping[str, Mapping[str, FileFacts]],
    as_of: date,
    publication: Publication | None = None,
    recall: Recall = work_out_now,
) -> Graph:
    """Join the records; references that lead nowhere are left out here and found by the rules."""
    by_date = sorted(meetings, key=lambda m: (m.date.sort_key if m.date else (0, 0, 0), m.id))
    meeting_of = {meeting.id: meeting for meeting in by_date}
    found = {case.id: treatments_of(case, region, meeting_of) for case in cases}
    ordered = _newest_first(cases, found)
    treatments = {case.id: found[case.id] for case in ordered}
    index = MentionIndex(treatments, meeting_of, {body.id: body for body in region.bodies})
    for case in ordered:
        index.add_archive_number(case)
    mentioned = mentions_of(ordered, treatments, index)
    places = region.municipalities
    states = {case.id: case_state(case, treatments[case.id], places, as_of) for case in ordered}
    return Graph(
        region=region,
        as_of=as_of,
        cases={case.id: case for case in ordered},
        meetings=meeting_of,
        processes={p.id: p for p in sorted(processes, key=lambda p: p.id)},
        files=files,
        bodies={body.id: body for body in region.bodies},
        municipalities={m.id: m for m in region.municipalities},
        topics={topic.id: topic for topic in region.topics},
        owners={owner.id: owner for owner in region.owners},
        treatments=treatments,
        states=states,
        follow_ups=_follow_ups(ordered, treatments, meeting_of, region, as_of),
        inverse=inverse_relations(ordered),
        agendas=_agendas(meeting_of, treatments),
        cases_of_process=_group(ordered, lambda case: case.processes),
        cases_of_topic=_group(ordered, lambda case: case.topics),
        cases_of_body=_group(
            ordered, lambda case: [t.body.id for t in treatments[case.id] if t.body is not None]
        ),
        cases_of_meeting=_group(ordered, lambda case: case.meetings),
        mentions=index,
        mentions_of=mentioned,
        mentioned_by=mentioned_by(mentioned),
        publication=publication or Publication(),
        recall=recall,
    )


def _newest_first(
    cases: Collection[Case], treatments: Mapping[str, Sequence[Treatment]]
) -> list[Case]:
    def key(case: Case) -> tuple[tuple[int, int, int], str]:
        dated = [t.date.sort_key for t in treatments[case.id] if t.date is not None]
        return (max(dated) if dated else (case.year or 0, 0, 0), case.id)

    return sorted(cases, key=key, reverse=True)


def _follow_ups(
    cases: Sequence[Case],
    treatments: Mapping[str, Sequence[Treatment]],
    meetings: Mapping[str, Meeting],
    region: Region,
    as_of: date,
) -> dict[str, tuple[FollowUpState, ...]]:
    states = {}
    for case in cases:
        items = {treatment.item.id: treatment for treatment in treatments[case.id]}
        states[case.id] = tuple(
            follow_up_state(case, follow_up, items, meetings, as_of, region.silent_months)
            for follow_up in case.follow_ups
        )
    return states


def _agendas(
    meetings: Mapping[str, Meeting], treatments: Mapping[str, Sequence[Treatment]]
) -> dict[str, tuple[Treatment, ...]]:
    """What each meeting treated: by ``rekkefølge``, else by number, else by case id."""
    grouped: dict[str, list[Treatment]] = defaultdict(list)
    for found in treatments.values():
        for treatment in found:
            if treatment.item.meeting in meetings:
                grouped[treatment.item.meeting].append(treatment)

    def key(treatment: Treatment) -> tuple[int, int, str, str]:
        number = treatment.number
        order = treatment.item.order
        place = number.number if order is None and number else order
        series = number.series if number else ""
        return (0 if place is not None else 1, place or 0, series or "", treatment.case.id)

    return {meeting: tuple(sorted(found, key=key)) for meeting, found in grouped.items()}


def _group(
    cases: Sequence[Case], keys: Callable[[Case], Iterable[str]]
) -> dict[str, tuple[Case, ...]]:
    grouped: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        for key in dict.fromkeys(keys(case)):
            grouped[key].append(case)
    return {key: tuple(found) for key, found in grouped.items()}
