"""Meetings and processes as Markdown."""

from __future__ import annotations

from casebook.graph import Treatment
from casebook.model.meeting import Meeting
from casebook.model.process import Process
from casebook.outputs import addresses
from casebook.outputs.markdown_files import case_link, dated, head, joined, papers, view_in
from casebook.outputs.pages.view import View
from casebook.outputs.plain import as_markdown
from casebook.outputs.records import Source


def meeting_markdown(source: Source, meeting: Meeting) -> str:
    """A meeting with its agenda."""
    view = view_in(source, meeting.language)
    words, texts = view.words, source.texts(meeting.id)
    date = dated(view, view.day(meeting.date, meeting.doubt("date")))
    status = meeting.status.value if meeting.status else "ikke-registrert"
    clock = words.clock(meeting.start, meeting.end)
    facts = [
        (words("date"), f"{date} {clock}".strip()),
        (words("place"), as_markdown(view.likely(meeting.place, meeting.doubt("place")))),
        (words("state"), view.likely(words(f"meeting_{status}"), meeting.doubt("status"))),
    ]
    parts = head(f"{view.meeting_title(meeting.id)} {date}", meeting.summary, facts)
    parts.append(source.url(addresses.meeting(meeting.id)))
    agenda = [
        _entry(view, treatment)
        for treatment in source.graph.agendas.get(meeting.id, ())
        if treatment.case.id in source.published
    ]
    agenda += [f"- {as_markdown(f'{f.number} {f.title}')}".strip() for f in meeting.formalities]
    if agenda:
        parts += [f"## {words('agenda_heading')}", "\n".join(agenda)]
    parts += papers(texts, meeting.text.lead, meeting.text.sections)
    parts.append(texts.definitions(meeting.text.references))
    return joined(parts)


def process_markdown(source: Source, process: Process) -> str:
    """A process with its events and cases."""
    view = view_in(source, process.language)
    words, texts = view.words, source.texts(process.id)
    status = process.status.value if process.status else "ikke-registrert"
    state = view.likely(words(f"process_{status}"), process.doubt("status"))
    facts = [(words("state"), state)]
    parts = head(process.title, process.summary, facts)
    parts.append(source.url(addresses.process(process.id)))
    events = sorted(process.events, key=lambda e: e.date.sort_key if e.date else (0, 0, 0))
    if events:
        lines = [
            f"- {dated(view, view.day(event.date, event.doubt('date')))}: {as_markdown(event.text)}"
            for event in events
        ]
        parts += [f"## {words('events_heading')}", "\n".join(lines)]
    cases = source.graph.cases_of_process.get(process.id, ())
    lines = [f"- {case_link(view, c.id)}" for c in cases if c.id in source.published]
    if lines:
        parts += [f"## {words('cases_heading')}", "\n".join(lines)]
    parts += papers(texts, process.text.lead, process.text.sections)
    parts.append(texts.definitions(process.text.references))
    return joined(parts)


def _entry(view: View, treatment: Treatment) -> str:
    item = treatment.item
    code = item.outcome.value if item.outcome else "ikke-registrert"
    outcome = view.likely(view.words(f"outcome_{code}"), item.doubt("outcome"))
    number = as_markdown(view.likely(view.number(treatment), item.doubt("number")))
    return f"- {number} {case_link(view, treatment.case.id)}: {outcome}".replace("-  ", "- ")
