"""The page of a meeting."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from casebook.graph import Graph
from casebook.graph.completeness import meeting_lacks
from casebook.graph.timelines import meeting_timeline
from casebook.model.meeting import Meeting
from casebook.model.values import Gap
from casebook.model.vocabulary import MeetingForm
from casebook.outputs import addresses
from casebook.outputs.doubts import doubt_views
from casebook.outputs.keys import Keys
from casebook.outputs.pages.case_papers import section_views, source_views, told_apart
from casebook.outputs.pages.change_log import change_log
from casebook.outputs.pages.linking import meeting_linking
from casebook.outputs.pages.meeting_agenda import agenda_views, document_view
from casebook.outputs.pages.page import Page, PlannedPage
from casebook.outputs.pages.prose import Prose
from casebook.outputs.pages.rows import case_row, meeting_row
from casebook.outputs.pages.thread import thread_view
from casebook.outputs.pages.view import View


def meeting_pages(graph: Graph, keys: Keys) -> Iterator[PlannedPage]:
    """A page per meeting."""
    for meeting in graph.meetings.values():
        yield PlannedPage(
            addresses.page_file(addresses.meeting(meeting.id)),
            partial(meeting_page, graph, meeting),
            keys.of_record(meeting.id, "page"),
            meeting.origin.path,
        )


def meeting_page(graph: Graph, meeting: Meeting) -> Page:
    """The page of one meeting."""
    address = addresses.meeting(meeting.id)
    language = meeting.language or graph.region.language
    view = View(graph, language, addresses.page_file(address))
    title = f"{view.meeting_title(meeting.id)} {view.words.date(meeting.date)}"
    return Page(
        address=address,
        kind="meeting",
        section="meetings",
        template="pages/meeting.html",
        title=title,
        view={
            **_view(view, meeting),
            "title": title,
            "linking": meeting_linking(view, meeting, title),
        },
        language=language,
        description=meeting.summary,
        breadcrumb=(
            {"href": view.to(""), "label": view.words("home")},
            {"href": view.to("moter/"), "label": view.words("nav_meetings")},
            {"label": title},
        ),
        source=meeting.origin.path,
    )


def _view(view: View, meeting: Meeting) -> dict[str, Any]:
    prose = Prose(view, meeting.id, meeting.text.references)
    body = view.graph.bodies.get(meeting.body)
    return {
        "row": meeting_row(view, meeting),
        "summary": meeting.summary,
        "body": {
            "href": view.to(addresses.body(body.id)),
            "label": body.name(view.name_day(meeting.date)),
        }
        if body
        else None,
        "facts": meeting_facts(view, meeting),
        "moved_to": view.meeting_link(meeting.moved_to) if meeting.moved_to else None,
        "closed": view.closed("closed_meeting", meeting.closed, meeting.date),
        "closed_reason": meeting.closed.reason if meeting.closed else "",
        "agenda": agenda_views(view, meeting),
        "cases_named": [
            case_row(view, case)
            for case in view.graph.cases_of_meeting.get(meeting.id, ())
            if view.graph.is_published(case)
        ],
        "mentioned_in": [
            view.case_link(source) for source in view.graph.mentioned_by.get(meeting.id, ())
        ],
        "parties": [{"name": p.name, "attended": list(p.attended)} for p in meeting.parties],
        "documents": meeting_documents(view, meeting, prose),
        "sections": section_views(meeting.text, list(meeting.text.sections), prose, meeting),
        "verbatim": meeting.verbatim,
        "sources": source_views(view, meeting.sources),
        "processes": [
            view.process_link(p.id)
            for p in view.graph.processes.values()
            if meeting.id in p.meetings
        ],
        "doubts": doubt_views(view, meeting),
        "missing": [
            {"label": view.words(f"missing.{part}")} for part in meeting_lacks(view.graph, meeting)
        ],
        "thread": thread_view(view, meeting_timeline(view.graph, meeting), meeting.id),
        "video": meeting.video,
        "change_log": change_log(view, meeting),
    }


def meeting_documents(view: View, meeting: Meeting, prose: Prose) -> list[dict[str, Any]]:
    """The documents of a meeting as a list of files."""
    return told_apart(view, [document_view(view, meeting, prose, d) for d in meeting.documents])


def meeting_facts(view: View, meeting: Meeting) -> list[dict[str, Any]]:
    """The key facts that stand beside the agenda."""
    words = view.words
    kind = _word(view, "meeting_type", meeting.type)
    facts: list[dict[str, Any]] = [
        {"label": words("date"), "text": _when(view, meeting), "uncertain": meeting.doubt("date")},
        *_place(view, meeting),
        _fact(view, meeting, "form", words("form"), _word(view, "form", meeting.form)),
        _fact(view, meeting, "type", words("meeting_type"), kind),
    ]
    if meeting.chair is not None:
        place = (
            view.municipality_link(meeting.chair.municipality) if meeting.chair.municipality else {}
        )
        chair = ", ".join(part for part in (meeting.chair.office, place.get("label", "")) if part)
        facts.append({"label": words("chair"), "text": chair, "uncertain": meeting.doubt("chair")})
    facts += _attendance(view, meeting)
    facts.append(_minutes(view, meeting))
    return facts


def _attendance(view: View, meeting: Meeting) -> list[dict[str, Any]]:
    """Who met; what is not written is left out, what is known to be missing is said."""
    attendance, words = meeting.attendance, view.words
    if attendance is None:
        return []
    facts: list[dict[str, Any]] = []
    if attendance.present is not None and attendance.total is not None:
        present = words("present_of", present=attendance.present, total=attendance.total)
        facts.append({"label": words("attendance"), "text": present})
    elif attendance.present is not None:
        facts.append({"label": words("attendance"), "text": str(attendance.present)})
    elif "present" in attendance.gaps:
        facts.append({"label": words("attendance"), "gap": view.gap(attendance, "present")})
    for name in ("absent", "speaking_right"):
        who = getattr(attendance, name)
        if who:
            facts.append({"label": words(name), "items": [{"label": one} for one in who]})
        elif name in attendance.gaps:
            facts.append({"label": words(name), "gap": view.gap(attendance, name)})
    return facts


def _minutes(view: View, meeting: Meeting) -> dict[str, Any]:
    minutes = meeting.minutes
    label = view.words("minutes")
    if minutes is None or minutes.status is None:
        return {"label": label, "gap": view.gap(meeting, "minutes")}
    text = view.words(f"minutes.{minutes.status.value}")
    if minutes.date is not None:
        text = f"{text} {view.words.date(minutes.date)}"
    if minutes.approved_in:
        link = view.meeting_link(minutes.approved_in)
        text = f"{text} ({link['label']})"
        return {"label": label, "text": text, "href": link.get("href")}
    return {"label": label, "text": text}


def _when(view: View, meeting: Meeting) -> str:
    when = view.words.date(meeting.date)
    exact = meeting.date.exact if meeting.date else None
    if exact is not None:
        when = f"{view.words.weekday(exact)} {when}"
    clock = view.words.clock(meeting.start, meeting.end)
    return f"{when} {clock}".strip()


def _word(view: View, group: str, value: Any) -> str:
    return view.words(f"{group}.{value.value}") if value is not None else ""


def _place(view: View, meeting: Meeting) -> list[dict[str, Any]]:
    """Where people met; a digital meeting lacks no place."""
    absent = not meeting.place and meeting.gap("place") is Gap.ABSENT
    if absent and meeting.form is MeetingForm.DIGITAL:
        return []
    return [_fact(view, meeting, "place", view.words("place"), meeting.place)]


def _fact(view: View, meeting: Meeting, name: str, label: str, text: str) -> dict[str, Any]:
    if not text:
        return {"label": label, "gap": view.gap(meeting, name)}
    return {"label": label, "text": text, "uncertain": meeting.doubt(name)}
