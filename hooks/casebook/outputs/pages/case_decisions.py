"""The decisions of a case as its page shows them: treatment by treatment, point by point."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from casebook.graph.followups import FollowUpState
from casebook.graph.lacks import TEXTLESS
from casebook.graph.treatments import Treatment
from casebook.model.case import Case
from casebook.model.text import Point, SectionKind
from casebook.model.vocabulary import Role
from casebook.outputs import disclosure
from casebook.outputs.pages.case_votes import votes_of
from casebook.outputs.pages.prose import Prose
from casebook.outputs.pages.rows import treatment_outcome
from casebook.outputs.pages.view import View

_KINDS = {Role.RECOMMENDS: "recommendation", Role.STATES: "opinion"}
_SECTIONS = {
    "recommendations": SectionKind.RECOMMENDATION,
    "vote_texts": SectionKind.VOTE,
    "statements": SectionKind.STATEMENT,
    "debates": SectionKind.DEBATE,
}
"""What the page shows of a treatment's text besides the decision."""
_LISTENS = frozenset({Role.IS_INFORMED, Role.DISCUSSES})


def decision_views(view: View, case: Case, prose: Prose) -> list[dict[str, Any]]:
    """One view per treatment: the one that gives the case its outcome first, then newest first."""
    treatments = list(reversed(view.graph.treatments[case.id]))
    leading = view.graph.states[case.id].treatment
    treatments.sort(key=lambda treatment: treatment is not leading)
    aliased = first_with_decision(case, view)
    states = view.graph.follow_ups[case.id]
    return [_decision(view, case, prose, t, states, alias=t is aliased) for t in treatments]


def text_kind(treatment: Treatment) -> str:
    """What its text is: a body that recommends, or gives its opinion, decides nothing."""
    role = treatment.item.role
    return _KINDS.get(role, "decision") if role else "decision"


def text_heading(view: View, treatment: Treatment) -> str:
    """The same as a heading: «Vedtak», «Innstilling» or «Uttalelse»."""
    return view.words(f"{text_kind(treatment)}_heading")


def first_with_decision(case: Case, view: View) -> Treatment | None:
    """The treatment that ``#vedtak`` and ``#p1`` stand for: the first with a decision."""
    by_item = view.graph.treatments_by_item(case.id)
    ordered = (by_item[item.id] for item in case.agenda_items if item.id in by_item)
    return next((treatment for treatment in ordered if treatment.decision is not None), None)


def _decision(
    view: View,
    case: Case,
    prose: Prose,
    treatment: Treatment,
    states: Iterable[FollowUpState],
    *,
    alias: bool,
) -> dict[str, Any]:
    item, section = disclosure.item(treatment), treatment.decision
    own = [state for state in states if state.treatment is treatment]
    whole = [_mention(state) for state in own if state.point is None]
    points = [
        _point(prose, treatment, point, own, alias=alias)
        for point in (section.points if section else ())
    ]
    body = view.body_link(treatment)
    return {
        "id": item.id,
        "anchor": treatment.anchor,
        "alias": alias,
        "body": body,
        "body_gap": view.gap(item, "body"),
        "meeting": view.meeting_link(item.meeting) if item.meeting else None,
        "date": view.day(treatment.date, treatment.date_doubt),
        "date_gap": view.gap(item, "date"),
        "number": view.number(treatment),
        "number_gap": view.gap(item, "number"),
        "role": item.role.value if item.role else "",
        "role_gap": view.gap(item, "role"),
        "outcome": treatment_outcome(view, treatment),
        "doubts": dict(item.doubts),
        "recommends": item.role is Role.RECOMMENDS,
        "effect": view.words(f"effect.{item.effect.value}") if item.effect else "",
        **_words(view, treatment),
        "referred_to": item.referred_to,
        "has_text": section is not None,
        "lead": prose.html(section.lead if section and points else ""),
        "rest": prose.html(section.tail if section else ""),
        "whole": prose.html(section.source) if section and not points else "",
        "points": points,
        "follow_ups": whole,
        "editorial": item.division_editorial,
        "verbatim": case.verbatim is None or case.is_verbatim(SectionKind.DECISION.value),
        "withheld": disclosure.legal_basis(treatment),
        "closed": view.closed("closed_item", item.closed, treatment.date),
        "closed_reason": item.closed.reason if item.closed else "",
        "disqualified": [
            {
                "who": d.who,
                "basis": d.legal_basis,
                "basis_gap": view.gap(d, "legal_basis"),
                "substitute": d.substitute,
                "substitute_gap": view.gap(d, "substitute"),
            }
            for d in item.disqualified
        ],
        "amendments": amendment_lines(view, treatment),
        "votes": [] if treatment.withheld else votes_of(view, treatment),
        "votes_gap": view.gap(item, "votes"),
        **{name: _sections(prose, treatment, kind) for name, kind in _SECTIONS.items()},
    }


def amendment_lines(view: View, treatment: Treatment) -> list[str]:
    """Who moved which change of the proposal: «Punkt 2: endring fremmet av C: Tas ut»."""
    words, lines = view.words, []
    for change in disclosure.item(treatment).amendments:
        who = change.moved_by
        said = words("amendment_by", who=who) if who else words("amendment")
        if change.point:
            said = f"{words('point', number=change.point)}: {said[0].lower()}{said[1:]}"
        lines.append(f"{said}: {change.text}" if change.text else said)
    return lines


def builds_on(view: View, treatment: Treatment) -> str:
    """The treatment whose recommendation it was given, in words."""
    item = treatment.item
    basis = view.graph.treatments_by_item(treatment.case.id).get(item.builds_on)
    body = view.body_link(basis) if basis is not None else None
    if basis is None or body is None:
        return item.builds_on
    return view.words("builds_on_item", body=body["label"], date=view.words.date(basis.date))


def _words(view: View, treatment: Treatment) -> dict[str, Any]:
    """What the treatment builds on and asks for, and what its text is called."""
    item = treatment.item
    label = builds_on(view, treatment)
    awaited = item.outcome is None and not treatment.has_passed(view.graph.as_of)
    return {
        "builds_on": {"href": f"#{item.builds_on}", "label": label} if item.builds_on else None,
        "follow_up_expected": item.follow_up_expected,
        "heading": text_heading(view, treatment),
        "text_missing": view.words(f"{text_kind(treatment)}_not_registered"),
        "text_expected": not awaited and item.role not in _LISTENS and item.outcome not in TEXTLESS,
        "vote_expected": not awaited
        and (item.outcome is None or item.outcome.needs_vote or "votes" in item.gaps),
    }


def _sections(prose: Prose, treatment: Treatment, kind: SectionKind) -> list[dict[str, Any]]:
    """The treatment's own sections of a kind; several may have made a statement."""
    return [
        {"title": section.title, "html": prose.html(section.source, offset=1)}
        for section in treatment.sections(kind)
    ]


def _point(
    prose: Prose,
    treatment: Treatment,
    point: Point,
    states: list[FollowUpState],
    above: str = "",
    *,
    alias: bool,
) -> dict[str, Any]:
    outcome = treatment.outcome_of(point)
    name = point.number_under(above)
    own = [s for s in states if s.point is not None and s.point.id == point.id]
    return {
        "id": treatment.point_anchor(point),
        "aliases": [point.fragment] if alias else [],
        "number": point.label,
        "name": name,
        "html": prose.html(f"{point.lead}\n\n{point.source}\n\n{point.tail}"),
        "outcome": outcome.value if outcome else "",
        "points": [
            _point(prose, treatment, sub, states, name, alias=alias) for sub in point.subpoints
        ],
        "follow_ups": [_mention(state) for state in own],
    }


def _mention(state: FollowUpState) -> dict[str, Any]:
    """A follow-up as named at its point; the whole card stands in its own section."""
    return {
        "href": f"#{state.anchor}",
        "what": state.follow_up.action,
        "status": state.status.value if state.status else "ikke-registrert",
        "status_doubt": state.status_doubt,
        "overdue": state.overdue,
        "silent": state.silent,
    }
