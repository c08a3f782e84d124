"""Votes that do not add up: sums, attendance, winners, ties."""

from __future__ import annotations

from collections.abc import Iterator

from casebook.diagnostics import Diagnostic, Note, finding
from casebook.graph import Graph, Treatment
from casebook.graph.votes import votes_of
from casebook.model.vocabulary import DecidedBy, Outcome, VoteType
from casebook.model.votes import Vote, VoteSide
from casebook.rules.records import all_treatments

_CARRIED = frozenset({Outcome.ADOPTED, Outcome.ADOPTED_AMENDED})


def all_votes(graph: Graph) -> Iterator[tuple[Treatment, Vote]]:
    """Every vote with its treatment."""
    for treatment in all_treatments(graph):
        for vote in votes_of(treatment):
            yield treatment, vote


def sums(graph: Graph) -> Iterator[Diagnostic]:
    """Votes by party, by municipality and by name come to the count of their side."""
    for _, vote in all_votes(graph):
        for side in vote.sides:
            yield from _side_sums(side)


def _side_sums(side: VoteSide) -> Iterator[Diagnostic]:
    if side.count is None:
        return
    for name in ("parties", "municipalities"):
        counts = getattr(side, name)
        total = sum(counts.values())
        named = name == "parties" and side.named_parties
        if counts and (total > side.count if named else total != side.count):
            span = side.origin.at(name)
            yield finding("vote-sum", span, kind=f"@vote.{name}", sum=total, count=side.count)
    if side.names and len(side.names) != side.count:
        span, total = side.origin.at("names"), len(side.names)
        yield finding("vote-sum", span, kind="@vote.names", sum=total, count=side.count)


def attendance(graph: Graph) -> Iterator[Diagnostic]:
    """No more votes are cast than there were members present."""
    for treatment, vote in all_votes(graph):
        meeting = treatment.meeting
        if meeting is None or meeting.attendance is None:
            continue
        key = "present" if meeting.attendance.present is not None else "total"
        present = getattr(meeting.attendance, key)
        cast = sum(side.count or 0 for side in vote.sides) + (vote.blank or 0)
        if present is not None and cast > present:
            note = Note(meeting.attendance.origin.at(key))
            span = vote.origin.span
            yield finding(
                "votes-exceed-attendance", span, related=[note], cast=cast, present=present
            )


def members(graph: Graph) -> Iterator[Diagnostic]:
    """No more members are present than there are."""
    for meeting in graph.meetings.values():
        attendance = meeting.attendance
        if attendance is None or attendance.present is None or attendance.total is None:
            continue
        if attendance.present > attendance.total:
            yield finding(
                "attendance-exceeds-members",
                attendance.origin.at("present"),
                present=attendance.present,
                total=attendance.total,
            )


def winners(graph: Graph) -> Iterator[Diagnostic]:
    """The alternative that won exists and has the most votes."""
    for _, vote in all_votes(graph):
        if vote.winner is None or not vote.alternatives:
            continue
        span = vote.origin.at("winner")
        if not 1 <= vote.winner <= len(vote.alternatives):
            count = len(vote.alternatives)
            yield finding("unknown-winner", span, winner=vote.winner, count=count)
            continue
        won = vote.alternatives[vote.winner - 1].count
        most = max((side.count or 0 for side in vote.alternatives), default=0)
        if won is not None and won < most:
            yield finding("winner-contradicts-counts", span, won=won, most=most)


def ties(graph: Graph) -> Iterator[Diagnostic]:
    """A tie says what settled it; what is no tie does not."""
    for _, vote in all_votes(graph):
        counts = _leading_counts(vote)
        span = vote.origin.at("decided_by")
        if vote.type is VoteType.ELECTION and vote.decided_by is DecidedBy.CHAIR:
            yield finding("chair-settles-election", span)
        elif counts is None:
            continue
        elif counts[0] == counts[1] and vote.decided_by is None and "decided_by" not in vote.gaps:
            if vote.type is not VoteType.ELECTION:
                yield finding("unsettled-tie", vote.origin.span, count=counts[0])
        elif counts[0] != counts[1] and vote.decided_by is not None:
            most, least = counts
            yield finding("settled-without-tie", span, most=most, least=least)


def _leading_counts(vote: Vote) -> tuple[int, int] | None:
    """The two highest counts, when every side is counted."""
    counts = [side.count for side in vote.sides]
    known = sorted((count for count in counts if count is not None), reverse=True)
    return (known[0], known[1]) if len(known) == len(counts) >= 2 else None


def results(graph: Graph) -> Iterator[Diagnostic]:
    """Whether a proposal was carried agrees with the counts, and the outcome with the vote."""
    for treatment, vote in all_votes(graph):
        if vote.type is not VoteType.FOR_AGAINST:
            continue
        by_counts = _carried_by_counts(vote)
        span = vote.origin.at("carried")
        if vote.carried is not None and by_counts is not None and vote.carried is not by_counts:
            yield finding("result-contradicts-counts", span, result=_result(vote.carried))
        elif not vote.concerns and len(votes_of(treatment)) == 1:
            carried = vote.carried if vote.carried is not None else by_counts
            yield from _outcome(treatment, vote, carried)


def _carried_by_counts(vote: Vote) -> bool | None:
    if vote.in_favour is None or vote.against is None:
        return None
    for_count, against = vote.in_favour.count, vote.against.count
    if for_count is None or against is None or for_count == against:
        return None
    return for_count > against


def _outcome(treatment: Treatment, vote: Vote, carried: bool | None) -> Iterator[Diagnostic]:
    outcome = treatment.item.outcome
    if carried is None or outcome is None:
        return
    contradicts = outcome in _CARRIED if not carried else outcome is Outcome.NOT_ADOPTED
    if contradicts:
        span, note = treatment.item.origin.at("outcome"), Note(vote.origin.span)
        yield finding(
            "outcome-contradicts-vote",
            span,
            related=[note],
            outcome=outcome.value,
            result=_result(carried),
        )


def _result(carried: bool) -> str:
    return "@vote.carried" if carried else "@vote.fell"
