"""The field table as JSON Schema (2020-12), so that editors complete and check while one writes.

Both names of a field are offered. What an editor's YAML reader makes numbers or truth values of
(``2021``, ``true``) is let through where the decoder reads it as text.
"""

from __future__ import annotations

import re
from typing import Any

from casebook.schema.fields import Field, RecordType
from casebook.schema.help_texts import help_in
from casebook.schema.reference import nested_records
from casebook.schema.scalars import Text

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_GAPS = {"enum": ["ukjent", "ingen"]}


def json_schema(record: RecordType, language: str = "nb") -> dict[str, Any]:
    """The schema of one kind of file, described in ``nb`` or ``nn``."""
    inner = {nested.key: nested for nested in nested_records(record)}
    return {
        "$schema": DIALECT,
        "title": record.key,
        **_record(record, language),
        "$defs": {key: _record(nested, language) for key, nested in sorted(inner.items())},
    }


def _record(record: RecordType, language: str) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    for field in record.fields:
        described = {**_field(field), "description": help_in(language, field.help)}
        properties[field.norwegian] = described
        if field.name != field.norwegian:
            properties[field.name] = {**described, "deprecated": True}
    schema: dict[str, Any] = {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
    required = [_either(field) for field in record.fields if field.required]
    return {**schema, "allOf": required} if required else schema


def _either(field: Field) -> dict[str, Any]:
    """The field under one of its names."""
    if field.name == field.norwegian:
        return {"required": [field.name]}
    return {"anyOf": [{"required": [field.norwegian]}, {"required": [field.name]}]}


def _field(field: Field) -> dict[str, Any]:
    schema = _loosened(field.type.json_schema())
    if isinstance(field.type, Text):
        schema = {**schema, "type": ["string", "number", "boolean"]}
    if field.gap:
        schema = {"anyOf": [schema, _GAPS]}
    return {**schema, "examples": [field.example]} if field.example else schema


def _loosened(schema: Any) -> Any:  # JSON is any value
    """The schema with numbers allowed where a pattern of digits only is asked for."""
    if isinstance(schema, list):
        return [_loosened(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    loosened = {key: _loosened(part) for key, part in schema.items()}
    pattern = loosened.get("pattern")
    if loosened.get("type") == "string" and (pattern is None or re.search(r"\\d", pattern)):
        loosened["type"] = ["string", "number"]
    return loosened
