"""The writers' reference: every field of every kind of file, as the field table says it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from casebook.schema.compounds import Many, MapOf, Nested, Verbatim
from casebook.schema.fields import Field, FieldType, RecordType
from casebook.schema.scalars import Choice, Reference
from casebook.schema.tables import FILES


@dataclass(frozen=True, slots=True)
class FieldEntry:
    """One field, as people read about it."""

    key: str
    english: str
    help: str
    label: str
    """Key of its type under ``finding.type``."""
    many: bool = False
    required: bool = False
    gap: bool = True
    values: tuple[str, ...] = ()
    """The closed list, when it has one."""
    target: str = ""
    """What kind of record it names."""
    record: str = ""
    """The record that it holds."""
    example: str = ""


@dataclass(frozen=True, slots=True)
class RecordEntry:
    """One kind of record with its fields, in table order."""

    key: str
    fields: tuple[FieldEntry, ...]
    is_file: bool = False


def reference() -> tuple[RecordEntry, ...]:
    """Every kind of file and every record inside one, each once; files come first."""
    found: dict[str, RecordType] = {record.key: record for record in FILES}
    for record in FILES:
        for inner in nested_records(record):
            found.setdefault(inner.key, inner)
    files = {record.key for record in FILES}
    return tuple(
        RecordEntry(record.key, tuple(map(_entry, record.fields)), record.key in files)
        for record in found.values()
    )


def nested_records(record: RecordType) -> Iterator[RecordType]:
    """Records inside a record, at any depth, in order of appearance."""
    for field in record.fields:
        inner = inner_type(field.type)
        if isinstance(inner, Nested):
            yield inner.record()
            yield from nested_records(inner.record())


def inner_type(field_type: FieldType) -> FieldType:
    """What a list or map holds; the type itself when it is neither."""
    while isinstance(field_type, Many | MapOf):
        field_type = field_type.item if isinstance(field_type, Many) else field_type.value
    return field_type


FIELD_NAMES = frozenset(
    name
    for file in FILES
    for record in (file, *nested_records(file))
    for field in record.fields
    for name in (field.norwegian, field.name)
)
"""Every name that a field of any record has, in either language."""


def _entry(field: Field) -> FieldEntry:
    inner = inner_type(field.type)
    return FieldEntry(
        key=field.norwegian,
        english=field.name,
        help=field.help,
        label=inner.label,
        many=isinstance(field.type, Many),
        required=field.required,
        gap=field.gap,
        values=_values(inner),
        target=inner.target if isinstance(inner, Reference) else "",
        record=inner.record().key if isinstance(inner, Nested) else "",
        example=field.example,
    )


def _values(field_type: FieldType) -> tuple[str, ...]:
    if isinstance(field_type, Choice):
        return tuple(field_type.values)
    return ("ja", "nei") if field_type.label == "yes-no" or isinstance(field_type, Verbatim) else ()
