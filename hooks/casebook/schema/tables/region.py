"""The fields of ``region.yml``: the region and its registers."""

from __future__ import annotations

from casebook.model.region import (
    Body,
    Chairmanship,
    Membership,
    Municipality,
    MunicipalityNumber,
    Numbering,
    NumberSeries,
    Owner,
    Region,
    Topic,
)
from casebook.model.values import NamePeriod
from casebook.model.vocabulary import BodyType, NamePolicy
from casebook.numbers import NUMBER_FORMAT
from casebook.schema.compounds import Many, MapOf, Nested
from casebook.schema.dates import Date
from casebook.schema.few_keys import LocalizedText
from casebook.schema.fields import Field, RecordType
from casebook.schema.scalars import SLUG, URL, Choice, Integer, Pattern, Reference, Text, YesNo
from casebook.schema.site_address import SiteAddress
from casebook.schema.tables.shared import LANGUAGE_FIELD, SOURCES_FIELD

SINCE = Field("since", "fra", Date(), "Fra og med.")
UNTIL = Field("until", "til", Date(), "Til og med.")
SERIES_ID = Pattern("slug", r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", "bad-id")
MUNICIPALITY_NUMBER = Pattern("municipality-number", r"\d{4}", "bad-municipality-number")
CASE_NUMBER = Pattern("number-format", NUMBER_FORMAT, "bad-number-format")
ORGANISATION_NUMBER = Pattern("organisation-number", r"\d{9}", "bad-organisation-number")

NAME = RecordType(
    "name",
    NamePeriod,
    (Field("name", "navn", Text(200), "Navnet.", required=True, gap=False), SINCE, UNTIL),
)
NAMES = Field(
    "names",
    "navn",
    Many(Nested(lambda: NAME, "name")),
    "Navnet, eller navnene med fra og til når det er endret.",
    required=True,
    gap=False,
)
SERIES = RecordType(
    "number-series",
    NumberSeries,
    (
        Field("id", "id", SERIES_ID, "Del av korte lenker; tom for den vanlige serien.", gap=False),
        Field("name", "navn", Text(60), "Det som står foran nummeret.", example="Sak"),
    ),
)
NUMBERING = RecordType(
    "numbering",
    Numbering,
    (
        Field("format", "format", CASE_NUMBER, "Hvordan nummeret skrives.", example="{nr:02}/{år}"),
        Field("series", "serier", Many(Nested(lambda: SERIES)), "Nummerseriene organet bruker."),
    ),
)
CHAIR = RecordType(
    "chair",
    Chairmanship,
    (
        Field(
            "municipality",
            "kommune",
            Reference("municipality"),
            "Kommunen som leder.",
            required=True,
            gap=False,
        ),
        SINCE,
        UNTIL,
    ),
)
BODY = RecordType(
    "body",
    Body,
    (
        Field("id", "id", SLUG, "Permanent navn, brukt i adresser.", required=True, gap=False),
        NAMES,
        Field("type", "type", Choice(BodyType), "Hva slags organ det er."),
        Field("summary", "kort", Text(600), "Kort om hva organet gjør."),
        Field("composition", "sammensetning", Text(600), "Hvem som sitter der, etter verv."),
        Field(
            "numbering", "nummer", Nested(lambda: NUMBERING, "format"), "Hvordan saker nummereres."
        ),
        Field(
            "chair", "ledelse", Many(Nested(lambda: CHAIR)), "Hvilken kommune som leder, og når."
        ),
        Field("website", "nettsted", URL, "Nettsiden til organet."),
        SINCE,
        UNTIL,
    ),
)
MEMBERSHIP = RecordType("membership", Membership, (SINCE, UNTIL))
NUMBER = RecordType(
    "municipality-number",
    MunicipalityNumber,
    (
        Field("number", "nr", MUNICIPALITY_NUMBER, "Kommunenummeret.", required=True, gap=False),
        SINCE,
        UNTIL,
    ),
)
MUNICIPALITY = RecordType(
    "municipality",
    Municipality,
    (
        Field("id", "id", SLUG, "Permanent navn, brukt i adresser.", required=True, gap=False),
        NAMES,
        Field("membership", "medlem", Nested(lambda: MEMBERSHIP, "since"), "Når den var medlem."),
        Field("numbers", "nummer", Many(Nested(lambda: NUMBER, "number")), "Kommunenumrene."),
        Field("website", "nettsted", URL, "Kommunens nettsted."),
        Field("summary", "kort", Text(600), "Kort om kommunens plass i samarbeidet."),
    ),
)
TOPIC = RecordType(
    "topic",
    Topic,
    (
        Field("id", "id", SLUG, "Permanent navn, brukt i adresser.", required=True, gap=False),
        Field(
            "name",
            "navn",
            LocalizedText(),
            "Navnet på bokmål og nynorsk.",
            required=True,
            gap=False,
        ),
        Field("summary", "kort", Text(600), "Kort om hva temaet rommer."),
    ),
)
OWNER = RecordType(
    "owner",
    Owner,
    (
        Field("id", "id", SLUG, "Permanent navn.", required=True, gap=False),
        Field("name", "navn", Text(200), "Navnet som vises.", required=True, gap=False),
    ),
)
REGION = RecordType(
    "region",
    Region,
    (
        NAMES,
        Field("base_url", "adresse", SiteAddress(), "Nettadressen til siden, med https://."),
        Field(
            "namespace",
            "navnerom",
            Pattern("slug", r"[a-z0-9]+(?:[-.][a-z0-9]+)*", "bad-id"),
            "Permanent navn i strømmer og kalendere; endres aldri, heller ikke når adressen "
            "gjør det.",
            gap=False,
        ),
        LANGUAGE_FIELD,
        Field("summary", "kort", Text(600), "Kort om regionen."),
        Field("bodies", "organer", Many(Nested(lambda: BODY)), "Organene."),
        Field("municipalities", "kommuner", Many(Nested(lambda: MUNICIPALITY)), "Kommunene."),
        Field("topics", "temaer", Many(Nested(lambda: TOPIC)), "Den lukkede listen over temaer."),
        Field("owners", "eiere", Many(Nested(lambda: OWNER)), "Hvem som kan eie en oppfølging."),
        Field(
            "name_policy",
            "personnavn",
            Choice(NamePolicy),
            "Om navn i voteringer publiseres: kontor (nei) eller folkevalgte (ja).",
            gap=False,
        ),
        Field("organisation_number", "orgnr", ORGANISATION_NUMBER, "Organisasjonsnummeret."),
        Field("contact", "kontakt", Text(200), "E-postadressen til redaksjonen."),
        Field(
            "accessibility_statement",
            "tilgjengelighetserklæring",
            URL,
            "Adressen til tilgjengelighetserklæringen.",
        ),
        Field("archive", "arkiv", Text(300), "Hvem som har arkivversjonen."),
        Field(
            "licence",
            "lisens",
            Text(40),
            "Lisensen for dataene; uten feltet gjelder NLOD-2.0.",
            example="NLOD-2.0",
        ),
        Field(
            "silent_months",
            "stille_måneder",
            Integer(120),
            "Etter så mange måneder uten loggføring regnes en oppfølging som stille.",
            gap=False,
        ),
        Field("invented", "oppdiktet", YesNo(), "ja når regionen er oppdiktet.", gap=False),
        Field("previews", "forhåndsbilder", YesNo(), "nei for å slå av bildene.", gap=False),
        Field("embeds", "innbygging", YesNo(), "nei for å slå av innbygging.", gap=False),
        SOURCES_FIELD,
        Field(
            "uncertain",
            "usikkert",
            MapOf(Text(500)),
            "Datoer («fra» og «til») som er sannsynlige, men ikke dokumentert, hver med en grunn.",
            gap=False,
            example="{organer.regionradet.navn.2.fra: Kilden oppgir bare året.}",
        ),
    ),
)
