"""Fields and records that several kinds of files share."""

from __future__ import annotations

from casebook.model.shared import Change, Closed, Exempt, Source
from casebook.model.vocabulary import ChangeKind, Withheld
from casebook.schema.compounds import Many, MapOf, Nested, Verbatim
from casebook.schema.dates import Date
from casebook.schema.fields import Field, RecordType
from casebook.schema.scalars import SLUG, URL, Choice, Pattern, Text

LANGUAGE = Pattern("language", "nb|nn", "bad-language")

SOURCE = RecordType(
    "source",
    Source,
    (
        Field("id", "id", SLUG, "Kort navn på kilden, brukt når logg og hendelser viser til den."),
        Field("title", "tittel", Text(300), "Hva dokumentet heter."),
        Field("link", "lenke", URL, "Adressen der dokumentet ligger."),
        Field("publisher", "utgiver", Text(200), "Hvem som har gitt ut dokumentet."),
        Field("date", "dato", Date(), "Når dokumentet er fra."),
        Field("fetched", "hentet", Date(), "Når opplysningene ble hentet derfra."),
    ),
)

CHANGE = RecordType(
    "change",
    Change,
    (
        Field("date", "dato", Date(), "Dagen endringen ble gjort.", required=True, gap=False),
        Field("kind", "type", Choice(ChangeKind), "Hvorfor siden ble endret."),
        Field(
            "text",
            "tekst",
            Text(1000),
            "Hva som ble endret, med én setning.",
            required=True,
            gap=False,
        ),
    ),
)

CLOSED = RecordType(
    "closed",
    Closed,
    (
        Field(
            "legal_basis",
            "hjemmel",
            Text(200),
            "Lovhjemmelen for å lukke møtet.",
            required=True,
            example="koml. § 11-5 andre ledd",
        ),
        Field("reason", "grunn", Text(500), "Hvorfor, uten å røpe det som er unntatt."),
    ),
)

EXEMPT = RecordType(
    "exempt",
    Exempt,
    (
        Field(
            "what",
            "hva",
            Many(Choice(Withheld)),
            "Hva som er unntatt: tittelen, innholdet eller begge.",
            required=True,
            gap=False,
            example="[innhold]",
        ),
        Field(
            "legal_basis",
            "hjemmel",
            Text(200),
            "Lovhjemmelen for unntaket.",
            required=True,
            gap=False,
            example="offl. § 14",
        ),
    ),
)

LANGUAGE_FIELD = Field(
    "language", "målform", LANGUAGE, "nb for bokmål, nn for nynorsk.", gap=False, example="nb"
)
VERBATIM_FIELD = Field(
    "verbatim",
    "ordrett",
    Verbatim(),
    "ja når teksten er ordrett, nei når den er gjengitt, eller en liste over ordrette deler.",
    gap=False,
    example="[forslag, vedtak]",
)
SOURCES_FIELD = Field(
    "sources",
    "kilder",
    Many(Nested(lambda: SOURCE, "title")),
    "Dokumentene opplysningene er hentet fra.",
)
ALIASES_FIELD = Field(
    "aliases",
    "tidligere_id",
    Many(SLUG),
    "Id-er siden har hatt før; gamle lenker sendes videre hit.",
    gap=False,
)
CHANGES_FIELD = Field(
    "changes", "endringer", Many(Nested(lambda: CHANGE)), "Synlige rettinger og oppdateringer."
)
UNCERTAIN_FIELD = Field(
    "uncertain",
    "usikkert",
    MapOf(Text(500)),
    "Felt som er sannsynlige, men ikke dokumentert, hvert med en grunn.",
    gap=False,
    example="{behandling.regionradet.dato: Referatet oppgir bare måneden.}",
)
SUMMARY_HELP = "Kort fortalt: én til tre setninger i klart språk om hva saken gjelder."
