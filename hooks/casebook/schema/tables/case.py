"""The fields of a case file."""

from __future__ import annotations

from casebook.model.case import Case, PersonalData, Relation, Retraction
from casebook.model.vocabulary import RelationType
from casebook.schema.compounds import Many, Nested
from casebook.schema.dates import Date
from casebook.schema.fields import Field, RecordType
from casebook.schema.scalars import SLUG, Choice, Reference, Text
from casebook.schema.tables.agenda import AGENDA_ITEM
from casebook.schema.tables.attachments import ATTACHMENT
from casebook.schema.tables.followup import FOLLOW_UP, LOCAL_DECISION, REQUIREMENT
from casebook.schema.tables.shared import (
    ALIASES_FIELD,
    CHANGES_FIELD,
    EXEMPT,
    LANGUAGE_FIELD,
    SOURCES_FIELD,
    SUMMARY_HELP,
    UNCERTAIN_FIELD,
    VERBATIM_FIELD,
)

RELATION = RecordType(
    "relation",
    Relation,
    (
        Field(
            "type",
            "type",
            Choice(RelationType),
            "Hva denne saken er for den andre.",
            required=True,
            gap=False,
            example="bygger-på",
        ),
        Field(
            "case", "sak", Reference("case"), "Id-en til den andre saken.", required=True, gap=False
        ),
        Field("note", "merknad", Text(500), "Hva som binder dem sammen."),
    ),
)

RETRACTION = RecordType(
    "retraction",
    Retraction,
    (
        Field("date", "dato", Date(), "Dagen saken ble tatt av siden.", required=True, gap=False),
        Field("reason", "grunn", Text(500), "Hvorfor den ble tatt av.", required=True, gap=False),
        Field("replaced_by", "erstattet_av", Reference("case"), "Saken som står i stedet."),
    ),
)

PERSONAL_DATA = RecordType(
    "personal-data",
    PersonalData,
    (
        Field(
            "removed_on", "fjernes", Date(), "Dagen saken skal av siden.", required=True, gap=False
        ),
        Field("reason", "grunn", Text(500), "Hvorfor saken må inneholde personopplysninger."),
    ),
)

CASE = RecordType(
    "case",
    Case,
    (
        Field(
            "title",
            "tittel",
            Text(255),
            "Tittelen på saken, uten saksnummer.",
            required=True,
            gap=False,
            example='"Felles klimaplan: høring og vedtak"',
        ),
        Field("summary", "kort", Text(600), SUMMARY_HELP, example="Regionen får en klimaplan."),
        Field("archive_number", "arkivsak", Text(60), "Arkivsaksnummeret.", example="2021/123"),
        LANGUAGE_FIELD,
        Field("topics", "temaer", Many(Reference("topic")), "Temaer fra listen i region.yml."),
        Field(
            "processes", "prosesser", Many(Reference("process")), "Prosessene saken er en del av."
        ),
        Field(
            "municipalities",
            "kommuner",
            Many(Reference("municipality")),
            "Kommunene saken særlig gjelder; la feltet være når den gjelder alle.",
        ),
        Field(
            "meetings",
            "møter",
            Many(Reference("meeting")),
            "Administrative møter som hører til saken.",
        ),
        VERBATIM_FIELD,
        Field(
            "agenda_items",
            "behandling",
            Many(Nested(lambda: AGENDA_ITEM)),
            "Hvor saken er behandlet: én oppføring for hver gang et organ har hatt den oppe.",
        ),
        Field(
            "follow_ups",
            "oppfølging",
            Many(Nested(lambda: FOLLOW_UP)),
            "Det vedtaket ber noen om å gjøre, og hvordan det går.",
        ),
        Field(
            "required",
            "kreves_av",
            Nested(lambda: REQUIREMENT, "municipalities"),
            "Kommunene som må behandle saken selv, og hvorfor.",
        ),
        Field(
            "local_decisions",
            "kommunebehandling",
            Many(Nested(lambda: LOCAL_DECISION)),
            "Kommunenes egen behandling, før eller etter det regionale vedtaket.",
        ),
        Field(
            "attachments",
            "vedlegg",
            Many(Nested(lambda: ATTACHMENT, "title")),
            "Dokumentene som følger saken, også de som mangler eller er unntatt.",
        ),
        Field(
            "relations",
            "relasjoner",
            Many(Nested(lambda: RELATION)),
            "Andre saker denne henger på.",
        ),
        SOURCES_FIELD,
        Field("exempt", "unntatt", Nested(lambda: EXEMPT), "Når tittel eller tekst er unntatt."),
        Field(
            "personal_data",
            "persondata",
            Nested(lambda: PERSONAL_DATA),
            "Når saken må inneholde personopplysninger: dagen den skal av siden.",
        ),
        Field(
            "retraction",
            "tatt_av_siden",
            Nested(lambda: RETRACTION),
            "Når saken er tatt av siden; adressen svarer fortsatt og forteller hvorfor.",
        ),
        ALIASES_FIELD,
        CHANGES_FIELD,
        Field("published", "publisert", Date(), "Dagen saken først ble publisert her."),
        Field("contact", "kontakt", Text(200), "Hvem som svarer på spørsmål, helst et kontor."),
        Field("id", "id", SLUG, "La feltet være; fil- eller mappenavnet er id-en.", gap=False),
        UNCERTAIN_FIELD,
    ),
)
