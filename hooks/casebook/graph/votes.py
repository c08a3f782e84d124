"""The votes of a treatment: from the field, or read from a Votering section in plain words."""

from __future__ import annotations

from casebook.graph.treatments import Treatment
from casebook.model.text import SectionKind
from casebook.model.values import Origin
from casebook.model.vocabulary import DecidedBy
from casebook.model.votes import Vote, VoteSide
from casebook.votes import ReadSide, ReadVote, read_votes


def votes_of(treatment: Treatment) -> tuple[Vote, ...]:
    """The votes of a treatment; empty when none is registered or the words are not understood."""
    if treatment.item.votes:
        return treatment.item.votes
    section = treatment.section(SectionKind.VOTE)
    if section is None:
        return ()
    found, _ = read_votes(section.source, section.span.path, section.first_line)
    return tuple(_vote(vote) for vote in found)


def _vote(read: ReadVote) -> Vote:
    return Vote(
        origin=Origin(read.span.path, read.span),
        concerns=read.about or "",
        type=read.kind,
        in_favour=_side(read.in_favour, read),
        against=_side(read.against, read),
        alternatives=tuple(side for a in read.alternatives if (side := _side(a, read)) is not None),
        winner=read.winner,
        carried=read.carried,
        decided_by=DecidedBy.CHAIR if read.casting_vote else None,
    )


def _side(read: ReadSide | None, vote: ReadVote) -> VoteSide | None:
    if read is None:
        return None
    return VoteSide(
        origin=Origin(vote.span.path, vote.span),
        proposal=read.label,
        count=read.count,
        parties={party: count for party, count in read.parties.items() if count is not None},
        named_parties=tuple(party for party, count in read.parties.items() if count is None),
    )
