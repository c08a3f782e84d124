"""Records as they stand in lists: one row each, the same everywhere."""

from __future__ import annotations

from typing import Any

from casebook.graph.followups import FollowUpState, due_of, ordered_log
from casebook.graph.in_force import Standing
from casebook.graph.states import Stage
from casebook.graph.treatments import Treatment
from casebook.i18n import MONTHS
from casebook.model.action import LogEntry
from casebook.model.case import Case
from casebook.model.meeting import Meeting
from casebook.model.process import Process, ProcessEvent
from casebook.model.values import Deadline, PartialDate
from casebook.model.vocabulary import Outcome, Role
from casebook.outputs import addresses, disclosure
from casebook.outputs.pages.view import View


def outcome_code(view: View, case: Case) -> str:
    """What a list shows as a case's outcome: the outcome, or the stage it has come to."""
    state = view.graph.states[case.id]
    if state.municipal is not None:
        return state.municipal.value
    if state.stage is Stage.NOT_REGISTERED and state.outcome is not Outcome.UNKNOWN:
        return "ikke-registrert"
    if state.outcome is not None:
        return state.outcome.value
    return Stage.IN_PROGRESS.value


def outcome_doubt(view: View, case: Case) -> str:
    """Why the outcome that a list shows is only likely; empty when it is not."""
    state = view.graph.states[case.id]
    if state.municipal is not None:
        doubts = (d.doubt("outcome") for d in case.local_decisions if d.outcome is not None)
        return next((doubt for doubt in doubts if doubt), "")
    return (state.treatment.item.doubt("outcome") if state.treatment else None) or ""


def treatment_outcome(view: View, treatment: Treatment) -> str:
    """What came of one treatment; nothing is missing of one that is still to come."""
    if treatment.item.outcome is not None:
        return treatment.item.outcome.value
    passed = treatment.has_passed(view.graph.as_of)
    return "ikke-registrert" if passed else Stage.IN_PROGRESS.value


def municipal_stage(view: View, case: Case, treatment: Treatment | None = None) -> dict[str, str]:
    """What the municipalities have made of a decision, and why that is only likely.

    Args:
        view: The page.
        case: The case.
        treatment: The treatment that is told of; only the one that decided the case has a stage.
    """
    state = view.graph.states[case.id]
    other = treatment is not None and treatment is not state.treatment
    if state.municipal is None or other:
        return {"municipal": "", "municipal_doubt": ""}
    return {"municipal": state.municipal.value, "municipal_doubt": outcome_doubt(view, case)}


def standing_label(view: View, case: Case) -> str:
    """«Erstattet» and the like, for lists; withdrawn is an outcome and is not said twice."""
    forces = [f for f in view.graph.force(case) if f.standing is not Standing.WITHDRAWN]
    return view.words(f"standing.{forces[0].standing.value}") if forces else ""


def case_row(view: View, case: Case) -> dict[str, Any]:
    """A case in a list."""
    graph = view.graph
    state = graph.states[case.id]
    shown = state.treatment or (graph.treatments[case.id] or (None,))[-1]
    body = view.body_link(shown) if shown else None
    return {
        "id": case.id,
        "href": view.to(addresses.case(case.id)),
        "number": view.number(shown),
        "number_gap": view.gap(shown.item, "number") if shown else "absent",
        "number_doubt": (shown.item.doubt("number") if shown else None) or "",
        "title": view.title(case.id),
        "lang": view.title_language(case),
        "outcome": outcome_code(view, case),
        "outcome_doubt": outcome_doubt(view, case),
        "role": shown.item.role.value if shown and shown.item.role is Role.RECOMMENDS else "",
        "body": body["label"] if body else view.words("body_unknown"),
        "date": view.day(shown.date, shown.date_doubt) if shown else None,
        "date_gap": view.gap(shown.item, "date") if shown else "absent",
        "municipalities": [view.municipality_link(m)["label"] for m in case.municipalities],
        "superseded": standing_label(view, case),
        "lead": disclosure.listed_summary(case),
    }


def meeting_row(view: View, meeting: Meeting) -> dict[str, Any]:
    """A meeting in a list."""
    count = len(view.graph.agendas.get(meeting.id, ())) + len(meeting.formalities)
    day = meeting.date
    return {
        "id": meeting.id,
        "href": view.to(addresses.meeting(meeting.id)),
        "title": view.meeting_title(meeting.id),
        "lang": view.foreign(meeting) if meeting.title else "",
        "date": view.day(day, meeting.doubt("date")),
        "time": view.words.clock(meeting.start, meeting.end),
        "place": meeting.place,
        "status": meeting.status.value if meeting.status else "ikke-registrert",
        "status_doubt": meeting.doubt("status") or "",
        "count": view.words.count("cases_on_agenda", count) if count else "",
        **_leaf(day),
    }


def process_state(view: View, process: Process) -> dict[str, str]:
    """A process's status, why it is only likely, and the day that it was told of."""
    day = process.status_date
    return {
        "status": process.status.value if process.status else "ikke-registrert",
        "status_doubt": process.doubt("status") or "",
        "status_day": view.words("as_of", date=view.words.date(day)) if day else "",
    }


def reached_words(view: View, event: ProcessEvent) -> str:
    """Whether a milestone was reached; empty when nothing says so."""
    if event.done is None:
        return ""
    return view.words("reached" if event.done else "not_reached")


def _leaf(day: PartialDate | None) -> dict[str, str]:
    """What stands on a calendar leaf: day and month, or month and year when no day is known."""
    if day is None or day.month is None:
        return {"day": "", "month": ""}
    month = MONTHS[day.month - 1][:3]
    return (
        {"day": str(day.day), "month": month} if day.day else {"day": month, "month": str(day.year)}
    )


def follow_up_row(view: View, state: FollowUpState, *, on_case: bool = False) -> dict[str, Any]:
    """A follow-up, on its case's page or in a list elsewhere."""
    follow_up, case = state.follow_up, state.case
    row: dict[str, Any] = {
        "id": state.anchor if on_case else f"{case.id}-{state.anchor}",
        "what": follow_up.action,
        "lang": view.foreign(case),
        "status": state.status.value if state.status else "ikke-registrert",
        "status_doubt": state.status_doubt,
        "overdue": state.overdue,
        "silent": view.graph.region.silent_months if state.silent else 0,
        "owners": [view.owner_link(owner) for owner in follow_up.owners],
        "owners_gap": view.gap(follow_up, "owners"),
        "owners_doubt": follow_up.doubt("owners") or "",
        "deadline": deadline_view(view, follow_up.deadline, state.due_doubt),
        "deadline_gap": view.gap(follow_up, "deadline"),
        "log": [_log_entry(view, case, entry) for entry in ordered_log(follow_up)],
        "log_gap": view.gap(follow_up, "log"),
        "process": view.process_link(follow_up.process) if follow_up.process else None,
    }
    if not on_case:
        row["href"] = view.to(addresses.case(case.id, state.anchor))
        row["case"] = view.case_link(case.id)
        row["point"] = _point_link(view, state)
    return row


def _point_link(view: View, state: FollowUpState) -> dict[str, Any] | None:
    if state.treatment is None or state.point is None:
        return None
    anchor = state.treatment.point_anchor(state.point)
    label = view.words("point_number", number=state.treatment.point_number(state.point))
    return {"href": view.to(addresses.case(state.case.id, anchor)), "label": label}


def deadline_view(
    view: View, deadline: Deadline | None, doubt: str | None
) -> dict[str, Any] | None:
    """A deadline as written: its date, its words, and the meeting that it falls on."""
    if deadline is None:
        return None
    _, doubt = due_of(deadline, doubt, view.graph.meetings)
    meeting = view.meeting_link(deadline.meeting)["label"] if deadline.meeting else ""
    if deadline.date is not None and not deadline.text and not meeting:
        return view.day(deadline.date, doubt)
    known = meeting or (view.words.date(deadline.date) if deadline.date else "")
    told = f"{deadline.text} ({known})" if deadline.text and known else deadline.text or known
    return {"text": told, "uncertain": doubt}


def named_source(view: View, record: Case | Process, key: str) -> dict[str, Any] | None:
    """The source that an entry names by id, or the words it has instead."""
    if not key:
        return None
    source = next((s for s in record.sources if s.id and s.id == key), None)
    if source is None:
        return {"label": key}
    label = source.title or source.id
    return {"href": source.link, "label": label, "lang": view.foreign(record)}


def _log_entry(view: View, case: Case, entry: LogEntry) -> dict[str, Any]:
    return {
        "date": view.day(entry.date, entry.doubt("date")),
        "status": entry.status.value if entry.status else "ikke-registrert",
        "status_doubt": entry.doubt("status") or "",
        "html": entry.text,
        "source": named_source(view, case, entry.source),
        "case": view.case_link(entry.case) if entry.case else None,
        "meeting": view.meeting_link(entry.meeting) if entry.meeting else None,
        "link": {"href": entry.link, "label": view.words("document")} if entry.link else None,
    }
