"""The fields of ``adresser.yml``: addresses that were moved or withdrawn."""

from __future__ import annotations

from casebook.model.publication import AddressChanges, Moved, Withdrawn
from casebook.schema.compounds import Many, Nested
from casebook.schema.dates import Date
from casebook.schema.fields import Field, RecordType
from casebook.schema.scalars import Pattern, Text

ADDRESS = Pattern("text", r"(?:[a-z0-9._-]+/)*(?:[a-z0-9._-]+)?(?:#[\w-]+)?", "bad-address")

MOVED = RecordType(
    "moved",
    Moved,
    (
        Field("source", "fra", ADDRESS, "Den gamle adressen, uten skråstrek foran.", required=True,
              gap=False, example="tema/samferdsel/"),
        Field("target", "til", ADDRESS, "Den nye adressen.", required=True, gap=False,
              example="tema/transport/"),
    ),
)  # fmt: skip
WITHDRAWN = RecordType(
    "withdrawn",
    Withdrawn,
    (
        Field("address", "adresse", ADDRESS, "Adressen som ble tatt bort.", required=True,
              gap=False, example="sak/2021-ferja/#regionradet-p3"),
        Field("date", "dato", Date(), "Når den ble tatt bort.", required=True, gap=False),
        Field("reason", "grunn", Text(600), "Hvorfor; leserne ser det.", required=True, gap=False),
    ),
)  # fmt: skip
ADDRESS_CHANGES = RecordType(
    "address-changes",
    AddressChanges,
    (
        Field("moved", "flyttet", Many(Nested(lambda: MOVED)), "Adresser som har fått en ny.",
              gap=False),
        Field("withdrawn", "trukket", Many(Nested(lambda: WITHDRAWN)), "Adresser som er borte.",
              gap=False),
    ),
)  # fmt: skip
