"""What changed on a page since it was published, when and why: from the record and the history."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from casebook.graph.treatments import Treatment
from casebook.model.case import Case
from casebook.model.meeting import Meeting
from casebook.model.process import Process
from casebook.model.publication import Revision, TextChange
from casebook.model.shared import Change
from casebook.model.values import PartialDate
from casebook.outputs import disclosure
from casebook.outputs.earlier import published_on
from casebook.outputs.pages.case_decisions import text_heading
from casebook.outputs.pages.view import View
from casebook.outputs.plain import in_words
from casebook.outputs.word_diff import word_diff
from casebook.personal_numbers import mask_personal_numbers
from casebook.schema.tables import CASE, MEETING, PROCESS

_ENTRIES = "endringer"
_FOLLOW_UP = "oppfølging"
_TABLES = {Case: CASE, Meeting: MEETING, Process: PROCESS}


def change_log(view: View, record: Case | Meeting | Process) -> list[dict[str, Any]]:
    """Every change, newest first: those that the record tells of, and those of the history."""
    revisions = list(_public(view, record))
    told = sorted(record.changes, key=lambda c: c.date.sort_key if c.date else (0,))[::-1]
    explained = [revision for revision in revisions if _ENTRIES in revision.parts]
    entries = [
        _told(view, change, record, explained[place] if place < len(explained) else None)
        for place, change in enumerate(told)
    ]
    entries += [_found(view, r, record) for r in revisions if r not in explained]
    return sorted(entries, key=lambda entry: str(entry["sort"]), reverse=True)


def _public(view: View, record: Case | Meeting | Process) -> Iterator[Revision]:
    """The revisions since publication; what a file was before that is nobody's business.

    A record that the ledger does not know has not been published yet: all its history is drafts.
    """
    since = published_on(view.graph, record.id)
    for revision in view.graph.publication.history.get(record.origin.path, ()):
        if revision.day.isoformat() > since and revision.parts:
            yield revision


def _told(
    view: View, change: Change, record: Case | Meeting | Process, revision: Revision | None
) -> dict[str, Any]:
    return {
        "date": view.day(change.date),
        "kind": view.words(f"change.{change.kind.value}") if change.kind else "",
        "html": change.text,
        "texts": _differences(view, record, revision) if revision else [],
        "sort": change.date.iso if change.date else "",
    }


def _found(view: View, revision: Revision, record: Case | Meeting | Process) -> dict[str, Any]:
    words = view.words
    kind = revision.kind or ("oppfølging" if set(revision.parts) == {_FOLLOW_UP} else "oppdatering")
    parts = _named(view, revision, record)
    text = revision.text or (
        words("change_parts", parts=words.join(parts)) if parts else words("change_unnamed")
    )
    return {
        "date": view.day(PartialDate.of(revision.day)),
        "kind": words(f"change.{kind}"),
        "html": text,
        "texts": _differences(view, record, revision),
        "sort": revision.day.isoformat(),
    }


def _named(view: View, revision: Revision, record: Case | Meeting | Process) -> list[str]:
    """What changed, by the names that stand in public now; anything else is not named."""
    changed = [part for part in revision.parts if part != _ENTRIES]
    if revision.hidden or (isinstance(record, Case) and record.exempt is not None):
        return []
    public = set(_public_names(record))
    named = [part for part in changed if part in public]
    return [*named, view.words("change_other")] if 0 < len(named) < len(changed) else named


def _public_names(record: Case | Meeting | Process) -> Iterator[str]:
    """The fields that a record has, and the headings of its public text."""
    for field in _TABLES[type(record)].fields:
        if field.name in record.origin.spans:
            yield field.norwegian
    texts = disclosure.sections(record) if isinstance(record, Case) else record.text.sections
    yield from (section.title for section in texts)


def _differences(
    view: View, record: Case | Meeting | Process, revision: Revision
) -> list[dict[str, Any]]:
    """Word differences of decision texts; none where the text is or may be nobody's to read."""
    if (
        not isinstance(record, Case)
        or record.personal_data is not None
        or record.exempt is not None
    ):
        return []
    treatments = view.graph.treatments_by_item(record.id)
    return [
        {"label": label, "parts": word_diff(_plain(change.before), _plain(change.after))}
        for change in revision.texts
        if (label := _label(view, treatments, change)) is not None
    ]


def _label(view: View, treatments: Mapping[str, Treatment], change: TextChange) -> str | None:
    """Whose decision it is; None when it is withheld now, or no longer there."""
    found = treatments.get(change.item)
    if found is None and not change.item and len(treatments) == 1:
        found = next(iter(treatments.values()))
    if found is None or found.withheld:
        return None
    body = view.body_link(found)
    return str(body["label"]) if body else text_heading(view, found)


def _plain(source: str) -> str:
    return mask_personal_numbers(in_words(source))
