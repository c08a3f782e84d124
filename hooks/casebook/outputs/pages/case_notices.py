"""What a reader must know of a case before anything else."""

from __future__ import annotations

from typing import Any

from casebook.graph.in_force import Standing
from casebook.model.case import Case
from casebook.outputs import disclosure
from casebook.outputs.pages.case_papers import exempt_words
from casebook.outputs.pages.view import View

_KINDS = {
    Standing.SUPERSEDED: "superseded",
    Standing.AMENDED: "newer",
    Standing.WITHDRAWN: "withdrawn",
    Standing.SUPERSEDE_PROPOSED: "newer",
    Standing.AMEND_PROPOSED: "newer",
}


def notice_views(view: View, case: Case) -> list[dict[str, Any]]:
    """That it is superseded, amended, withdrawn or withheld, or holds personal data."""
    notices = [
        {
            "kind": _KINDS[force.standing],
            "title": view.words(f"notice.{force.standing.value}"),
            "link": view.case_link(force.by.id) if force.by else None,
            "text": disclosure.note_of(view.graph, force.by, force.note),
        }
        for force in view.graph.force(case)
    ]
    if case.exempt is not None:
        words = exempt_words(view, case.exempt)
        notices.append({"kind": "closed", "title": words, "link": None, "text": ""})
    if case.personal_data is not None:
        removed = view.words.date(case.personal_data.removed_on)
        title = view.words("personal_data_until", date=removed)
        text = case.personal_data.reason
        notices.append({"kind": "info", "title": title, "link": None, "text": text})
    if case.verbatim is False:
        notices.append(
            {"kind": "info", "title": "", "link": None, "text": view.words("not_verbatim")}
        )
    return notices
