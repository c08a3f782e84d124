"""What a thread says of each thing that happened, by kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from casebook.graph.followups import FollowUpState
from casebook.graph.matrix import NOT_NEEDED, NOT_REGISTERED, only_prepares
from casebook.graph.timelines import Happening, Kind
from casebook.graph.treatments import Treatment
from casebook.model.action import LocalDecision, LogEntry
from casebook.model.case import Attachment, Case
from casebook.model.meeting import Meeting
from casebook.model.process import Process, ProcessEvent
from casebook.model.vocabulary import RelationType, Role
from casebook.outputs import addresses
from casebook.outputs.pages.rows import municipal_stage, named_source, reached_words
from casebook.outputs.pages.view import View

_TOLD = (RelationType.SUPERSEDES, RelationType.AMENDS)


def entry_view(view: View, happening: Happening, here: str) -> dict[str, Any]:
    """A happening in the words of the list; ``here`` is the id of the page's own record."""
    match happening.subject:
        case Meeting() as meeting:
            told = _meeting(view, meeting)
        case Process() as process:
            told = _process(view, process)
        case ProcessEvent() as event:
            told = _event(view, happening, event, here)
        case LocalDecision() as decision:
            told = _local(view, happening, decision, here)
        case _:
            told = _of_case(view, happening, here)
    return {
        "date": view.day(happening.date, happening.doubt),
        "kind": "relation" if happening.kind is Kind.PROCESS else happening.kind.value,
        "here": _is_here(happening, here),
        "text": "",
        "about": None,
        "text_doubt": False,
        "state": "",
        "state_doubt": False,
        **told,
    }


def _of_case(view: View, happening: Happening, here: str) -> dict[str, Any]:
    case, subject = happening.case, happening.subject
    if case is None:
        raise ValueError("a decision, a log entry and a paper belong to a case")
    if isinstance(subject, Treatment):
        return _treatment(view, case, subject)
    if subject is None:
        return {"kind_label": view.words("case"), "title": view.case_link(case.id)}
    first = subject[0] if isinstance(subject, tuple) else None
    if isinstance(first, FollowUpState):
        return _log_entry(view, case, first, subject[1])  # type: ignore[index, arg-type]
    return _papers(view, case, subject, here)  # type: ignore[arg-type]


def _is_here(happening: Happening, here: str) -> bool:
    """Whether it is the page's own record; only what is the record itself, not what hangs on it."""
    match happening.subject:
        case Meeting(id=record) | Process(id=record):
            return record == here
        case Treatment() as treatment:
            return here in (treatment.case.id, treatment.item.meeting)
        case None:
            return happening.case is not None and happening.case.id == here
    return False


def _treatment(view: View, case: Case, treatment: Treatment) -> dict[str, Any]:
    item = treatment.item
    body = view.body_link(treatment)
    leading = view.graph.states[case.id].treatment is treatment
    return {
        "kind_label": body["label"] if body else view.words("treatment"),
        "title": {
            **view.case_link(case.id),
            "href": view.to(addresses.case(case.id, item.id)),
        },
        "text": view.number(treatment),
        "text_doubt": item.doubt("number") is not None,
        "state_doubt": item.doubt("outcome") is not None,
        "outcome": item.outcome.value if item.outcome else _silence(view, treatment),
        **municipal_stage(view, case, treatment),
        "role": item.role.value if item.role is Role.RECOMMENDS else "",
        "relations": _relations(view, case) if leading else [],
    }


def _silence(view: View, treatment: Treatment) -> str:
    """That nothing is registered of what a body came to on a day that has passed."""
    day = treatment.date
    return "ikke-registrert" if day is not None and day.last < view.graph.as_of else ""


def _relations(view: View, case: Case) -> list[dict[str, Any]]:
    """What the case superseded or amended, and what did so to it."""
    told = [
        {"label": view.words(f"relation.{r.type.value}"), "link": view.case_link(r.case)}
        for r in case.relations
        if r.type in _TOLD
    ]
    told += [
        {"label": view.words(f"standing_by.{f.standing.value}"), "link": view.case_link(f.by.id)}
        for f in view.graph.force(case)
        if f.by is not None
    ]
    return told


def _meeting(view: View, meeting: Meeting) -> dict[str, Any]:
    link = {**view.meeting_link(meeting.id), "label": view.meeting_title(meeting.id)}
    about = {"label": meeting.summary, "lang": view.foreign(meeting)}
    return {"kind_label": view.words("meeting"), "title": link, "about": about}


def _process(view: View, process: Process) -> dict[str, Any]:
    status = process.status.value if process.status else "ikke-registrert"
    return {
        "kind_label": view.words("thread.process"),
        "title": view.process_link(process.id),
        "text": view.words(f"process_{status}"),
        "text_doubt": process.doubt("status") is not None,
    }


def _event(view: View, happening: Happening, event: ProcessEvent, here: str) -> dict[str, Any]:
    process = happening.process
    language = view.foreign(process) if process is not None else ""
    named = process.title if process is not None and process.id != here else ""
    reached = reached_words(view, event)
    title = {"label": event.text, "lang": language, "href": event.link}
    return {
        "kind_label": view.words(f"event.{event.type.value}") if event.type else "",
        "title": title,
        "text": f"{reached}. " if reached and named else reached,
        "about": {"label": named, "lang": language},
        "source": named_source(view, process, event.source) if process is not None else None,
    }


def _local(view: View, happening: Happening, decision: LocalDecision, here: str) -> dict[str, Any]:
    place = view.municipality_link(decision.municipality, view.name_day(decision.date))
    purpose = view.words(f"purpose.{decision.purpose.value}") if decision.purpose else ""
    case = happening.case
    title = view.title(case.id) if case is not None else ""
    named = title if case is None or case.id != here else ""
    written = ", ".join(part for part in (decision.body, decision.number) if part)
    status = decision.outcome.value if decision.outcome else NOT_REGISTERED
    prepares = only_prepares(decision)
    told = "" if prepares else purpose
    return {
        "kind_label": f"{place['label']} kommune",
        "title": {"label": written or title, "href": decision.link},
        "text": f"{told}: " if told and named else told,
        "about": {"label": named, "lang": view.title_language(case) if case is not None else ""},
        "local": {
            "status": NOT_NEEDED if decision.not_needed else status,
            "status_doubt": decision.doubt("outcome") or "",
            "purpose": purpose,
            "prepares": prepares,
        },
    }


def _log_entry(view: View, case: Case, state: FollowUpState, entry: LogEntry) -> dict[str, Any]:
    return {
        "kind_label": view.words("follow_up_of_point"),
        "title": {
            "href": view.to(addresses.case(case.id, state.anchor)),
            "label": state.follow_up.action,
            "lang": view.foreign(case),
        },
        "about": {"label": entry.text, "lang": view.foreign(case)},
        "status": entry.status.value if entry.status else "",
        "state_doubt": entry.doubt("status") is not None,
    }


def _papers(view: View, case: Case, papers: Sequence[Attachment], here: str) -> dict[str, Any]:
    many = view.words("thread.papers", n=len(papers))
    return {
        "kind_label": view.words("thread.paper"),
        "title": {
            "href": view.to(addresses.case(case.id, "vedlegg")),
            "label": papers[0].title if len(papers) == 1 else many,
            "lang": view.foreign(case) if len(papers) == 1 else "",
        },
        "about": None if case.id == here else {**view.case_link(case.id), "href": ""},
    }
