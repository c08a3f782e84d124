"""Uncertainty that travels: ``usikkert`` names fields, and their records remember it."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping
from typing import Any

from casebook.diagnostics import Collector
from casebook.model.values import Record
from casebook.schema.compounds import Many, Nested
from casebook.schema.fields import Field, RecordType
from casebook.schema.suggestions import nearest

PERIOD = frozenset({"since", "fra", "until", "til"})
"""What may be uncertain in a register: the days of its periods, which pages can mark."""


def apply_doubts(
    record: Any,
    record_type: RecordType,
    collector: Collector,
    allowed: Collection[str] | None = None,
) -> Any:
    """Give every record inside ``record`` the doubts that its ``uncertain`` map names.

    A path is field names joined by dots; a record inside a list is named by its id or, when it has
    none, by its place from 1. A path that leads nowhere is a finding.

    Args:
        record: The record.
        record_type: What it is.
        collector: Takes the findings.
        allowed: The only fields that a path may lead to; any when there is no list.
    """
    uncertain: Mapping[str, str] = record.uncertain
    for path, reason in uncertain.items():
        steps = path.split(".")
        fits = allowed is None or steps[-1] in allowed
        changed = _apply(record, record_type, steps, reason) if fits else None
        if changed is None:
            span = record.origin.at(f"uncertain.{path}")
            suggestion = _with_its_item(record, record_type, path.split("."))
            collector.add("unknown-uncertain-path", span, suggestion=suggestion, path=path)
        else:
            record = changed
    return record


def _with_its_item(record: Any, record_type: RecordType, steps: list[str]) -> str | None:
    """The path with the item of the list that it leaves out, or the field that it nearly names."""
    field = record_type.field(steps[0])
    inner = _inner_type(field) if field is not None else None
    if field is None or inner is None or len(steps) != 2 or inner.field(steps[1]) is None:
        close = nearest(steps[0], record_type.keys)
        return ".".join([close, *steps[1:]]) if close and field is None else None
    items = getattr(record, field.name)
    if not isinstance(items, tuple) or len(items) != 1:
        return None
    item = getattr(items[0], "id", None) or getattr(items[0], "body", None) or "1"
    return f"{steps[0]}.{item}.{steps[1]}"


def _apply(record: Any, record_type: RecordType, steps: list[str], reason: str) -> Any | None:
    field = record_type.field(steps[0])
    if field is None:
        return None
    if len(steps) == 1:
        doubts = {**record.doubts, field.name: reason}
        return dataclasses.replace(record, doubts=doubts)
    value = getattr(record, field.name)
    inner = _inner_type(field)
    if inner is None or value is None:
        return None
    if isinstance(value, tuple):
        return _apply_in_list(record, field, inner, steps[1:], reason)
    changed = _apply(value, inner, steps[1:], reason)
    return None if changed is None else dataclasses.replace(record, **{field.name: changed})


def _apply_in_list(
    record: Any, field: Field, inner: RecordType, steps: list[str], reason: str
) -> Any | None:
    items: tuple[Any, ...] = getattr(record, field.name)
    place = _place(items, steps[0])
    if place is None or len(steps) == 1:
        return None
    changed = _apply(items[place], inner, steps[1:], reason)
    if changed is None:
        return None
    return dataclasses.replace(
        record, **{field.name: (*items[:place], changed, *items[place + 1 :])}
    )


def _place(items: tuple[Any, ...], name: str) -> int | None:
    for place, item in enumerate(items):
        if not isinstance(item, Record):
            return None
        if name in (getattr(item, "id", None), getattr(item, "body", None)):
            return place
    if name.isdigit() and 1 <= int(name) <= len(items):
        return int(name) - 1
    return None


def _inner_type(field: Field) -> RecordType | None:
    field_type = field.type.item if isinstance(field.type, Many) else field.type
    return field_type.record() if isinstance(field_type, Nested) else None
