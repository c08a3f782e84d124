"""A new file to fill in: the fields that most files have, each with what the table says of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from casebook.schema.fields import Field, RecordType
from casebook.schema.tables import CASE, MEETING, PROCESS
from casebook.schema.tables.agenda import AGENDA_ITEM


@dataclass(frozen=True, slots=True)
class Blueprint:
    """Which fields a new file shows, and the headings of its text."""

    record: RecordType
    fields: tuple[str, ...]
    headings: tuple[str, ...] = ()


BLUEPRINTS: Mapping[str, Blueprint] = {
    "sak": Blueprint(
        CASE,
        ("title", "summary", "topics", "processes", "verbatim", "agenda_items", "attachments"),
        ("Forslag til vedtak", "Bakgrunn", "Vurdering", "Vedtak"),
    ),
    "mote": Blueprint(
        MEETING,
        ("type", "body", "date", "start", "place", "status", "attendance", "documents", "minutes"),
    ),
    "prosess": Blueprint(
        PROCESS, ("title", "summary", "status", "status_date", "since", "responsible", "topics")
    ),
}
_ITEM_FIELDS = ("meeting", "body", "date", "number", "role", "outcome", "votes")


def draft(kind: str, values: Mapping[str, str]) -> str:
    """A new file.

    Args:
        kind: A key of ``BLUEPRINTS``.
        values: What is known already, by English field name; for an agenda item by ``item.<name>``.
    """
    blueprint = BLUEPRINTS[kind]
    lines = ["---"]
    for name in blueprint.fields:
        field = blueprint.record.field(name)
        if field is None:
            raise KeyError(name)
        if name == "agenda_items" and any(key.startswith("item.") for key in values):
            lines += [f"{field.norwegian}:", *_item(values)]
        else:
            lines.append(_line(field, values.get(name)))
    lines.append("---")
    for heading in blueprint.headings:
        lines += [f"## {heading}", "", ""]
    return "\n".join(lines).rstrip() + "\n"


def _item(values: Mapping[str, str]) -> Iterator[str]:
    mark = "- "
    for name in _ITEM_FIELDS:
        field = AGENDA_ITEM.field(name)
        value = values.get(f"item.{name}")
        if field is None or (value is None and name in ("meeting", "body", "date")):
            continue
        if value is None:
            yield f"    {_line(field, None)}"
        else:
            yield f"  {mark}{_line(field, value)}"
            mark = "  "


def _line(field: Field, value: str | None) -> str:
    """A filled line, or a commented one that says what belongs there."""
    if value is not None:
        return f"{field.norwegian}: {quoted(value)}"
    example = f" {field.example}" if field.example else ""
    return f"# {field.norwegian}:{example}   # {field.help}"


def quoted(value: str) -> str:
    """The value as YAML needs it."""
    plain = value and not set(value) & set("\"'#:{}[]&*!|>%@`,\\") and value == value.strip()
    if plain and not value.startswith(("-", "?")):
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
