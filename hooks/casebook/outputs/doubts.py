"""All that is only likely in a record, each with its reason, by the fields' names in its file.

«Antatt» stands beside the values that states and lists hang on. Any field may be doubted, so all
of it stands here once more, and no reason goes unsaid.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from casebook.model.action import LocalDecision
from casebook.model.case import AgendaItem, Case
from casebook.model.meeting import Meeting
from casebook.model.process import Process
from casebook.model.values import Record
from casebook.outputs import disclosure
from casebook.outputs.pages.view import View
from casebook.outputs.plain import as_markdown
from casebook.schema.fields import RecordType
from casebook.schema.tables.case import CASE
from casebook.schema.tables.meeting import MEETING
from casebook.schema.tables.process import PROCESS

_LANGUAGE = "nb"
"""The language of the names of fields."""


def doubt_views(view: View, record: Case | Meeting | Process) -> list[dict[str, str]]:
    """Every doubted field of a record that is public: where it stands, and why it is doubted."""
    if not record.uncertain:
        return []
    if isinstance(record, Case):
        found = _doubts(partial(_name, view, record), disclosure.case(record), CASE, ())
    elif isinstance(record, Meeting):
        found = _doubts(partial(_name, view, None), record, MEETING, ())
    else:
        found = _doubts(partial(_name, view, None), record, PROCESS, ())
    lang = "" if view.language == _LANGUAGE else _LANGUAGE
    return [{"label": label, "lang": lang, "why": why} for label, why in found]


def doubt_parts(view: View, record: Case | Meeting | Process) -> Iterator[str]:
    """The same as Markdown."""
    lines = [
        f"- {as_markdown(d['label'])}: {as_markdown(d['why'])}" for d in doubt_views(view, record)
    ]
    if lines:
        yield f"## {view.words('doubts_heading')}"
        yield "\n".join(lines)


def _doubts(
    named: Callable[[Record], str], record: Record, kind: RecordType, steps: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    for field in kind.fields:
        if why := record.doubt(field.name):
            yield _label((*steps, field.norwegian)), why
        below = field.type.inner()
        value: Any = getattr(record, field.name)
        if below is None or not value:
            continue
        if isinstance(value, Record):
            yield from _doubts(named, value, below, (*steps, field.norwegian))
            continue
        for place, item in enumerate(value, start=1):
            step = f"{field.norwegian} {named(item) or place}"
            yield from _doubts(named, item, below, (*steps, step))


def _name(view: View, case: Case | None, item: Record) -> str:
    """What readers know a record of a list by; empty for what only its place tells from others."""
    if isinstance(item, AgendaItem) and case is not None:
        treatment = view.graph.treatments_by_item(case.id)[item.id]
        body, day = view.body_link(treatment), view.day(treatment.date)
        return f"{body['label'] if body else ''} {day['text'] if day else ''}".strip()
    if isinstance(item, LocalDecision):
        label: str = view.municipality_link(item.municipality)["label"]
        return label
    text = getattr(item, "action", "") or getattr(item, "title", "")
    return f"«{text}»" if text else ""


def _label(steps: tuple[str, ...]) -> str:
    label = ", ".join(steps).replace("_", " ")
    return label[:1].upper() + label[1:]
