"""The fields of what happens after a decision: follow-ups and the municipalities' treatment."""

from __future__ import annotations

from casebook.model.action import FollowUp, LocalDecision, LogEntry, Requirement
from casebook.model.vocabulary import FollowUpStatus, Outcome, Purpose
from casebook.schema.compounds import Many, Nested
from casebook.schema.dates import Date
from casebook.schema.few_keys import DeadlineType
from casebook.schema.fields import Field, RecordType
from casebook.schema.scalars import SLUG, URL, Choice, Reference, Text, YesNo

LOG_ENTRY = RecordType(
    "log-entry",
    LogEntry,
    (
        Field("date", "dato", Date(), "Når det skjedde.", required=True, gap=False),
        Field("status", "status", Choice(FollowUpStatus), "Hvordan det står til etter dette."),
        Field("text", "tekst", Text(2000), "Hva som er gjort."),
        Field("source", "kilde", Text(200), "Id-en til kilden, fra listen kilder."),
        Field("case", "sak", Reference("case"), "Saken der dette kom opp igjen."),
        Field("meeting", "møte", Reference("meeting"), "Møtet der dette skjedde."),
        Field("link", "lenke", URL, "Adressen til et dokument om dette."),
    ),
)

FOLLOW_UP = RecordType(
    "follow-up",
    FollowUp,
    (
        Field("id", "id", SLUG, "Kort navn, brukt i adressen.", required=True, gap=False),
        Field(
            "concerns",
            "gjelder",
            Text(100),
            "Punktet det gjelder: <behandling>-p<nummer>, eller <behandling>-vedtak for hele.",
            example="regionradet-p2",
        ),
        Field("action", "hva", Text(500), "Hva som skal gjøres.", required=True, gap=False),
        Field(
            "owners",
            "eier",
            Many(Reference("owner")),
            "Hvem som har ansvaret: en eier fra region.yml, et organ, eller kommune:<id>.",
            example="[sekretariatet, kommune:nordvik]",
        ),
        Field(
            "deadline", "frist", DeadlineType(), "Når det skal være gjort.", example="2022-12-31"
        ),
        Field("log", "logg", Many(Nested(lambda: LOG_ENTRY)), "Det som er gjort, eldste først."),
        Field("process", "prosess", Reference("process"), "Prosessen oppfølgingen hører til."),
    ),
)

REQUIREMENT = RecordType(
    "requirement",
    Requirement,
    (
        Field(
            "municipalities",
            "kommuner",
            Many(Reference("municipality")),
            "Kommunene som må behandle saken.",
            required=True,
            gap=False,
        ),
        Field("reason", "grunn", Text(500), "Hvorfor de må det.", example="Samarbeidsavtalen"),
        Field("deadline", "frist", DeadlineType(), "Når de må ha gjort det."),
        Field("identical", "likelydende", YesNo(), "ja når vedtakene må være likelydende."),
    ),
)

LOCAL_DECISION = RecordType(
    "local-decision",
    LocalDecision,
    (
        Field(
            "municipality",
            "kommune",
            Reference("municipality"),
            "Kommunen.",
            required=True,
            gap=False,
        ),
        Field("body", "organ", Text(200), "Organet i kommunen.", example="Formannskapet"),
        Field("purpose", "hensikt", Choice(Purpose), "Hvorfor kommunen behandlet saken."),
        Field("date", "dato", Date(), "Når kommunen behandlet den."),
        Field("number", "nummer", Text(60), "Kommunens eget saksnummer.", example="016/21"),
        Field("outcome", "utfall", Choice(Outcome), "Hva kommunen kom til."),
        Field("link", "lenke", URL, "Adressen til kommunens egen sak."),
        Field("note", "merknad", Text(1000), "Endringer eller forbehold."),
        Field("source", "kilde", Text(200), "Id-en til kilden, fra listen kilder."),
        Field("not_needed", "ikke_nødvendig", YesNo(), "ja når kommunen ikke må behandle saken."),
    ),
)
