"""Where a follow-up stands: its status is its log's last entry; overdue and silent are computed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from casebook.graph.treatments import Treatment
from casebook.model.action import FollowUp, LogEntry
from casebook.model.case import Case
from casebook.model.meeting import Meeting
from casebook.model.text import Point
from casebook.model.values import Deadline, Gap, PartialDate
from casebook.model.vocabulary import FollowUpStatus


@dataclass(frozen=True, slots=True)
class FollowUpState:
    """One follow-up on one day."""

    case: Case
    follow_up: FollowUp
    treatment: Treatment | None
    point: Point | None
    """The point it concerns; None when it concerns the whole decision."""
    status: FollowUpStatus | None
    """None when the log has no status: «ikke registrert»."""
    last_entry: LogEntry | None
    due: PartialDate | None
    """The deadline, when it resolves to a date."""
    due_doubt: str
    """Why the deadline is only likely; empty when it is certain."""
    overdue: bool
    silent: bool

    @property
    def closed(self) -> bool:
        """Whether nothing more is expected."""
        return self.status is not None and self.status.closed

    @property
    def group(self) -> str:
        """The group on the follow-up board; a follow-up stands in exactly one."""
        if self.status in (FollowUpStatus.DONE, FollowUpStatus.DROPPED, FollowUpStatus.TRANSFERRED):
            return "done" if self.status is FollowUpStatus.DONE else "dropped"
        if self.overdue:
            return "overdue"
        if self.silent:
            return "silent"
        if self.status in (FollowUpStatus.IN_PROGRESS, FollowUpStatus.PARTLY_DONE):
            return "in-progress"
        return "not-started"

    @property
    def status_doubt(self) -> str:
        """Why the status is only likely: the doubt of the entry that gives it."""
        entries = reversed(ordered_log(self.follow_up))
        last = next((entry for entry in entries if entry.status is not None), None)
        return (last.doubt("status") if last is not None else None) or ""

    @property
    def opened_on(self) -> PartialDate | None:
        """When somebody was asked: the day of the decision, else of the first log entry."""
        if self.treatment is not None and self.treatment.date is not None:
            return self.treatment.date
        return next((entry.date for entry in ordered_log(self.follow_up) if entry.date), None)

    @property
    def closed_on(self) -> PartialDate | None:
        """The day of the entry that closed it; None while it is open, or when no day is given."""
        if not self.closed:
            return None
        entries = reversed(ordered_log(self.follow_up))
        return next((entry.date for entry in entries if entry.status is not None), None)

    @property
    def days_to_done(self) -> int | None:
        """Days from the decision until it was done, when both days are known whole and certain."""
        if self.status is not FollowUpStatus.DONE or self.opened_on is None or self._doubted:
            return None
        first, last = self.opened_on.exact, self.closed_on.exact if self.closed_on else None
        return (last - first).days if first and last and last >= first else None

    @property
    def _doubted(self) -> bool:
        """Whether the day of the decision, or a day in the log, is only likely."""
        decided = self.treatment is not None and self.treatment.date_doubt is not None
        return decided or any(entry.doubt("date") for entry in self.follow_up.log)

    @property
    def anchor(self) -> str:
        """The fragment of the follow-up on its case's page."""
        return f"oppfolging-{self.follow_up.id}"


def ordered_log(follow_up: FollowUp) -> tuple[LogEntry, ...]:
    """The log by date; entries of one date keep their order in the file."""
    return tuple(sorted(follow_up.log, key=lambda e: e.date.sort_key if e.date else (0, 0, 0)))


def follow_up_state(
    case: Case,
    follow_up: FollowUp,
    treatments: Mapping[str, Treatment],
    meetings: Mapping[str, Meeting],
    as_of: date,
    silent_months: int,
) -> FollowUpState:
    """The state of one follow-up on the day ``as_of``."""
    treatment, point = resolve_concern(follow_up.concerns, treatments)
    log = ordered_log(follow_up)
    status = next((entry.status for entry in reversed(log) if entry.status is not None), None)
    if follow_up.gap("log") is Gap.NONE:
        # «logg: ingen» says that nothing has been done.
        status = FollowUpStatus.NOT_STARTED
    open_still = status is None or not status.closed
    due, due_doubt = due_of(follow_up.deadline, follow_up.doubt("deadline"), meetings)
    last = log[-1] if log else None
    heard = last.date if last else (treatment.date if treatment else None)
    return FollowUpState(
        case=case,
        follow_up=follow_up,
        treatment=treatment,
        point=point,
        status=status,
        last_entry=last,
        due=due,
        due_doubt=due_doubt,
        overdue=open_still and due is not None and due.last < as_of,
        silent=open_still and heard is not None and _months(heard.last, as_of) >= silent_months,
    )


def resolve_concern(
    concerns: str, treatments: Mapping[str, Treatment]
) -> tuple[Treatment | None, Point | None]:
    """The treatment and point that ``gjelder`` names.

    The whole decision of an item is ``<item>-vedtak`` or ``<item>``, a point ``<item>-p<id>``.
    Without an item (``p2``, ``vedtak`` or nothing) the first item published with a decision is
    meant.
    """
    for item_id in sorted(treatments, key=len, reverse=True):
        if concerns in (item_id, f"{item_id}-vedtak"):
            return treatments[item_id], None
        if concerns.startswith(f"{item_id}-p"):
            return treatments[item_id], _point(treatments[item_id], concerns[len(item_id) + 2 :])
    first = next((t for t in treatments.values() if t.decision is not None), None)
    if first is None:
        first = next(iter(treatments.values()), None)
    if first is not None and concerns.startswith("p"):
        return first, _point(first, concerns[1:])
    return (first, None) if concerns in ("", "vedtak") else (None, None)


def _point(treatment: Treatment, point_id: str) -> Point | None:
    decision = treatment.decision
    return decision.point(point_id) if decision is not None else None


def due_of(
    deadline: Deadline | None, doubt: str | None, meetings: Mapping[str, Meeting]
) -> tuple[PartialDate | None, str]:
    """The day that a deadline means, and why it is only likely; a meeting lends it both."""
    if deadline is None or deadline.date is not None:
        return deadline.date if deadline else None, doubt or ""
    meeting = meetings.get(deadline.meeting or "")
    if meeting is None:
        return None, doubt or ""
    return meeting.date, doubt or meeting.doubt("date") or ""


def _months(since: date, until: date) -> int:
    """Whole months from one day to a later one."""
    months = (until.year - since.year) * 12 + until.month - since.month
    return months - (1 if until.day < since.day else 0)
