"""From proposal to decision: what was changed on the way, word by word, and who moved it.

Shown only when both texts are quoted word for word; a retold text would show changes that nobody
made.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from casebook.graph.matrix import ADOPTING
from casebook.graph.treatments import Treatment
from casebook.graph.votes import votes_of
from casebook.model.case import Case
from casebook.model.text import Point, Section, SectionKind
from casebook.model.vocabulary import Role
from casebook.outputs.pages.view import View
from casebook.outputs.plain import in_words
from casebook.outputs.word_diff import LONGEST, Numbered, Pair, pair_points

_CAME_TO = frozenset({None, *ADOPTING})
_ROLES = frozenset({Role.DECIDES, Role.RECOMMENDS})
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Basis:
    """The text that a treatment started from."""

    text: Section
    result_of: Treatment | None = None
    """The treatment that came to it; none for a proposal."""


def change_views(view: View, case: Case) -> list[dict[str, Any]]:
    """A difference for each treatment that has both texts, newest first."""
    treatments = view.graph.treatments[case.id]
    views = []
    for treatment in reversed(treatments):
        found = compared(case, treatment, treatments)
        if found is not None:
            views.append(_change(view, treatment, *found))
    return views


def compared(
    case: Case, treatment: Treatment, treatments: Sequence[Treatment]
) -> tuple[Basis, Section] | None:
    """The text that a treatment started from and the one it ended in, when both are verbatim."""
    after = _result(treatment)
    before = _basis(case, treatment, treatments)
    if after is None or before is None or before.text is after:
        return None
    kinds = [section.kind.value for section in (before.text, after) if section.kind is not None]
    if not all(case.is_verbatim(kind) for kind in kinds):
        return None
    longest = max(len(section.source.split()) for section in (before.text, after))
    return (before, after) if longest <= LONGEST else None


def _result(treatment: Treatment) -> Section | None:
    """The text that a treatment came to; none when it was put off, sent on or only talked about."""
    if treatment.item.outcome not in _CAME_TO or treatment.item.role not in _ROLES:
        return None
    if treatment.item.role is Role.RECOMMENDS:
        own = treatment.section(SectionKind.RECOMMENDATION)
        return own if own is not None else treatment.decision
    return treatment.decision


def _basis(case: Case, treatment: Treatment, treatments: Sequence[Treatment]) -> Basis | None:
    """What a treatment started from: what it names, else the recommendation, else the proposal."""
    if treatment.withheld:
        return None
    found = _recommendations(treatment, treatments)
    if found or treatment.item.builds_on:
        # Two recommendations side by side: only the record can say which one was followed.
        return found[0] if len(found) == 1 else None
    own = treatment.section(SectionKind.PROPOSAL)
    proposal = own if own is not None else case.text.find(SectionKind.PROPOSAL, None)
    return Basis(proposal) if proposal is not None else None


def recommendation(treatment: Treatment, treatments: Sequence[Treatment]) -> Section | None:
    """The one recommendation that a treatment was given; None when there is none, or several."""
    found = _recommendations(treatment, treatments)
    return found[0].text if len(found) == 1 else None


def _recommendations(treatment: Treatment, treatments: Sequence[Treatment]) -> list[Basis]:
    """What a treatment was recommended: by the one that it names, else by those before it."""
    item = treatment.item
    if item.builds_on:
        named = next((t for t in treatments if t.item.id == item.builds_on), None)
        text = _result(named) if named is not None else None
        return [Basis(text, named)] if text is not None else []
    earlier = treatments[: treatments.index(treatment)]
    return [
        Basis(section, t)
        for t in earlier
        if t.item.role is Role.RECOMMENDS
        and item.role is not Role.RECOMMENDS
        and (section := _result(t)) is not None
    ]


def _change(view: View, treatment: Treatment, before: Basis, after: Section) -> dict[str, Any]:
    movers = _movers(treatment)
    same = before.text.source.strip() == after.source.strip()
    pairs = [] if same else pair_points(_numbered(before.text), _numbered(after))
    if all(pair.unchanged for pair in pairs):
        whole = view.words("changes.whole")
        rows = [{"label": whole, "parts": [], "unchanged": True, "mover": ""}]
    else:
        rows = [_row(view, pair, movers) for pair in pairs]
    named = {row["mover"] for row in rows}
    rest = dict.fromkeys(who for who in movers.values() if who not in named)
    body = view.body_link(treatment)
    recommends = treatment.item.role is Role.RECOMMENDS
    kind = "changes.recommendation" if recommends else "changes.decision"
    what = view.words(kind, basis=_named(view, before))
    return {
        "title": f"{body['label']}: {what}" if body else what,
        "rows": rows,
        "mover": view.words.join(rest),
    }


def _named(view: View, before: Basis) -> str:
    """What the comparison is made with, in words."""
    if before.result_of is None:
        return view.words("changes.basis.proposal")
    recommends = before.result_of.item.role is Role.RECOMMENDS
    kind = "changes.basis.recommendation" if recommends else "changes.basis.decision"
    body = view.body_link(before.result_of)
    return view.words(f"{kind}_by", body=body["label"]) if body else view.words(kind)


def _numbered(section: Section) -> list[Numbered]:
    """The points of a section, or the whole as one; leads and tails are not points."""
    if not section.points:
        return [Numbered("", "", in_words(section.source))]
    return [Numbered(point.id, point.number, _point(point)) for point in section.points]


def _point(point: Point) -> str:
    """A point with its sub-points, numbers and all."""
    parts = [point.source, *(f"{sub.label} {_point(sub)}" for sub in point.subpoints), point.tail]
    return " ".join(in_words(part) for part in parts if part.strip())


def _row(view: View, pair: Pair, movers: dict[str, str]) -> dict[str, Any]:
    point = pair.after or pair.before
    number = point.label if point is not None else ""
    label = view.words("point", number=number) if number else view.words("changes.whole")
    moved = pair.before is not None and pair.after is not None
    if moved and pair.before.label != pair.after.label:  # type: ignore[union-attr]
        label = view.words("changes.renumbered", label=label, number=pair.before.label)  # type: ignore[union-attr]
    elif not moved and number:
        label = view.words("changes.new" if pair.after else "changes.gone", label=label)
    return {
        "label": label,
        "parts": [{"kind": part.kind, "text": part.text} for part in pair.parts],
        "unchanged": pair.unchanged,
        "mover": "" if pair.unchanged else movers.get(number, ""),
    }


def _movers(treatment: Treatment) -> dict[str, str]:
    """Point number to who moved its change; an empty number stands for the whole."""
    movers = {a.point: a.moved_by for a in treatment.item.amendments if a.moved_by}
    for vote in votes_of(treatment):
        won = vote.winner or 0
        side = vote.alternatives[won - 1] if 0 < won <= len(vote.alternatives) else None
        if side is not None and side.moved_by:
            found = _NUMBER.search(vote.concerns)
            movers.setdefault(found[0] if found else "", side.moved_by)
    return movers
