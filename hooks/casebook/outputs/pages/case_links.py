"""What a case hangs on: relations in both directions, and what links here."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from casebook.model.case import Case
from casebook.outputs import disclosure
from casebook.outputs.pages.view import View


def link_groups(view: View, case: Case) -> list[dict[str, Any]]:
    """Relations by type, then the same relations read from the other end."""
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for relation in case.relations:
        link = {**view.case_link(relation.case), "note": relation.note}
        groups[view.words(f"relation.{relation.type.value}")].append(link)
    for inverse in view.graph.inverse.get(case.id, ()):
        note = disclosure.note_of(view.graph, inverse.source, inverse.note)
        link = {**view.case_link(inverse.source.id), "note": note}
        groups[view.words(f"inverse.{inverse.type.value}")].append(link)
    known = {relation.case for relation in case.relations}
    known |= {inverse.source.id for inverse in view.graph.inverse.get(case.id, ())}
    for source in view.graph.mentioned_by.get(case.id, ()):
        if source not in known:
            groups[view.words("mentioned_in")].append(view.case_link(source))
    for meeting in case.meetings:
        groups[view.words("related_meetings")].append(view.meeting_link(meeting))
    return [{"label": label, "links": items} for label, items in groups.items()]
