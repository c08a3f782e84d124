"""The fields of an attachment."""

from __future__ import annotations

from casebook.model.case import Attachment
from casebook.model.vocabulary import AttachmentRole
from casebook.schema.compounds import Nested
from casebook.schema.dates import Date
from casebook.schema.fields import Field, RecordType
from casebook.schema.scalars import FILE_NAME, URL, Choice, Text
from casebook.schema.tables.shared import EXEMPT

ATTACHMENT = RecordType(
    "attachment",
    Attachment,
    (
        Field("title", "tittel", Text(255), "Hva dokumentet heter.", required=True, gap=False),
        Field(
            "file", "fil", FILE_NAME, "Navnet på filen ved siden av saken.", example="utkast.pdf"
        ),
        Field("link", "lenke", URL, "Adressen, når dokumentet ligger et annet sted."),
        Field("date", "dato", Date(), "Når dokumentet er fra."),
        Field("role", "type", Choice(AttachmentRole), "Hva slags dokument det er."),
        Field(
            "exempt", "unntatt", Nested(lambda: EXEMPT), "Når dokumentet er unntatt offentlighet."
        ),
        Field("missing", "mangler", Text(500), "Hvorfor filen ikke er her."),
        Field("archive_number", "journalpost", Text(60), "Nummeret i arkivet."),
        Field("note", "merknad", Text(500), "Det leseren bør vite om dokumentet."),
    ),
)
