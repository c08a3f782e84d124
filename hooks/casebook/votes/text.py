"""Reads a Votering section in plain words; what is not certain is not read at all.

A section is read as a whole or not: when one sentence in it tells of a vote in words that are not
understood, the page shows the section as written and no vote is counted from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from casebook.diagnostics import Diagnostic, Span, finding
from casebook.model.vocabulary import VoteType
from casebook.votes.sentences import Sentence, is_table, sentences
from casebook.votes.shapes import Reading, pairing, read
from casebook.votes.words import ABOUT_VOTES


@dataclass(frozen=True, slots=True)
class ReadSide:
    """One side of a vote as read."""

    label: str = ""
    """What the side stands for, in the text's words; empty for plain for and against."""
    count: int | None = None
    parties: Mapping[str, int | None] = field(default_factory=dict)
    """Votes by party; ``None`` where only the party is named."""


@dataclass(frozen=True, slots=True)
class ReadVote:
    """One vote as read from plain words."""

    kind: VoteType
    about: str | None
    """What was voted on, in the text's words."""
    span: Span
    in_favour: ReadSide | None = None
    against: ReadSide | None = None
    alternatives: tuple[ReadSide, ...] = ()
    """The sides of a vote between alternatives; the one named first is first."""
    carried: bool | None = None
    """Whether the proposal was carried; ``None`` when the text does not say."""
    winner: int | None = None
    """1-based place of the alternative that won, when the text says so."""
    casting_vote: bool = False
    """Whether the chair's vote settled a tie."""


def read_votes(
    source: str, path: str = "", first_line: int = 1
) -> tuple[tuple[ReadVote, ...], list[Diagnostic]]:
    """Read the votes that a section tells of.

    Args:
        source: Markdown of the section, without its heading.
        path: The file, for findings.
        first_line: The line in the file on which ``source`` starts.
    """
    if not source.strip():
        return (), []
    reader = _Reader(path, first_line)
    for sentence in sentences(source):
        if not reader.take(sentence):
            return (), [_unreadable(sentence, path, first_line)]
    if is_table(source) or reader.half is not None or not reader.votes:
        first = next(iter(sentences(source)), Sentence(source.strip(), 1, 1))
        return (), [_unreadable(reader.half or first, path, first_line)]
    return tuple(reader.votes), []


def _unreadable(sentence: Sentence, path: str, first_line: int) -> Diagnostic:
    span = Span(path, sentence.line + first_line - 1, sentence.column)
    longest = 80
    text = sentence.text if len(sentence.text) <= longest else f"{sentence.text[:longest]}…"
    return finding("unreadable-vote", span, text=text)


@dataclass(slots=True)
class _Reader:
    path: str
    first_line: int
    votes: list[ReadVote] = field(default_factory=list)
    label: str | None = None
    """What a heading or a line with a colon says the next votes are about."""
    pair: tuple[str, str] | None = None
    """Two proposals that were put against each other."""
    half: Sentence | None = None
    """A sentence that needs another one to be a vote."""

    def take(self, sentence: Sentence) -> bool:
        """Take one sentence; ``False`` when it tells of a vote in words that are not understood."""
        if sentence.is_label:
            self.label = sentence.text
            return True
        pair = pairing(sentence.text)
        if pair is not None:
            self.pair, self.half = pair, sentence
            return True
        reading = read(sentence.text)
        if reading is None:
            return ABOUT_VOTES.search(sentence.text) is None
        return self.keep(reading, sentence)

    def keep(self, reading: Reading, sentence: Sentence) -> bool:
        """Make a vote of a reading, or complete the last one with it."""
        if reading.only == "against":
            return self.complete(reading)
        if reading.only == "outcome":
            return self.settle(reading)
        span = Span(self.path, sentence.line + self.first_line - 1, sentence.column)
        vote = _vote(reading, span, self.label)
        if self.pair is not None:
            paired = _between(self.pair, reading, vote)
            self.pair = self.half = None
            if paired is None:
                return False
            vote = paired
        self.votes.append(vote)
        return True

    def complete(self, reading: Reading) -> bool:
        """Add the votes against ("Mot stemte 7") to the votes for."""
        last = self.votes[-1] if self.votes else None
        if last is None or last.against is not None or last.in_favour is None:
            return False
        if last.kind is not VoteType.FOR_AGAINST:
            return False
        side = ReadSide("", reading.against, reading.against_parties)
        self.votes[-1] = replace(last, against=side)
        return True

    def settle(self, reading: Reading) -> bool:
        """Add how the vote ended ("Forslaget falt") to its counts."""
        last = self.votes[-1] if self.votes else None
        if last is None:
            return False
        if last.carried is not None and reading.carried not in {None, last.carried}:
            return False
        self.votes[-1] = replace(
            last,
            carried=last.carried if reading.carried is None else reading.carried,
            casting_vote=last.casting_vote or reading.casting_vote,
        )
        return True


def _vote(reading: Reading, span: Span, label: str | None) -> ReadVote:
    if reading.sides:
        sides = tuple(ReadSide(name, number) for name, number in reading.sides)
        return ReadVote(
            VoteType.ALTERNATIVES,
            label,
            span,
            alternatives=sides,
            casting_vote=reading.casting_vote,
        )
    unanimous = reading.unanimous
    known = reading.in_favour is not None or reading.in_favour_parties
    for_side = ReadSide("", reading.in_favour, reading.in_favour_parties) if known else None
    has_against = reading.against is not None
    against = ReadSide("", reading.against, reading.against_parties) if has_against else None
    return ReadVote(
        VoteType.UNANIMOUS if unanimous else VoteType.FOR_AGAINST,
        reading.about or label,
        span,
        in_favour=for_side,
        against=against,
        carried=reading.carried,
        casting_vote=reading.casting_vote,
    )


def _between(pair: tuple[str, str], reading: Reading, vote: ReadVote) -> ReadVote | None:
    """The vote between two proposals, when the reading says which of them its counts belong to."""
    if reading.sides:
        return vote
    names = [name.casefold() for name in pair]
    about = (reading.about or "").casefold()
    if reading.carried is None or about not in names:
        return None
    place = names.index(about)
    counts = {place: vote.in_favour, 1 - place: vote.against}
    sides = []
    for index, name in enumerate(pair):
        side = counts[index] or ReadSide()
        sides.append(ReadSide(name, side.count, side.parties))
    winner = place + 1 if reading.carried else 2 - place
    return replace(
        vote,
        kind=VoteType.ALTERNATIVES,
        about=None,
        in_favour=None,
        against=None,
        alternatives=tuple(sides),
        carried=None,
        winner=winner,
    )
