"""Types that are one value or a map with a few keys: deadlines and texts in two languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from casebook.diagnostics import Collector
from casebook.frontmatter import MappingNode, Node, ScalarNode
from casebook.model.values import Deadline, Localized, PartialDate
from casebook.schema.bracket_slips import in_brackets, meant_fields, report_comma, report_glued
from casebook.schema.dates import Date, is_latest
from casebook.schema.fields import INVALID, FieldType
from casebook.schema.scalars import Text
from casebook.schema.written_dates import likely_date

_DUE_BY = re.compile(r"(?i:innen|innan|senest|seinast)\s+")
"""A deadline is the last day, so these words before it say nothing more."""

_LINE = Text(maximum=500)
"""A text inside a value: one line, like every other text."""

_NAMES = (("dato", "date"), ("tekst", "text"), ("møte", "meeting"))
_DEADLINE = {name: _LINE if "date" not in names else Date() for names in _NAMES for name in names}
_LANGUAGES = {"nb": _LINE, "nn": _LINE}


@dataclass(frozen=True, slots=True)
class DeadlineType(FieldType):
    """A date, or ``{tekst, møte, dato}`` for a deadline that has no date yet."""

    label = "deadline"

    def decode(self, node: Node, collector: Collector) -> object:
        if isinstance(node, MappingNode) and not is_latest(node):
            return self._decode_words(node, collector)
        if isinstance(node, ScalarNode) and any(map(str.isalpha, node.value)):
            words = _DUE_BY.sub("", node.value)
            meant = likely_date(words) or f"{{tekst: {in_brackets(node.value)}}}"
            collector.add("bad-date", node.span, suggestion=meant, value=node.value)
            return INVALID
        decoded = Date().decode(node, collector)
        return Deadline(date=decoded) if isinstance(decoded, PartialDate) else INVALID

    def _decode_words(self, node: MappingNode, collector: Collector) -> object:
        found = _decode_few(node, self.label, _DEADLINE, collector)
        if not any(found.values()):
            return INVALID
        day, text, meeting = (
            found.get(norwegian) or found.get(english) for norwegian, english in _NAMES
        )
        return Deadline(day, text or "", meeting)

    def json_schema(self) -> dict[str, Any]:
        words = {name: _LINE.json_schema() for name in ("tekst", "møte", "dato")}
        return {"anyOf": [Date().json_schema(), {"type": "object", "properties": words}]}


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
        texts = _decode_few(node, self.label, _LANGUAGES, collector)
        either = texts.get("nb") or texts.get("nn")
        if not either:
            return INVALID
        return Localized(texts.get("nb") or either, texts.get("nn") or either)

    def json_schema(self) -> dict[str, Any]:
        line = _LINE.json_schema()
        both = {"type": "object", "properties": {"nb": line, "nn": line}}
        return {"anyOf": [line, both]}


def _decode_few(
    node: MappingNode, label: str, types: Mapping[str, FieldType], collector: Collector
) -> dict[str, Any]:
    """The values of a map with a few keys of its own, which has to have one that says something."""
    found: dict[str, Any] = {}
    start = len(collector.items)
    for key, value, whole in meant_fields(node, types.get):
        before = len(collector.items)
        if key.value in types:
            decoded = types[key.value].decode(value, collector)
            if decoded is not INVALID:
                found[key.value] = decoded
            if whole is not None and len(collector.items) == before:
                report_comma(key, whole, collector)
        elif not report_glued(key, value, collector):
            collector.add("unknown-key", key.span, key=key.value, record=f"@record.{label}")
    if not any(found.values()) and len(collector.items) == start:
        collector.add("wrong-type", node.span, expected=f"@type.{label}")
    return found
