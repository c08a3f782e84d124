"""Votes: what was voted on, who voted how, and what settled it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from casebook.model.values import Record
from casebook.model.vocabulary import DecidedBy, VoteType


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteSide(Record):
    """One side of a vote: an alternative, a candidate, or for and against."""

    proposal: str = ""
    """What this side stands for; empty for the plain sides ``for`` and ``mot``."""
    moved_by: str = ""
    count: int | None = None
    parties: Mapping[str, int] = field(default_factory=dict)
    named_parties: tuple[str, ...] = ()
    """Parties that stood on the side, named in the minutes' words without a number."""
    municipalities: Mapping[str, int] = field(default_factory=dict)
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote(Record):
    """One vote over one question at one agenda item."""

    concerns: str = ""
    type: VoteType | None = None
    in_favour: VoteSide | None = None
    against: VoteSide | None = None
    alternatives: tuple[VoteSide, ...] = ()
    winner: int | None = None
    """1-based place of the alternative that won."""
    carried: bool | None = None
    """Whether the proposal was carried, for a vote for and against."""
    blank: int | None = None
    """Blank votes; only in elections."""
    decided_by: DecidedBy | None = None
    note: str = ""

    @property
    def sides(self) -> tuple[VoteSide, ...]:
        """All sides in the order of the record."""
        plain = tuple(side for side in (self.in_favour, self.against) if side is not None)
        return plain + self.alternatives
