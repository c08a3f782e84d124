"""A meeting's agenda, cases and formalities in one order, and its documents."""

from __future__ import annotations

from typing import Any

from casebook.graph import Treatment
from casebook.model.meeting import Formality, Meeting, MeetingDocument
from casebook.model.vocabulary import Role
from casebook.numbers import CaseNumber, parse_number
from casebook.outputs.earlier import replaced_note
from casebook.outputs.pages.prose import Prose
from casebook.outputs.pages.rows import case_row, municipal_stage, treatment_outcome
from casebook.outputs.pages.view import View


def agenda_views(view: View, meeting: Meeting) -> list[dict[str, Any]]:
    """Cases and formalities in one order: by number, unless ``rekkefølge`` says otherwise.

    Numbers of several series are in no order of their own, so what is written goes first.
    """
    entries: list[tuple[tuple[bool, int, bool], dict[str, Any]]] = []
    for treatment in view.graph.agendas.get(meeting.id, ()):
        place = _place(treatment.number, treatment.item.order)
        entries.append((place, _case_entry(view, treatment)))
    for formality in meeting.formalities:
        number = parse_number(formality.number) if formality.number else None
        entries.append((_place(number, formality.order), _formality(view, formality)))
    return [entry for _, entry in sorted(entries, key=lambda pair: pair[0])]


def _place(number: CaseNumber | None, order: int | None) -> tuple[bool, int, bool]:
    """By ``rekkefølge``, else by number; of one place what is put there stands first."""
    place = number.number if order is None and number is not None else order
    return (place is None, place or 0, order is None)


def _case_entry(view: View, treatment: Treatment) -> dict[str, Any]:
    if not view.graph.is_published(treatment.case):
        return _taken_down(view, treatment)
    row = case_row(view, treatment.case)
    item = treatment.item
    shown = treatment.decision is not None
    return {
        **row,
        "href": f"{row['href']}#{treatment.anchor}" if shown else row["href"],
        "number": view.number(treatment),
        "number_gap": view.gap(item, "number"),
        "number_doubt": item.doubt("number") or "",
        "outcome": treatment_outcome(view, treatment),
        "outcome_doubt": item.doubt("outcome") or "",
        "role": item.role.value if item.role is Role.RECOMMENDS else "",
        **municipal_stage(view, treatment.case, treatment),
        "role_label": view.words(f"role.{item.role.value}") if item.role else "",
        "role_doubt": item.doubt("role") or "",
        "closed": view.closed("closed_item", item.closed, treatment.date),
        "date": view.day(treatment.date, treatment.date_doubt),
        "uncertain": treatment.date_doubt or "",
        "formality": False,
    }


def _taken_down(view: View, treatment: Treatment) -> dict[str, Any]:
    """The place that a case had on the agenda; what came of it was taken down with the rest."""
    return {
        **view.case_link(treatment.case.id),
        "title": view.title(treatment.case.id),
        "number": view.number(treatment),
        "number_gap": view.gap(treatment.item, "number"),
        "taken_down": True,
        "formality": False,
    }


def _formality(view: View, formality: Formality) -> dict[str, Any]:
    number = parse_number(formality.number) if formality.number else None
    return {
        "id": f"{number.number}" if number else "",
        "formality": True,
        "number": _formal_number(view, formality.number),
        "number_gap": view.gap(formality, "number"),
        "title": formality.title,
        "number_doubt": formality.doubt("number") or "",
        "outcome": formality.outcome.value if formality.outcome else "ikke-registrert",
        "outcome_doubt": formality.doubt("outcome") or "",
        "outcome_none": "outcome" in formality.gaps,
        "text": [part for part in formality.text.split("\n") if part.strip()],
    }


def _formal_number(view: View, written: str) -> str:
    """A number as written; «Sak» stands before it unless it names its series."""
    return f"{view.words('case_prefix')} {written}" if written[:1].isdigit() else written


def document_view(
    view: View, meeting: Meeting, prose: Prose, document: MeetingDocument
) -> dict[str, Any]:
    """A document of the meeting as the list of files shows it."""
    facts = view.graph.files.get(meeting.id, {}).get(document.file)
    address = prose.files.get(document.file)
    return {
        "id": "",
        "title": document.title or view.words(f"document.{document.type.value}"),
        "href": view.to(address) if address else document.link,
        "external": address is None and bool(document.link),
        "kind": view.words(f"document.{document.type.value}"),
        "type": facts.extension.upper() if facts else "",
        "size": view.words.size(facts.size) if facts else "",
        "pages": facts.pages if facts else None,
        "checksum": facts.sha256 if facts else "",
        "date": view.day(document.date, document.doubt("date")),
        "withheld": "",
        "missing": "",
        "note": "",
        "changed": replaced_note(view.graph, meeting.id, facts, view.words),
    }
