"""Meetings and processes as Markdown."""

from __future__ import annotations

from typing import Any

from casebook.model.meeting import Meeting
from casebook.model.process import Process, ProcessEvent
from casebook.outputs import addresses
from casebook.outputs.doubts import doubt_parts
from casebook.outputs.markdown_files import (
    case_link,
    dated,
    follow_up_parts,
    head,
    joined,
    view_in,
)
from casebook.outputs.markdown_papers import (
    fact_pairs,
    file_parts,
    group_parts,
    papers,
    retold,
    source_parts,
)
from casebook.outputs.markdown_treatment import closed_line
from casebook.outputs.pages.meeting import meeting_documents, meeting_facts
from casebook.outputs.pages.meeting_agenda import agenda_views
from casebook.outputs.pages.process import process_facts, related_processes
from casebook.outputs.pages.prose import Prose
from casebook.outputs.pages.rows import reached_words
from casebook.outputs.pages.view import View
from casebook.outputs.plain import as_markdown
from casebook.outputs.records import Source


def meeting_markdown(source: Source, meeting: Meeting) -> str:
    """A meeting with its agenda."""
    view = view_in(source, meeting.language)
    words, texts = view.words, source.texts(meeting.id)
    date = dated(view, view.day(meeting.date, meeting.doubt("date")))
    status = meeting.status.value if meeting.status else "ikke-registrert"
    state = view.likely(words(f"meeting_{status}"), meeting.doubt("status"))
    facts = [*fact_pairs(view, meeting_facts(view, meeting)), (words("state"), state)]
    parts = head(f"{view.meeting_title(meeting.id)} {date}", meeting.summary, facts)
    parts.append(source.url(addresses.meeting(meeting.id)))
    parts.append(as_markdown(closed_line(view, "closed_meeting", meeting.closed, meeting.date)))
    agenda = [_entry(view, entry) for entry in agenda_views(view, meeting)]
    if agenda:
        parts += [f"## {words('agenda_heading')}", "\n".join(agenda)]
    parties = [", ".join((party.name, *party.attended)) for party in meeting.parties]
    if parties:
        lines = [f"- {as_markdown(party)}" for party in parties]
        parts += [f"## {words('parties_heading')}", "\n".join(lines)]
    parts.append(retold(view, meeting))
    parts += papers(view, texts, meeting, meeting.text.lead, meeting.text.sections)
    prose = Prose(view, meeting.id, meeting.text.references)
    parts += file_parts(view, "documents_heading", meeting_documents(view, meeting, prose))
    parts += source_parts(view, meeting)
    parts += doubt_parts(view, meeting)
    parts.append(texts.definitions(meeting.text.references))
    return joined(parts)


def process_markdown(source: Source, process: Process) -> str:
    """A process with its events and cases."""
    view = view_in(source, process.language)
    words, texts = view.words, source.texts(process.id)
    status = process.status.value if process.status else "ikke-registrert"
    state = view.likely(words(f"process_{status}"), process.doubt("status"))
    facts = [(words("state"), state), *fact_pairs(view, process_facts(view, process))]
    parts = head(process.title, process.summary, facts)
    parts.append(source.url(addresses.process(process.id)))
    events = sorted(process.events, key=lambda e: e.date.sort_key if e.date else (0, 0, 0))
    if events:
        lines = [_event(view, event) for event in events]
        parts += [f"## {words('events_heading')}", "\n".join(lines)]
    cases = source.graph.cases_of_process.get(process.id, ())
    lines = [f"- {case_link(view, c.id)}" for c in cases if c.id in source.published]
    if lines:
        parts += [f"## {words('cases_heading')}", "\n".join(lines)]
    parts += follow_up_parts(view, source.graph.follow_ups_of_process(process.id), on_case=False)
    parts.append(retold(view, process))
    parts += papers(view, texts, process, process.text.lead, process.text.sections)
    parts += source_parts(view, process)
    parts += group_parts(view, related_processes(view, process))
    parts += doubt_parts(view, process)
    parts.append(texts.definitions(process.text.references))
    return joined(parts)


def _event(view: View, event: ProcessEvent) -> str:
    """An event: when, of what kind, whether it is reached, and what it is."""
    words = view.words
    kind = words(f"event.{event.type.value}") if event.type else ""
    reached = reached_words(view, event)
    kind = ", ".join(part for part in (kind, reached.lower() if kind else reached) if part)
    said = ". ".join(part for part in (kind, as_markdown(event.text)) if part)
    return f"- {dated(view, view.day(event.date, event.doubt('date')))}: {said}"


def _entry(view: View, entry: dict[str, Any]) -> str:
    """An entry of the agenda, a case or a formality, with what came of it."""
    words = view.words
    number = as_markdown(view.likely(entry["number"], entry.get("number_doubt")))
    title = as_markdown(entry["title"])
    if entry.get("taken_down"):
        return f"- {number} {title}".replace("-  ", "- ")
    if not entry["formality"]:
        title = f"[{title}]({entry['href']})"
    named = f"- {number} {title}".replace("-  ", "- ")
    if entry.get("outcome_none"):
        outcome = f"{words('outcome_label').lower()} {words('nothing_none')}"
    else:
        outcome = view.outcome(entry["outcome"], entry.get("role"))
        outcome = view.likely(outcome, entry["outcome_doubt"])
    said = [f"{named}: {outcome}"]
    if entry.get("municipal"):
        municipal = words(f"outcome_{entry['municipal']}")
        said.append(view.likely(municipal, entry["municipal_doubt"]))
    said += [as_markdown(entry[key]) for key in ("superseded", "closed") if entry.get(key)]
    said += [as_markdown(part) for part in entry.get("text", ())]
    return ". ".join(part.rstrip(".") for part in said)
