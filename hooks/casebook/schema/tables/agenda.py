"""The fields of an agenda item: one case at one meeting."""

from __future__ import annotations

from casebook.model.case import AgendaItem, Amendment, Disqualification
from casebook.model.vocabulary import Effect, Outcome, Role
from casebook.schema.compounds import Many, MapOf, Nested
from casebook.schema.dates import Date
from casebook.schema.fields import Field, RecordType
from casebook.schema.scalars import SLUG, Choice, Integer, Pattern, Reference, Text, YesNo
from casebook.schema.tables.shared import CLOSED, EXEMPT
from casebook.schema.tables.votes import VOTE

EDITORIAL = Pattern("division", "redaksjonell", "bad-division")

DISQUALIFICATION = RecordType(
    "disqualification",
    Disqualification,
    (
        Field(
            "who", "hvem", Text(300), "Rollen til den som var inhabil.", required=True, gap=False
        ),
        Field("legal_basis", "hjemmel", Text(200), "Lovhjemmelen.", example="koml. § 11-10"),
        Field("substitute", "vara", Text(300), "Rollen til den som møtte i stedet."),
    ),
)

AMENDMENT = RecordType(
    "amendment",
    Amendment,
    (
        Field("point", "punkt", Text(20), "Punktet som ble endret.", example="2"),
        Field("moved_by", "fremmet_av", Text(300), "Hvem som foreslo endringen."),
        Field("text", "tekst", Text(2000), "Hva forslaget gikk ut på."),
    ),
)

AGENDA_ITEM = RecordType(
    "agenda-item",
    AgendaItem,
    (
        Field(
            "id",
            "id",
            SLUG,
            "Navnet på behandlingen i adressen til punktene. Står det ikke, brukes organets id.",
            gap=False,
            example="regionradet",
        ),
        Field(
            "meeting",
            "møte",
            Reference("meeting"),
            "Møtet saken ble behandlet i. Skriv enten møte eller organ, aldri begge.",
            example="2021-10-12-regionradet",
        ),
        Field("body", "organ", Reference("body"), "Organet, når møtet ikke har egen fil."),
        Field("date", "dato", Date(), "Dagen, når møtet ikke har egen fil.", example="2021-11"),
        Field("number", "nummer", Text(40), "Saksnummeret slik det er skrevet.", example="09/2021"),
        Field("series", "serie", SLUG, "Nummerserien, når organet har flere.", gap=False),
        Field("order", "rekkefølge", Integer(), "Plassen på sakslisten, når numrene ikke gir den."),
        Field("role", "rolle", Choice(Role), "Hva organet gjør med saken."),
        Field("outcome", "utfall", Choice(Outcome), "Hva som skjedde med forslaget."),
        Field(
            "point_outcomes",
            "utfall_punkter",
            MapOf(Choice(Outcome)),
            "Punkter som gikk annerledes enn resten.",
            example="{3: utsatt}",
        ),
        Field("referred_to", "til", Text(200), "Hvem saken ble oversendt til."),
        Field("effect", "virkning", Choice(Effect), "Hva vedtaket betyr for kommunene."),
        Field("votes", "votering", Many(Nested(lambda: VOTE)), "Hvordan det ble stemt."),
        Field(
            "builds_on",
            "bygger_på",
            Text(100),
            "Id-en til behandlingen som har innstillingen det ble stemt over.",
        ),
        Field(
            "division_editorial",
            "punktinndeling",
            EDITORIAL,
            "Skriv «redaksjonell» når redaksjonen har delt vedtaket i punkter.",
            gap=False,
        ),
        Field(
            "amendments", "endret_av", Many(Nested(lambda: AMENDMENT)), "Hvem som endret forslaget."
        ),
        Field(
            "disqualified",
            "inhabile",
            Many(Nested(lambda: DISQUALIFICATION)),
            "Hvem som var inhabile, og hvem som møtte for dem.",
        ),
        Field(
            "closed",
            "lukket",
            Nested(lambda: CLOSED, "legal_basis"),
            "Når behandlingen var lukket for publikum.",
        ),
        Field("exempt", "unntatt", Nested(lambda: EXEMPT), "Når teksten er unntatt."),
        Field(
            "follow_up_expected",
            "oppfølging_ventes",
            YesNo(),
            "nei når vedtaket ikke ber noen om å gjøre noe.",
            gap=False,
        ),
    ),
)
