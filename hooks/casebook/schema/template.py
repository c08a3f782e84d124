"""A new file to fill in: the fields that most files have, each with what the table says of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from casebook.schema.fields import Field, RecordType
from casebook.schema.help_texts import help_in
from casebook.schema.scalars import Choice
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
_NYNORSK = {"Forslag til vedtak": "Framlegg til vedtak"}
_ITEM_FIELDS = ("meeting", "body", "date", "number", "role", "outcome", "votes")


def draft(kind: str, values: Mapping[str, str], language: str = "nb") -> str:
    """A new file.

    Args:
        kind: A key of ``BLUEPRINTS``.
        values: What is known already, by English field name; for an agenda item by ``item.<name>``.
        language: ``nb`` or ``nn``, for what is said of each field, and for the headings.
    """
    blueprint = BLUEPRINTS[kind]
    lines = ["---"]
    for name in blueprint.fields:
        field = blueprint.record.field(name)
        if field is None:
            raise KeyError(name)
        if name == "agenda_items":
            lines += _items(field, values, language)
        else:
            lines.append(_line(field, values.get(name), language))
    lines.append("---")
    for heading in blueprint.headings:
        lines += [f"## {_NYNORSK.get(heading, heading) if language == 'nn' else heading}", "", ""]
    return "\n".join(lines).rstrip() + "\n"


def _items(field: Field, values: Mapping[str, str], language: str) -> Iterator[str]:
    """The first agenda item, as far as it is known; all of it commented when nothing is."""
    known = {key for key in values if key.startswith("item.")}
    yield f"{field.norwegian}:" if known else _line(field, None, language)
    mark, comment = "- ", "" if known else "# "
    # What is known comes first: the first line of the item must not be a comment.
    for name in sorted(_ITEM_FIELDS, key=lambda name: f"item.{name}" not in known):
        part = AGENDA_ITEM.field(name)
        if part is None or (name in ("body", "date") and "item.meeting" in known):
            continue
        value = values.get(f"item.{name}")
        line = _line(part, value, language)
        if known and value is None:
            yield f"    {line}"
        else:
            yield f"{comment}  {mark}{line.removeprefix('# ')}"
            mark = "  "


def _line(field: Field, value: str | None, language: str) -> str:
    """A filled line, or a commented one that says what belongs there."""
    if value is not None:
        return f"{field.norwegian}: {quoted(value)}"
    example = f" {field.example}" if field.example else ""
    words = field.type.values if isinstance(field.type, Choice) else ()
    return f"# {field.norwegian}:{example}   # {', '.join(words) or help_in(language, field.help)}"


def quoted(value: str) -> str:
    """The value as YAML needs it."""
    plain = value and not set(value) & set("\"'#:{}[]&*!|>%@`,\\") and value == value.strip()
    if plain and not value.startswith(("-", "?")):
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
