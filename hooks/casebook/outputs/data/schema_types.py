"""From the model's classes to JSON Schema: types from the classes, words from the field table."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterable, Mapping
from enum import Enum
from functools import cache

from casebook.model.values import PartialDate, Record
from casebook.outputs.records import Json
from casebook.schema.compounds import Many, Nested
from casebook.schema.fields import Field, RecordType
from casebook.schema.tables import case, meeting, process, region

DATE: Json = {
    "type": "string",
    "pattern": r"^(\.\./)?\d{4}(-\d{2}(-\d{2})?)?$",
    "description": "EDTF: 2021, 2021-03 eller 2021-03-14; ../ foran betyr senest.",
}
TEXT: Json = {"type": "string"}
DAY: Json = {"type": "string", "format": "date"}
URL: Json = {"type": "string", "format": "uri-reference"}
FLAG: Json = {"type": "boolean"}
COUNT: Json = {"type": "integer", "minimum": 0}
_PLAIN: Mapping[object, Json] = {
    str: TEXT,
    int: {"type": "integer"},
    bool: FLAG,
    PartialDate: {"$ref": "#/$defs/date"},
}
_OWN = frozenset({"origin", "gaps", "doubts"})
GAPS: Json = {
    "type": "object",
    "description": "Felt som noen har lett etter uten å finne (ukjent), eller som ikke finnes.",
    "additionalProperties": {"enum": ["ukjent", "ingen", "ikke-registrert"]},
}
UNCERTAIN: Json = {
    "type": "object",
    "description": "Felt som bare er antatt, hvert med grunnen.",
    "additionalProperties": {"type": "string", "pattern": "^Antatt: "},
}


def reference(name: str) -> Json:
    """A reference to a definition of the same schema."""
    return {"$ref": f"#/$defs/{name}"}


def many(item: Json) -> Json:
    """A list."""
    return {"type": "array", "items": item}


def closed(properties: Json, required: Iterable[str] = ()) -> Json:
    """An object with these properties and no others."""
    shape: Json = {"type": "object", "properties": properties, "additionalProperties": False}
    names = list(required)
    return {**shape, "required": names} if names else shape


def name_of(cls: type) -> str:
    """The name of a class among the definitions."""
    return cls.__name__


def described(
    cls: type,
    *,
    without: Iterable[str] = (),
    more: Json | None = None,
    required: Iterable[str] = (),
) -> Json:
    """A class of the model as an object.

    Args:
        cls: The class.
        without: Fields that are not published, or published otherwise.
        more: Properties that are derived.
        required: Names that every object has.
    """
    hidden = _OWN | set(without)
    words = {field.name: field.help for field in _fields_of(cls)}
    hints = typing.get_type_hints(cls)
    properties: Json = {}
    for field in dataclasses.fields(cls):
        if field.name not in hidden:
            shape = dict(_shape(hints[field.name]))
            if field.name in words and "$ref" not in shape:
                shape["description"] = words[field.name]
            properties[field.name] = shape
    properties.update(more or {})
    if issubclass(cls, Record):
        properties.update(gaps=GAPS, uncertain=UNCERTAIN)
    return closed(properties, required)


def _shape(hint: object) -> Json:
    if hint in _PLAIN:
        return _PLAIN[hint]
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        kinds = [_shape(one) for one in arguments if one is not type(None)]
        return kinds[0] if len(kinds) == 1 else {"anyOf": kinds}
    if origin is tuple:
        return many(_shape(arguments[0]))
    if origin is not None:
        return {"type": "object", "additionalProperties": _shape(arguments[1])}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [member.value for member in hint]}
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return reference(name_of(hint))
    raise TypeError(f"{hint} has no JSON Schema")


def _fields_of(cls: type) -> tuple[Field, ...]:
    """The field table of a class, wherever it is nested."""
    kind = _record_types().get(cls)
    return kind.fields if kind is not None else ()


@cache
def _record_types() -> Mapping[type, RecordType]:
    seen: dict[type, RecordType] = {}
    waiting = [case.CASE, meeting.MEETING, process.PROCESS, region.REGION]
    while waiting:
        one = waiting.pop()
        if one.cls not in seen:
            seen[one.cls] = one
            waiting += [below for field in one.fields for below in _below(field)]
    return seen


def _below(field: Field) -> list[RecordType]:
    kind = field.type.item if isinstance(field.type, Many) else field.type
    return [kind.record()] if isinstance(kind, Nested) else []
