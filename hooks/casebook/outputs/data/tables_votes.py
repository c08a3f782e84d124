"""Tables of votes: each side of each vote, and who stood on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from casebook.graph import Treatment
from casebook.graph.votes import votes_of
from casebook.model.votes import Vote, VoteSide
from casebook.outputs import disclosure
from casebook.outputs.data.table import Row, Table, assumed, flag
from casebook.outputs.data.tables_cases import ITEM
from casebook.outputs.records import Source
from casebook.outputs.records.plain import each_assumed


def _all_votes(source: Source) -> Iterator[tuple[Treatment, int, Vote]]:
    for case in source.graph.published_cases:
        for treatment in source.graph.treatments[case.id]:
            if not treatment.withheld:
                for place, vote in enumerate(votes_of(treatment), start=1):
                    yield treatment, place, vote


def _sides(vote: Vote) -> Iterator[tuple[str, VoteSide, bool | None]]:
    """Each side's name, the side, and whether it won."""
    if vote.in_favour is not None:
        yield "for", vote.in_favour, vote.carried
    if vote.against is not None:
        yield "mot", vote.against, None if vote.carried is None else not vote.carried
    for place, side in enumerate(vote.alternatives, start=1):
        yield f"alternativ-{place}", side, place == vote.winner if vote.winner else None


def _votes(source: Source) -> Iterator[Row]:
    for treatment, place, vote in _all_votes(source):
        start = (treatment.case.id, treatment.item.id, place)
        kind = vote.type.value if vote.type else ""
        settled = vote.decided_by.value if vote.decided_by else ""
        likely = _likely(treatment, vote)
        sides = list(_sides(vote))
        if not sides:
            yield (*start, "", vote.concerns, kind, "", "", None, "", vote.note, settled, likely)
        for name, side, won in sides:
            said = (side.proposal, side.moved_by, side.count, flag(won), vote.note, settled)
            yield (*start, name, vote.concerns, kind, *said, _likely(treatment, vote, side))
        if vote.blank is not None:
            said = ("", "", vote.blank, flag(value=False), vote.note, settled)
            yield (*start, "blankt", vote.concerns, kind, *said, likely)


def _likely(treatment: Treatment, *records: Vote | VoteSide) -> str:
    """What is only assumed of all votes of a treatment, of one, and of a side of it."""
    whole = each_assumed(votering=treatment.item.doubt("votes"))
    return "; ".join(part for part in (whole, *map(assumed, records)) if part)


def _voters(source: Source) -> Iterator[Row]:
    names = disclosure.names_published(source.graph)
    for treatment, place, vote in _all_votes(source):
        start = (treatment.case.id, treatment.item.id, place)
        for name, side, _ in _sides(vote):
            for kind, counts in _groups(side, names=names):
                for group, count in counts.items():
                    yield (*start, name, kind, group, count, _likely(treatment, vote, side))


def _groups(side: VoteSide, *, names: bool) -> Iterator[tuple[str, Mapping[str, int | None]]]:
    yield "parti", {**side.parties, **dict.fromkeys(side.named_parties)}
    yield "kommune", side.municipalities
    if names:
        yield "navn", dict.fromkeys(side.names, 1)


VOTE_TABLES = (
    Table(
        "voteringer",
        ("sak_id", "behandling_id", "votering", "side", "gjelder", "type", "forslag", "fremmet_av",
         "antall", "vant", "merknad", "avgjort_av", "antatt"),
        _votes,
        ("sak_id", "behandling_id", "votering", "side"),
        ITEM,
    ),
    Table(
        "stemmer",
        ("sak_id", "behandling_id", "votering", "side", "gruppetype", "gruppe", "antall",
         "antatt"),
        _voters,
        ("sak_id", "behandling_id", "votering", "side", "gruppetype", "gruppe"),
        ITEM,
    ),
)  # fmt: skip
