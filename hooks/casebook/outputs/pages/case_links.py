"""What a case hangs on: relations in both directions, what links here, and the matter over time."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from casebook.model.case import Case
from casebook.model.values import PartialDate
from casebook.outputs import addresses
from casebook.outputs.pages.view import View


def link_groups(view: View, case: Case) -> list[dict[str, Any]]:
    """Relations by type, then the same relations read from the other end."""
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for relation in case.relations:
        link = {**view.case_link(relation.case), "note": relation.note}
        groups[view.words(f"relation.{relation.type.value}")].append(link)
    for inverse in view.graph.inverse.get(case.id, ()):
        link = {**view.case_link(inverse.source.id), "note": inverse.note}
        groups[view.words(f"inverse.{inverse.type.value}")].append(link)
    known = {relation.case for relation in case.relations}
    known |= {inverse.source.id for inverse in view.graph.inverse.get(case.id, ())}
    for source in view.graph.mentioned_by.get(case.id, ()):
        if source not in known:
            groups[view.words("mentioned_in")].append(view.case_link(source))
    for meeting in case.meetings:
        groups[view.words("related_meetings")].append(view.meeting_link(meeting))
    return [{"label": label, "items": items} for label, items in groups.items()]


def thread(view: View, case: Case) -> list[dict[str, Any]]:
    """The matter over time: this case, the cases it is tied to, their meetings and processes."""
    entries: list[tuple[PartialDate, dict[str, Any]]] = []
    for case_id in related_cases(view, case):
        for treatment in view.graph.treatments[case_id]:
            if treatment.date is None:
                continue
            here = case_id == case.id
            body = view.body_link(treatment)
            link = view.case_link(case_id)
            entry = {
                "date": view.day(treatment.date, treatment.date_doubt),
                "kind": "decision",
                "kind_label": body["label"] if body else view.words("treatment"),
                "title": {"label": link["label"]} if here else link,
                "text": view.number(treatment),
                "state": "",
                "here": here,
            }
            entries.append((treatment.date, entry))
    for meeting_id in case.meetings:
        meeting = view.graph.meetings.get(meeting_id)
        if meeting is not None and meeting.date is not None:
            entry = {
                "date": view.day(meeting.date, meeting.doubt("date")),
                "kind": "meeting",
                "kind_label": view.words("meeting"),
                "title": {
                    "href": view.to(addresses.meeting(meeting_id)),
                    "label": view.meeting_title(meeting_id),
                },
                "text": meeting.summary,
                "state": "",
                "here": False,
            }
            entries.append((meeting.date, entry))
    return [entry for _, entry in sorted(entries, key=lambda pair: pair[0].sort_key)]


def related_cases(view: View, case: Case) -> list[str]:
    """The case and every case it is tied to by a relation, in either direction, one step away."""
    tied = [case.id, *(relation.case for relation in case.relations)]
    tied += [inverse.source.id for inverse in view.graph.inverse.get(case.id, ())]
    return [key for key in dict.fromkeys(tied) if key in view.graph.cases]
