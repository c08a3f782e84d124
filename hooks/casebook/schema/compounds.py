"""Types that hold other values: lists, maps, nested records and the parts of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from casebook.diagnostics import Collector
from casebook.frontmatter import MappingNode, Node, ScalarNode, SequenceNode
from casebook.model.text import SectionKind
from casebook.schema.bracket_slips import in_brackets, report_glued
from casebook.schema.decoding import decode_record
from casebook.schema.fields import INVALID, FieldType, RecordType
from casebook.schema.scalars import NO, YES, Choice, Text
from casebook.schema.split_entries import whole_entries
from casebook.schema.suggestions import nearest


@dataclass(frozen=True, slots=True)
class Many(FieldType):
    """A list; a single value counts as a list of one."""

    item: FieldType
    label = "list"

    def inner(self) -> RecordType | None:
        return self.item.inner()

    def decode(self, node: Node, collector: Collector) -> object:
        nodes: Iterable[Node] = node.items if isinstance(node, SequenceNode) else (node,)
        record = self.item.inner()
        if record is not None:
            nodes = whole_entries(nodes, record, collector)
        values = (self.item.decode(item, collector) for item in nodes)
        return tuple(value for value in values if value is not INVALID)

    def json_schema(self) -> dict[str, Any]:
        item = self.item.json_schema()
        return {"anyOf": [{"type": "array", "items": item}, item]}


@dataclass(frozen=True, slots=True)
class MapOf(FieldType):
    """A map from free keys to values of one type."""

    value: FieldType
    label = "map"

    def decode(self, node: Node, collector: Collector) -> object:
        if not isinstance(node, MappingNode):
            collector.add("wrong-type", node.span, expected="@type.map")
            return INVALID
        decoded = {
            key.value: INVALID
            if report_glued(key, value, collector)
            else self.value.decode(value, collector)
            for key, value in node.entries
        }
        return {key: value for key, value in decoded.items() if value is not INVALID}

    def json_schema(self) -> dict[str, Any]:
        return {"type": "object", "additionalProperties": self.value.json_schema()}


@dataclass(frozen=True, slots=True)
class Nested(FieldType):
    """A record inside a record; with ``scalar_field`` a single value may stand for it."""

    record: Callable[[], RecordType]
    scalar_field: str = ""
    label = "record"

    def inner(self) -> RecordType | None:
        return self.record()

    def decode(self, node: Node, collector: Collector) -> object:
        record = self.record()
        if isinstance(node, ScalarNode) and self.scalar_field and not _is_only_yes_or_no(node):
            key = ScalarNode(self.scalar_field, node.span)
            node = MappingNode(((key, node),), node.span)
        if not isinstance(node, MappingNode):
            meant = _with_its_field(node, record)
            collector.add(
                "wrong-type", node.span, suggestion=meant, expected=f"@record.{record.key}"
            )
            return INVALID
        decoded = decode_record(node, record, collector)
        return INVALID if decoded is None else decoded

    def json_schema(self) -> dict[str, Any]:
        record = self.record()
        reference = {"$ref": f"#/$defs/{record.key}"}
        if not self.scalar_field:
            return reference
        field = record.field(self.scalar_field)
        return {"anyOf": [reference, field.type.json_schema() if field else {}]}


def _with_its_field(node: Node, record: RecordType) -> str | None:
    """What a single value most likely stands for in a record: ``{type: enstemmig}``.

    A word of a closed list goes to its field, a name of a file to that of the file, any other text
    to the field that says what the record is. Others that have to be there are shown as well.
    """
    if not isinstance(node, ScalarNode):
        return None
    parts = {f.norwegian: "ukjent" if f.gap else "…" for f in record.fields if f.required}
    if _is_only_yes_or_no(node):
        return _map(parts) if node.value.lower() in YES else "ingen"
    text, written = record.field("file"), node.value
    if text is None or re.search(r"\.[A-Za-z]{3,4}$", written) is None:
        texts = (f for f in record.fields if isinstance(f.type, Text))
        text = next((f for f in texts if f.required or f.name == "text"), None)
    for field in record.fields:
        value = nearest(written, field.type.values) if isinstance(field.type, Choice) else None
        if value is not None:
            parts[field.norwegian] = value
            text = text if text is not None and text.name == "file" else None
            break
    if text is not None:
        parts[text.norwegian] = in_brackets(written)
    return _map(parts)


def _map(parts: Mapping[str, str]) -> str | None:
    return f"{{{', '.join(f'{key}: {value}' for key, value in parts.items())}}}" if parts else None


def _is_only_yes_or_no(node: ScalarNode) -> bool:
    """Whether a value says that there is something, or nothing, and not what: «lukket: ja»."""
    return not node.quoted and node.value.lower() in YES | NO


@dataclass(frozen=True, slots=True)
class Verbatim(FieldType):
    """``ja``, ``nei``, or the list of the sections that are verbatim."""

    label = "verbatim"

    def decode(self, node: Node, collector: Collector) -> object:
        if isinstance(node, ScalarNode) and node.value.lower() in YES | NO:
            return node.value.lower() in YES
        return Many(Choice(SectionKind)).decode(node, collector)

    def json_schema(self) -> dict[str, Any]:
        sections = {"type": "array", "items": Choice(SectionKind).json_schema()}
        return {"anyOf": [{"enum": ["ja", "nei", True, False]}, sections]}
