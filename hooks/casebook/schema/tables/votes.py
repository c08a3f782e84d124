"""The fields of votes."""

from __future__ import annotations

from casebook.model.vocabulary import DecidedBy, VoteType
from casebook.model.votes import Vote, VoteSide
from casebook.schema.compounds import Many, MapOf, Nested
from casebook.schema.fields import Field, RecordType
from casebook.schema.scalars import Choice, Integer, Text, YesNo

VOTE_SIDE = RecordType(
    "vote-side",
    VoteSide,
    (
        Field("proposal", "forslag", Text(1000), "Hva det ble stemt for."),
        Field("moved_by", "fremmet_av", Text(300), "Hvem som la fram forslaget."),
        Field("count", "antall", Integer(10_000), "Antall stemmer."),
        Field(
            "parties",
            "parti",
            MapOf(Integer(10_000)),
            "Antall stemmer fra hvert parti.",
            example="{A: 3, B: 2}",
        ),
        Field(
            "municipalities",
            "kommuner",
            MapOf(Integer(10_000)),
            "Antall stemmer fra hver kommune.",
            example="{nordvik: 3, sund: 2}",
        ),
        Field("names", "navn", Many(Text(200)), "Navn, bare der regionen publiserte dem."),
    ),
)

VOTE = RecordType(
    "vote",
    Vote,
    (
        Field("concerns", "gjelder", Text(300), "Hva det ble stemt over.", example="Punkt 2"),
        Field("type", "type", Choice(VoteType), "Hvordan det ble stemt.", required=True, gap=False),
        Field("in_favour", "for", Nested(lambda: VOTE_SIDE, "count"), "Stemmene for."),
        Field("against", "mot", Nested(lambda: VOTE_SIDE, "count"), "Stemmene mot."),
        Field(
            "alternatives",
            "alternativer",
            Many(Nested(lambda: VOTE_SIDE, "proposal")),
            "Forslagene som ble satt opp mot hverandre, eller kandidatene.",
        ),
        Field("winner", "vant", Integer(100), "Nummeret på alternativet som vant, fra 1."),
        Field("carried", "vedtatt", YesNo(), "Om forslaget ble vedtatt."),
        Field("blank", "blankt", Integer(10_000), "Blanke stemmer; bare ved valg."),
        Field(
            "decided_by", "avgjort_av", Choice(DecidedBy), "Hva som avgjorde ved likt stemmetall."
        ),
        Field("note", "merknad", Text(1000), "Det som ellers står om voteringen."),
    ),
)
