from __future__ import annotations

from casebook.graph.treatments import treatments_of
from casebook.graph.votes import votes_of
from casebook.model.case import Case
from casebook.model.region import Region
from casebook.model.vocabulary import DecidedBy, VoteType
from casebook.model.votes import Vote
from casebook.reading import Source, read_case

REGION = Region(names=())


def votes(text: str, field: str = "") -> tuple[Vote, ...]:
    source = f"---\ntittel: Plan\nbehandling:\n  - {{organ: rad{field}}}\n---\n{text}\n"
    case, _ = read_case(Source("2021/plan.md", "plan", source, ""), {})
    assert isinstance(case, Case)
    (treatment,) = treatments_of(case, REGION, {})
    return votes_of(treatment)


def test_votes_of_the_field_come_first() -> None:
    (vote,) = votes("", ", votering: {type: for-mot, for: 7, mot: 3}")
    assert vote.in_favour is not None
    assert vote.in_favour.count == 7


def test_a_section_in_plain_words_is_read() -> None:
    (vote,) = votes("## Votering\nForslaget ble vedtatt med 7 mot 3 stemmer.")
    assert vote.type is VoteType.FOR_AGAINST
    assert vote.in_favour is not None
    assert vote.against is not None
    assert (vote.in_favour.count, vote.against.count, vote.carried) == (7, 3, True)
    assert vote.origin.at("carried").line == 7


def test_unanimity_in_plain_words() -> None:
    (vote,) = votes("## Votering\nEnstemmig vedtatt.")
    assert vote.type is VoteType.UNANIMOUS


def test_a_casting_vote_is_the_chairs() -> None:
    text = "## Votering\nForslaget ble vedtatt med 5 mot 5 stemmer, med møtelederens dobbeltstemme."
    (vote,) = votes(text)
    assert vote.decided_by is DecidedBy.CHAIR


def test_parties_that_are_only_named_are_kept_beside_the_counted() -> None:
    (vote,) = votes("## Votering\nForslaget ble vedtatt med 7 mot 3 stemmer (2 SV, FrP og R).")
    assert vote.against is not None
    assert (dict(vote.against.parties), vote.against.named_parties) == ({"SV": 2}, ("FrP", "R"))


def test_words_that_are_not_understood_give_no_vote() -> None:
    assert votes("## Votering\nDet ble stemt om flere ting, og noen var imot.") == ()
