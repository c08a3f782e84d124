"""Votes whose form contradicts itself, and names that the region does not publish."""

from __future__ import annotations

from collections.abc import Iterator

from casebook.diagnostics import Diagnostic, finding
from casebook.graph import Graph
from casebook.model.vocabulary import NamePolicy, VoteType
from casebook.model.votes import Vote
from casebook.rules.vote_counts import all_votes

_PLAIN = ("in_favour", "against")
_KEYS = {"in_favour": "for", "against": "mot", "alternatives": "alternativer", "winner": "vant"}
_FORBIDDEN: dict[VoteType, tuple[str, ...]] = {
    VoteType.UNANIMOUS: ("alternatives",),
    VoteType.FOR_AGAINST: ("alternatives", "winner"),
    VoteType.ALTERNATIVES: _PLAIN,
    VoteType.ELECTION: _PLAIN,
    VoteType.NO_VOTE: (*_PLAIN, "alternatives", "winner"),
}


def forms(graph: Graph) -> Iterator[Diagnostic]:
    """A vote has the fields that belong to its type."""
    for _, vote in all_votes(graph):
        if vote.type is None:
            continue
        for name in _FORBIDDEN[vote.type]:
            if getattr(vote, name):
                span = vote.origin.at(name)
                yield finding("vote-form", span, type=vote.type.value, key=_KEYS[name])


def unanimity(graph: Graph) -> Iterator[Diagnostic]:
    """A unanimous vote has nobody against."""
    for _, vote in all_votes(graph):
        against = vote.against
        if vote.type is not VoteType.UNANIMOUS or against is None:
            continue
        if against.count or against.parties or against.names:
            yield finding("unanimous-with-against", vote.origin.at("against"))


def one_sided(graph: Graph) -> Iterator[Diagnostic]:
    """A vote for and against tells both: votes for alone do not make it unanimous."""
    for _, vote in all_votes(graph):
        told = vote.against is not None or "against" in vote.gaps
        if vote.type is VoteType.FOR_AGAINST and vote.in_favour is not None and not told:
            yield finding("one-sided-vote", vote.origin.span)


def blanks(graph: Graph) -> Iterator[Diagnostic]:
    """Blank votes are for elections only."""
    for _, vote in all_votes(graph):
        if vote.blank and vote.type is not VoteType.ELECTION:
            yield finding("blank-outside-election", vote.origin.at("blank"), blank=vote.blank)


def names(graph: Graph) -> Iterator[Diagnostic]:
    """Names stand in votes only where the region publishes them."""
    if graph.region.name_policy is NamePolicy.ELECTED:
        return
    for _, vote in all_votes(graph):
        yield from _names_in(vote)


def _names_in(vote: Vote) -> Iterator[Diagnostic]:
    for side in vote.sides:
        if side.names:
            yield finding("names-in-vote", side.origin.at("names"), count=len(side.names))
