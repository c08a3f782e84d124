"""Votes told in plain words are read when they are certain, and not at all when they are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.diagnostics import Span
from casebook.model.vocabulary import VoteType
from casebook.votes import ReadSide, ReadVote, read_votes


def read(source: str) -> tuple[ReadVote, ...]:
    votes, found = read_votes(source, "sak.md", 10)
    assert not found
    return votes


def only(source: str) -> ReadVote:
    (vote,) = read(source)
    return vote


def counts(vote: ReadVote) -> tuple[int | None, int | None]:
    sides = (vote.in_favour, vote.against)
    return tuple(None if side is None else side.count for side in sides)  # type: ignore[return-value]  # two


@pytest.mark.parametrize(
    ("source", "about", "carried"),
    [
        ("Enstemmig vedtatt.", None, True),
        ("**Enstemmig.**", None, None),
        ("Enst. vedtatt", None, True),
        ("Innstillingen ble enstemmig vedtatt.", "Innstillingen", True),
        ("Kommunedirektørenes forslag ble enstemmig vedtatt.", "Kommunedirektørenes forslag", True),
        ("Samrøystes vedteke.", None, True),
        ("Framlegget vart samrøystes vedteke.", "Framlegget", True),
        ("Tilrådinga vart samrøystes vedteken", "Tilrådinga", True),
        ("Forslaget falt enstemmig.", "Forslaget", False),
        ("Votering:\n\nEnstemmig vedtatt", None, True),
        ("Punkt 3: Enstemmig vedtatt", "Punkt 3", True),
        ("#### Punkt 3\n\nEnstemmig vedtatt", "Punkt 3", True),
    ],
)
def test_unanimous(source: str, about: str | None, carried: bool | None) -> None:
    vote = only(source)
    assert (vote.kind, vote.about, vote.carried) == (VoteType.UNANIMOUS, about, carried)
    assert vote.against is None


@pytest.mark.parametrize(
    ("source", "expected", "carried"),
    [
        ("Forslaget ble vedtatt med 7 mot 3 stemmer.", (7, 3), True),
        ("vedtatt med 7 mot 3 (SV, MDG) stemmer", (7, 3), True),
        ("Forslaget falt med 2 mot 9 stemmer", (2, 9), False),
        ("Forslaget ble ikke vedtatt, 3 mot 8 stemmer.", (3, 8), False),
        ("Framlegget vart ikkje vedteke, 3 mot 8 røyster.", (3, 8), False),
        ("Forslaget vart vedteke med sju mot tre røyster.", (7, 3), True),
        ("Forslaget fall med to mot ni røyster.", (2, 9), False),
        ("For forslaget stemte 4. Mot stemte 7. Forslaget falt.", (4, 7), False),
        ("For forslaget stemte 4, mot stemte 7.", (4, 7), None),
        ("For: 7. Mot: 3.", (7, 3), None),
        ("For 7, mot 3", (7, 3), None),
        ("For 7\nMot 3", (7, 3), None),
        ("7 stemte for og 3 stemte mot.", (7, 3), None),
        ("7 for, 3 mot", (7, 3), None),
        ("7 røysta for og 3 røysta imot.", (7, 3), None),
        ("Vedtatt mot 2 stemmer (SV).", (None, 2), True),
        ("Vedtatt mot én stemme.", (None, 1), True),
        ("Vedteke mot ei røyst.", (None, 1), True),
        ("Forslaget fikk 4 stemmer og falt.", (4, None), False),
        ("For 34", (34, None), None),
    ],
)
def test_for_and_against(
    source: str, expected: tuple[int | None, int | None], carried: bool | None
) -> None:
    vote = only(source)
    assert vote.kind is VoteType.FOR_AGAINST
    assert (counts(vote), vote.carried) == (expected, carried)


def test_for_without_against_is_not_unanimous() -> None:
    assert only("For 34").kind is VoteType.FOR_AGAINST
    assert only("Enstemmig vedtatt med 34 stemmer").kind is VoteType.UNANIMOUS


def test_a_tie_settled_by_the_chair() -> None:
    for source in (
        "6 mot 6 stemmer, vedtatt med møteleders dobbeltstemme.",
        "Vedtatt med 6 mot 6 stemmer. Avgjort med møteleders dobbeltstemme.",
        "Vedteke med 6 mot 6 røyster. Leiaren sin dobbeltrøyst avgjorde.",
    ):
        vote = only(source)
        assert (counts(vote), vote.carried, vote.casting_vote) == ((6, 6), True, True)


@pytest.mark.parametrize(
    ("source", "in_favour", "against"),
    [
        ("7 (3 Ap, 2 H, 2 Sp) mot 3 stemmer (SV 2, MDG 1)", {"Ap": 3, "H": 2, "Sp": 2}, None),
        ("Vedtatt med 7 mot 3 stemmer (2 SV og 1 MDG)", {}, {"SV": 2, "MDG": 1}),
        ("Vedtatt med 7 mot 3 (SV, MDG) stemmer", {}, {"SV": None, "MDG": None}),
        ("Vedtatt med 7 mot 1 stemme (Bygdelista)", {}, {"Bygdelista": None}),
        ("Vedtatt med 7 mot 3 stemmer (Hansen, Olsen, Berg)", {}, {}),
        ("For forslaget stemte 4: Ap 2, SV 2.\nMot stemte 1 (H).", {"Ap": 2, "SV": 2}, {"H": None}),
    ],
)
def test_parties_are_read_and_persons_are_not(
    source: str, in_favour: dict[str, int | None], against: dict[str, int | None] | None
) -> None:
    vote = only(source)
    assert vote.in_favour is not None
    assert vote.against is not None
    assert vote.in_favour.parties == in_favour
    if against is not None:
        assert vote.against.parties == against


def test_several_votes_each_know_what_they_are_about() -> None:
    votes = read(
        "- Punkt 1 ble enstemmig vedtatt.\n- Punkt 2: 7 mot 3 stemmer.\n\nPunkt 3 falt: 1 mot 9."
    )
    assert [vote.about for vote in votes] == ["Punkt 1", "Punkt 2", "Punkt 3"]
    assert [vote.span.line for vote in votes] == [10, 11, 13]
    assert votes[0].span == Span("sak.md", 10, 3)


def test_alternatives_by_their_counts() -> None:
    vote = only(
        "Ved alternativ votering fikk innstillingen 5 stemmer og forslaget fra C 5 stemmer."
        " Avgjort med møteleders dobbeltstemme."
    )
    assert vote.kind is VoteType.ALTERNATIVES
    assert vote.alternatives == (ReadSide("innstillingen", 5), ReadSide("forslaget fra C", 5))
    assert (vote.winner, vote.casting_vote) == (None, True)


def test_alternatives_put_against_each_other() -> None:
    vote = only(
        "Innstillingen ble satt opp mot forslaget fra SV."
        " Forslaget fra SV ble vedtatt med 7 mot 4 stemmer."
    )
    assert vote.alternatives == (ReadSide("Innstillingen", 4), ReadSide("forslaget fra SV", 7))
    assert vote.winner == 2


@pytest.mark.parametrize(
    "source",
    [
        "Forslaget falt med 9 mot 2",
        "Ikke enstemmig",
        "Vedtatt med 8 mot 2 stemmer, 1 blank",
        "Forslaget fikk flertall.",
        "Innstillingen ble vedtatt og forslaget fra SV falt",
        "Saken ble ikke votert over.",
        "| For | Mot |\n|---|---|\n| 7 | 3 |",
        "Innstillingen ble satt opp mot forslaget fra SV.",
        "Innstillingen ble satt opp mot forslaget fra SV. Punkt 4 ble vedtatt med 7 mot 4.",
        "Mot stemte 7.",
        "Punkt 1 vedtatt mot 2 stemmer. Resten ble votert over samlet.",
        "Vedtatt med 7 mot 3, deretter 6 mot 4 stemmer",
        "Nestleder gikk fra møtet.",
    ],
)
def test_what_is_not_certain_is_not_read(source: str) -> None:
    votes, found = read_votes(source, "sak.md", 10)
    assert not votes
    assert [problem.code for problem in found] == ["unreadable-vote"]


def test_other_sentences_do_not_disturb() -> None:
    votes = read("Ola Nordmann (SV) fremmet forslag.\n\nForslaget ble vedtatt med 7 mot 3 stemmer.")
    assert len(votes) == 1


def test_an_empty_section_says_nothing() -> None:
    assert read_votes(" \n") == ((), [])


PARTS = st.sampled_from(
    [
        "Enstemmig vedtatt.",
        "Punkt 1:",
        "For forslaget stemte 4.",
        "Mot stemte 7.",
        "falt",
        "7 mot 3",
        "(SV, MDG)",
        "- ",
        "\n",
        "\n\n",
        "| a |",
        "## x",
        "fikk 3 stemmer",
        "satt opp mot",
        "og",
        " ",
    ]
)


@given(st.lists(PARTS, max_size=20).map(" ".join) | st.text(max_size=200))
def test_any_text_can_be_read(source: str) -> None:
    votes, found = read_votes(source, "sak.md", 10)
    assert not (votes and found)
    assert bool(source.strip()) == bool(votes or found)


def test_a_long_text_is_read_in_reasonable_time() -> None:
    read_votes("mot " * 5000 + "fikk 3 stemmer og " * 2000)
    read_votes("a " * 20000)
