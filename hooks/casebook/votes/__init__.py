"""Votes as minutes tell of them, in words: read when they are certain, left as written when not."""

from casebook.votes.text import ReadSide, ReadVote, read_votes

__all__ = ["ReadSide", "ReadVote", "read_votes"]
