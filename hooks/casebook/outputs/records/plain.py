"""Any record of the model as JSON values: what is empty is left out, what is doubtful says so.

Every object may carry ``gaps`` (fields that are known to be unknown or to be none) and
``uncertain`` (fields that are only likely, with the reason). Dates are EDTF: ``2021``, ``2021-03``,
``2021-03-14``, and ``../2021-03-14`` for «at the latest».
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from enum import Enum
from operator import attrgetter
from typing import Any

from casebook.model.values import PartialDate, Record

Json = dict[str, Any]
Fields = tuple[tuple[str, Callable[[Any], object], object], ...]
"""Name, getter and default of each field that is written."""

_OWN = frozenset({"origin", "gaps", "doubts"})
_KNOWN: dict[type, Fields] = {}


def edtf(value: PartialDate | None) -> str:
    """A date as data; empty when there is none."""
    if value is None:
        return ""
    return f"../{value.iso}" if value.latest else value.iso


def plain(value: object) -> object:
    """A value of the model as JSON; an enumeration is the word that case files use."""
    kind = type(value)
    if value is None or kind is str or kind is int or kind is bool:
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, PartialDate):
        return edtf(value)
    return record(value)


def record(value: object, leave_out: frozenset[str] = frozenset()) -> Json:
    """A record's own fields, without those that still have their default value."""
    written: Json = {}
    for name, get, default in _fields(value):
        if name not in leave_out:
            found = get(value)
            if found != default:
                written[name] = plain(found)
    if isinstance(value, Record):
        mark(written, value)
    return written


def mark(written: Json, source: Record) -> Json:
    """Add what is known about a record's empty and doubtful fields."""
    if source.gaps:
        written["gaps"] = {name: gap.value for name, gap in source.gaps.items()}
    if source.doubts:
        written["uncertain"] = {name: assumed(why) for name, why in source.doubts.items()}
    return written


def assumed(reason: str) -> str:
    """Why a value is uncertain, in words that say that it is."""
    return f"Antatt: {reason}"


def each_assumed(**reasons: str | None) -> str:
    """Which of several values are only likely, each with its reason; empty when none is.

    Args:
        reasons: The words of case files for the fields, to why each value is uncertain.
    """
    return "; ".join(f"{name}: {reason}" for name, reason in reasons.items() if reason)


def keep(written: Json, **values: object) -> Json:
    """Add the values that are there; nothing, empty text and empty lists are left out."""
    for name, value in values.items():
        if value is not None and value not in ("", [], {}):
            written[name] = value
    return written


def _fields(value: object) -> Fields:
    cls = value.__class__
    if cls not in _KNOWN:
        if not dataclasses.is_dataclass(cls):
            raise TypeError(f"{cls.__name__} is no value of the model")
        _KNOWN[cls] = tuple(
            (field.name, attrgetter(field.name), _default(field))
            for field in dataclasses.fields(cls)
            if field.name not in _OWN
        )
    return _KNOWN[cls]


def _default(field: dataclasses.Field[Any]) -> object:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default
