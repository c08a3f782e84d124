"""The fields of a meeting file."""

from __future__ import annotations

from casebook.model.meeting import (
    Attendance,
    Formality,
    Meeting,
    MeetingChair,
    MeetingDocument,
    Minutes,
    Party,
)
from casebook.model.vocabulary import (
    MeetingDocumentType,
    MeetingForm,
    MeetingStatus,
    MeetingType,
    MinutesStatus,
    Outcome,
)
from casebook.schema.compounds import Many, Nested
from casebook.schema.dates import Date
from casebook.schema.fields import Field, RecordType
from casebook.schema.scalars import CLOCK, FILE_NAME, SLUG, URL, Choice, Integer, Reference, Text
from casebook.schema.tables.shared import (
    ALIASES_FIELD,
    CHANGES_FIELD,
    CLOSED,
    LANGUAGE_FIELD,
    SOURCES_FIELD,
    UNCERTAIN_FIELD,
    VERBATIM_FIELD,
)

PARTY = RecordType(
    "party",
    Party,
    (
        Field("name", "navn", Text(200), "Navnet på parten.", required=True, gap=False),
        Field("attended", "deltok", Many(Text(200)), "Roller som deltok, ikke navn på personer."),
    ),
)

ATTENDANCE = RecordType(
    "attendance",
    Attendance,
    (
        Field("present", "til_stede", Integer(), "Hvor mange som møtte."),
        Field("total", "av", Integer(), "Hvor mange som kunne møte."),
        Field("absent", "forfall", Many(Text(200)), "Hvem som hadde forfall, etter rolle."),
        Field("speaking_right", "møterett", Many(Text(200)), "Hvem andre som kunne tale."),
    ),
)

FORMALITY = RecordType(
    "formality",
    Formality,
    (
        Field("number", "nummer", Text(40), "Saksnummeret slik det er skrevet."),
        Field("title", "tittel", Text(255), "Hva saken er.", required=True, gap=False),
        Field("outcome", "utfall", Choice(Outcome), "Hva som skjedde."),
        Field("text", "tekst", Text(5000, multiline=True), "Det som står om saken."),
        Field("order", "rekkefølge", Integer(), "Plassen på sakslisten, når numrene ikke gir den."),
    ),
)

DOCUMENT = RecordType(
    "meeting-document",
    MeetingDocument,
    (
        Field("type", "type", Choice(MeetingDocumentType), "Hva det er.", required=True, gap=False),
        Field("title", "tittel", Text(255), "Hva dokumentet heter."),
        Field("file", "fil", FILE_NAME, "Filen, ved siden av møtefilen."),
        Field("link", "lenke", URL, "Adressen, når dokumentet ligger et annet sted."),
        Field("date", "dato", Date(), "Når dokumentet er fra."),
    ),
)

MINUTES = RecordType(
    "minutes",
    Minutes,
    (
        Field("status", "status", Choice(MinutesStatus), "Hvor langt protokollen er kommet."),
        Field("approved_in", "godkjent_i", Reference("meeting"), "Møtet som godkjente den."),
        Field("date", "dato", Date(), "Når den ble godkjent."),
    ),
)

MEETING_CHAIR = RecordType(
    "meeting-chair",
    MeetingChair,
    (
        Field("municipality", "kommune", Reference("municipality"), "Kommunen som ledet møtet."),
        Field("office", "verv", Text(200), "Vervet til møtelederen."),
    ),
)

MEETING = RecordType(
    "meeting",
    Meeting,
    (
        Field("type", "type", Choice(MeetingType), "Hva slags møte det er.", required=True),
        Field(
            "body", "organ", Reference("body"), "Organet; la feltet være ved administrative møter."
        ),
        Field("title", "tittel", Text(255), "Navnet på møtet, når det trenger et eget."),
        Field("parties", "parter", Many(Nested(lambda: PARTY, "name")), "Partene, uten organ."),
        Field(
            "date",
            "dato",
            Date(),
            "Dagen møtet holdes.",
            required=True,
            gap=False,
            example="2021-10-12",
        ),
        Field("start", "start", CLOCK, "Når møtet begynner.", example="12:00"),
        Field("end", "slutt", CLOCK, "Når møtet slutter."),
        Field("place", "sted", Text(200), "Hvor møtet holdes."),
        Field("form", "form", Choice(MeetingForm), "Hvordan deltakerne møtes."),
        Field("status", "status", Choice(MeetingStatus), "Hvor langt møtet er kommet."),
        Field("moved_to", "til", Reference("meeting"), "Det nye møtet, når dette er flyttet."),
        Field("chair", "leder", Nested(lambda: MEETING_CHAIR, "office"), "Hvem som leder møtet."),
        Field("attendance", "deltakelse", Nested(lambda: ATTENDANCE), "Hvem som møtte."),
        Field(
            "formalities",
            "formalia",
            Many(Nested(lambda: FORMALITY, "title")),
            "Saker uten egen fil: godkjenning, referat, spørsmål og eventuelt.",
        ),
        Field("documents", "dokumenter", Many(Nested(lambda: DOCUMENT)), "Møtets dokumenter."),
        Field("minutes", "protokoll", Nested(lambda: MINUTES, "status"), "Om protokollen."),
        Field("closed", "lukket", Nested(lambda: CLOSED, "legal_basis"), "Når møtet er lukket."),
        Field("video", "video", URL, "Adressen til opptaket."),
        Field("summary", "kort", Text(600), "Kort fortalt: hva møtet gjaldt."),
        LANGUAGE_FIELD,
        VERBATIM_FIELD,
        SOURCES_FIELD,
        ALIASES_FIELD,
        CHANGES_FIELD,
        UNCERTAIN_FIELD,
        Field("id", "id", SLUG, "La feltet være; filnavnet er id-en.", gap=False),
    ),
)
