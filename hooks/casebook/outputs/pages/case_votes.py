"""The votes of a treatment as its page shows them."""

from __future__ import annotations

from typing import Any

from casebook.graph.treatments import Treatment
from casebook.graph.votes import votes_of as recorded_votes
from casebook.model.vocabulary import NamePolicy, VoteType
from casebook.model.votes import Vote, VoteSide
from casebook.outputs.pages.view import View

_TONES = {"in_favour": "for", "against": "against"}


def votes_of(view: View, treatment: Treatment) -> list[dict[str, Any]]:
    """One view per vote, in the order of the record."""
    return [
        _vote(view, vote, vote_anchor(treatment, place))
        for place, vote in enumerate(recorded_votes(treatment), start=1)
    ]


def vote_anchor(treatment: Treatment, place: int) -> str:
    """Where a vote stands on the page of its case; the first vote has place 1."""
    return f"{treatment.item.id}-votering-{place}"


def vote_title(view: View, vote: Vote) -> str:
    """What was voted on, as a heading; words of the minutes may stand amid a sentence there."""
    return vote.concerns[:1].upper() + vote.concerns[1:] or view.words("vote.whole")


def _vote(view: View, vote: Vote, vote_id: str) -> dict[str, Any]:
    sides = [
        _side(view, side, view.words(f"vote.{name}"), _TONES[name])
        for name, side in (("in_favour", vote.in_favour), ("against", vote.against))
        if side is not None
    ]
    for place, side in enumerate(vote.alternatives, start=1):
        label = side.proposal or view.words("vote.alternative", n=place)
        tone = "for" if place == vote.winner else "other"
        sides.append({**_side(view, side, label, tone), "won": place == vote.winner})
    if vote.blank:
        sides.append(_plain_side(view.words("vote.blank"), vote.blank, "blank"))
    return {
        "id": vote_id,
        "title": vote_title(view, vote),
        "named": bool(vote.concerns),
        "result": _result(view, vote),
        "unanimous": vote.type is VoteType.UNANIMOUS,
        "unknown": False,
        "gap": "",
        "sides": sides,
        "settled_by": view.words(f"vote.by.{vote.decided_by.value}") if vote.decided_by else "",
        "note": vote.note,
    }


def _result(view: View, vote: Vote) -> str:
    words = view.words
    if vote.type in (VoteType.UNANIMOUS, VoteType.NO_VOTE):
        return words(f"vote.type.{vote.type.value}")
    if vote.type is VoteType.FOR_AGAINST and vote.in_favour is not None:
        return _for_against(view, vote)
    if vote.winner and vote.winner <= len(vote.alternatives):
        winner = vote.alternatives[vote.winner - 1]
        key = "vote.elected" if vote.type is VoteType.ELECTION else "vote.won"
        return words(key, what=winner.proposal or words("vote.alternative", n=vote.winner))
    return words(f"vote.type.{vote.type.value}") if vote.type else ""


def _for_against(view: View, vote: Vote) -> str:
    words = view.words
    favour = vote.in_favour.count if vote.in_favour else None
    against = vote.against.count if vote.against else None
    counted = (
        words("vote.counts", favour=favour, against=against)
        if favour is not None and against is not None
        else words("vote.favour_only", favour=favour)
    )
    if vote.carried is None:
        return counted
    return f"{words('vote.carried' if vote.carried else 'vote.rejected')}: {counted}"


def _side(view: View, side: VoteSide, label: str, tone: str) -> dict[str, Any]:
    published = view.graph.region.name_policy is NamePolicy.ELECTED
    return {
        **_plain_side(label, side.count, tone),
        "count_gap": view.gap(side, "count"),
        "mover": side.moved_by,
        "parties": [
            *({"label": party, "count": n} for party, n in side.parties.items()),
            *({"label": party, "count": None} for party in side.named_parties),
        ],
        "parties_gap": view.gap(side, "parties"),
        "municipalities": [
            {"label": view.municipality_link(key)["label"], "count": n}
            for key, n in side.municipalities.items()
        ],
        "municipalities_gap": view.gap(side, "municipalities"),
        "names": list(side.names) if published else [],
        "names_gap": view.gap(side, "names") if published and "names" in side.gaps else "",
    }


def _plain_side(label: str, count: int | None, tone: str) -> dict[str, Any]:
    return {
        "label": label,
        "count": count,
        "count_gap": "absent",
        "tone": tone,
        "mover": "",
        "won": False,
        "parties": [],
        "municipalities": [],
        "names": [],
        "parties_gap": "absent",
        "municipalities_gap": "absent",
        "names_gap": "",
    }
