"""Follow-ups as a table with the columns of the councils' own reports."""

from __future__ import annotations

from collections.abc import Iterable

from casebook.graph import Graph
from casebook.graph.followups import FollowUpState
from casebook.model.action import FollowUp
from casebook.outputs.pages.board_rows import GROUPS, urgency
from casebook.outputs.pages.rows import deadline_view, standing_label
from casebook.outputs.pages.view import View
from casebook.outputs.plain import in_words
from casebook.outputs.spreadsheets import table

FOLLOW_UP_COLUMNS = (
    "utvalg",
    "møtedato",
    "saksnr",
    "tittel",
    "vedtak",
    "ansvarlig",
    "status",
    "merknad",
)
"""The columns that Norwegian councils use in their own reports."""


def follow_up_table(graph: Graph, states: Iterable[FollowUpState]) -> bytes:
    """Follow-ups in the columns of the councils' own reports, in the board's order."""
    view = View(graph, graph.region.language, "index.html")
    ordered = sorted(states, key=lambda s: (GROUPS.index(s.group), urgency(s)))
    return table(FOLLOW_UP_COLUMNS, (_follow_up(view, state) for state in ordered))


def _follow_up(view: View, state: FollowUpState) -> list[str]:
    treatment = state.treatment
    day = treatment.date if treatment is not None else None
    body = treatment.body.name(view.name_day(day)) if treatment and treatment.body else ""
    return [
        body,
        day.iso if day is not None else "",
        view.number(treatment),
        view.title(state.case.id),
        _decision(view, state),
        view.likely(
            view.words.join(view.graph.owner_name(owner) for owner in state.follow_up.owners),
            state.follow_up.doubt("owners"),
        ),
        status_text(view, state),
        _remark(view, state),
    ]


def status_text(view: View, state: FollowUpState) -> str:
    """A follow-up's status in words, the same as its badge."""
    status = view.words(f"status_{state.status.value if state.status else 'ikke-registrert'}")
    return view.likely(status, state.status_doubt)


def deadline_text(view: View, follow_up: FollowUp) -> str:
    """A deadline as its case's page has it: the words and the day that they mean."""
    shown = deadline_view(view, follow_up.deadline, follow_up.doubt("deadline"))
    return view.likely(shown["text"], shown["uncertain"]) if shown is not None else ""


def _decision(view: View, state: FollowUpState) -> str:
    """The text of the point that it concerns, else what is to be done."""
    treatment, point = state.treatment, state.point
    if point is None or treatment is None or treatment.withheld:
        return state.follow_up.action
    mark = point.label.removeprefix(point.number)
    return f"{treatment.point_number(point)}{mark} {in_words(point.source)}"


def _remark(view: View, state: FollowUpState) -> str:
    """What is to be done, the deadline, whether it is late, and the last that was heard."""
    words, parts = view.words, [state.follow_up.action]
    if when := deadline_text(view, state.follow_up):
        parts.append(f"{words('deadline')}: {when}")
    if state.overdue:
        parts.append(words("status_over-frist"))
    if state.silent:
        months = words.count("months", view.graph.region.silent_months)
        parts.append(words("silent_for", time=months).rstrip("."))
    last = state.last_entry
    if last is not None:
        heard = view.likely(words.short_date(last.date), last.doubt("date"))
        parts.append(f"{heard}: {last.text.rstrip('.')}".rstrip(": "))
    parts.append(standing_label(view, state.case))
    if state.treatment is not None and state.treatment.date_doubt:
        parts.append(f"{words('report.date')}: {words('uncertain')}")
    return ". ".join(part.rstrip(".") for part in parts if part)
