"""The fields of a process file."""

from __future__ import annotations

from casebook.model.process import Process, ProcessEvent, ProcessRelation
from casebook.model.vocabulary import ProcessEventType, ProcessRelationType, ProcessStatus
from casebook.schema.compounds import Many, Nested
from casebook.schema.dates import Date
from casebook.schema.few_keys import DeadlineType
from casebook.schema.fields import Field, RecordType
from casebook.schema.scalars import SLUG, URL, Choice, Reference, Text, YesNo
from casebook.schema.tables.shared import (
    ALIASES_FIELD,
    CHANGES_FIELD,
    LANGUAGE_FIELD,
    SOURCES_FIELD,
    UNCERTAIN_FIELD,
    VERBATIM_FIELD,
)

EVENT = RecordType(
    "process-event",
    ProcessEvent,
    (
        Field("date", "dato", Date(), "Når det skjedde eller skal skje."),
        Field("type", "type", Choice(ProcessEventType), "Hva slags hendelse det er."),
        Field("text", "tekst", Text(1000), "Hva som skjedde.", required=True, gap=False),
        Field("link", "lenke", URL, "Adressen til et dokument om det."),
        Field("source", "kilde", Text(200), "Id-en til kilden, fra listen kilder."),
        Field("done", "nådd", YesNo(), "For milepæler: om den er nådd."),
    ),
)

PROCESS_RELATION = RecordType(
    "process-relation",
    ProcessRelation,
    (
        Field("type", "type", Choice(ProcessRelationType), "Hva den er.", required=True, gap=False),
        Field(
            "process",
            "prosess",
            Reference("process"),
            "Den andre prosessen.",
            required=True,
            gap=False,
        ),
    ),
)

PROCESS = RecordType(
    "process",
    Process,
    (
        Field("title", "tittel", Text(255), "Navnet på prosessen.", required=True, gap=False),
        Field("summary", "kort", Text(600), "Kort fortalt: hva prosessen er."),
        Field("status", "status", Choice(ProcessStatus), "Hvor langt prosessen er kommet."),
        Field("status_date", "status_dato", Date(), "Når statusen sist var kjent."),
        Field("since", "fra", Date(), "Når prosessen begynte."),
        Field("until", "til", Date(), "Når prosessen sluttet."),
        Field("deadline", "frist", DeadlineType(), "Den neste fristen."),
        Field("responsible", "ansvarlig", Many(Reference("owner")), "Hvem som har ansvaret."),
        Field("topics", "temaer", Many(Reference("topic")), "Temaer fra listen i region.yml."),
        Field(
            "municipalities",
            "kommuner",
            Many(Reference("municipality")),
            "Kommunene prosessen særlig gjelder; la feltet være når den gjelder alle.",
        ),
        Field(
            "events", "hendelser", Many(Nested(lambda: EVENT, "text")), "Det som ellers skjedde."
        ),
        Field(
            "processes",
            "prosesser",
            Many(Nested(lambda: PROCESS_RELATION)),
            "Andre prosesser denne henger sammen med.",
        ),
        Field("meetings", "møter", Many(Reference("meeting")), "Administrative møter."),
        LANGUAGE_FIELD,
        VERBATIM_FIELD,
        SOURCES_FIELD,
        ALIASES_FIELD,
        CHANGES_FIELD,
        UNCERTAIN_FIELD,
        Field("id", "id", SLUG, "La feltet være; filnavnet er id-en.", gap=False),
    ),
)
