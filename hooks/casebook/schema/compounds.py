"""Types that hold other values: lists, maps, nested records and the few shapes of our own."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from casebook.diagnostics import Collector
from casebook.frontmatter import MappingNode, Node, ScalarNode, SequenceNode
from casebook.frontmatter.values import quoted
from casebook.model.text import SectionKind
from casebook.model.values import Deadline, Localized, PartialDate
from casebook.schema.bracket_slips import report_glued
from casebook.schema.dates import Date, is_latest
from casebook.schema.decoding import decode_record
from casebook.schema.fields import INVALID, FieldType, RecordType
from casebook.schema.scalars import NO, YES, Choice, Text
from casebook.schema.suggestions import nearest
from casebook.schema.written_dates import likely_date

_DUE_BY = re.compile(r"(?i:innen|innan|senest|seinast)\s+")
"""A deadline is the last day, so these words before it say nothing more."""

_LINE = Text(maximum=500)
"""A text inside a value: one line, like every other text."""


@dataclass(frozen=True, slots=True)
class Many(FieldType):
    """A list; a single value counts as a list of one."""

    item: FieldType
    label = "list"

    def inner(self) -> RecordType | None:
        return self.item.inner()

    def decode(self, node: Node, collector: Collector) -> object:
        nodes = node.items if isinstance(node, SequenceNode) else (node,)
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
        parts[text.norwegian] = _in_brackets(written)
    return _map(parts)


def _map(parts: Mapping[str, str]) -> str | None:
    return f"{{{', '.join(f'{key}: {value}' for key, value in parts.items())}}}" if parts else None


def _is_only_yes_or_no(node: ScalarNode) -> bool:
    """Whether a value says that there is something, or nothing, and not what: «lukket: ja»."""
    return not node.quoted and node.value.lower() in YES | NO


@dataclass(frozen=True, slots=True)
class DeadlineType(FieldType):
    """A date, or ``{tekst, møte, dato}`` for a deadline that has no date yet."""

    label = "deadline"

    def decode(self, node: Node, collector: Collector) -> object:
        if isinstance(node, MappingNode) and not is_latest(node):
            return self._decode_words(node, collector)
        if isinstance(node, ScalarNode) and any(map(str.isalpha, node.value)):
            words = _DUE_BY.sub("", node.value)
            meant = likely_date(words) or f"{{tekst: {_in_brackets(node.value)}}}"
            collector.add("bad-date", node.span, suggestion=meant, value=node.value)
            return INVALID
        decoded = Date().decode(node, collector)
        return Deadline(date=decoded) if isinstance(decoded, PartialDate) else INVALID

    def _decode_words(self, node: MappingNode, collector: Collector) -> object:
        day: PartialDate | None = None
        words: dict[str, str] = {}
        before = len(collector.items)
        for key, value in node.entries:
            if key.value in ("dato", "date"):
                decoded = Date().decode(value, collector)
                day = decoded if isinstance(decoded, PartialDate) else None
            elif key.value in ("tekst", "text", "møte", "meeting"):
                decoded = _LINE.decode(value, collector)
                words[key.value] = decoded if isinstance(decoded, str) else ""
            else:
                collector.add("unknown-key", key.span, key=key.value, record="@type.deadline")
        if day is None and not any(words.values()):
            if len(collector.items) == before:
                collector.add("wrong-type", node.span, expected="@type.deadline")
            return INVALID
        meeting = words.get("møte") or words.get("meeting")
        return Deadline(day, words.get("tekst") or words.get("text") or "", meeting)

    def json_schema(self) -> dict[str, Any]:
        words = {name: _LINE.json_schema() for name in ("tekst", "møte", "dato")}
        return {"anyOf": [Date().json_schema(), {"type": "object", "properties": words}]}


def _in_brackets(text: str) -> str:
    """A text as it may stand between brackets: with quotes when a sign in it has a use there."""
    return text if re.fullmatch(r"[\w .;/()-]+", text) else quoted(text)


@dataclass(frozen=True, slots=True)
class LocalizedText(FieldType):
    """A text in bokmål and nynorsk, or one text for both."""

    label = "localized"

    def decode(self, node: Node, collector: Collector) -> object:
        if isinstance(node, ScalarNode):
            node = MappingNode(((ScalarNode("nb", node.span), node),), node.span)
        if not isinstance(node, MappingNode):
            collector.add("wrong-type", node.span, expected="@type.localized")
            return INVALID
        texts: dict[str, str] = {}
        for key, value in node.entries:
            decoded = _LINE.decode(value, collector)
            if key.value not in ("nb", "nn"):
                collector.add("unknown-key", key.span, key=key.value, record="@type.localized")
            elif isinstance(decoded, str):
                texts[key.value] = decoded
        either = texts.get("nb") or texts.get("nn")
        if either is None:
            # What stands under other keys only has been told of, key by key.
            if not node.entries or any(key.value in ("nb", "nn") for key, _ in node.entries):
                collector.add("wrong-type", node.span, expected="@type.localized")
            return INVALID
        return Localized(texts.get("nb") or either, texts.get("nn") or either)

    def json_schema(self) -> dict[str, Any]:
        line = _LINE.json_schema()
        both = {"type": "object", "properties": {"nb": line, "nn": line}}
        return {"anyOf": [line, both]}


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
