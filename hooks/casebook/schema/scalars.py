"""Types of single values. Everything is read from the string that was written, never by YAML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from casebook.diagnostics import Collector
from casebook.frontmatter import Node, ScalarNode
from casebook.schema.fields import INVALID, FieldType
from casebook.schema.suggestions import nearest

YES = frozenset({"ja", "true", "yes"})
NO = frozenset({"nei", "false", "no"})


def scalar(node: Node, label: str, collector: Collector) -> str | None:
    """The written string of a node, or None after reporting that it is not a single value."""
    if isinstance(node, ScalarNode):
        return node.value
    collector.add("wrong-type", node.span, expected=f"@type.{label}")
    return None


@dataclass(frozen=True, slots=True)
class Text(FieldType):
    """A text; line breaks are folded unless it is ``multiline``."""

    maximum: int = 5000
    multiline: bool = False
    label = "text"

    def decode(self, node: Node, collector: Collector) -> object:
        value = scalar(node, self.label, collector)
        if value is None:
            return INVALID
        text = value.strip() if self.multiline else " ".join(value.split())
        if len(text) > self.maximum:
            collector.add("text-too-long", node.span, length=len(text), maximum=self.maximum)
        return text

    def json_schema(self) -> dict[str, Any]:
        return {"type": "string", "maxLength": self.maximum}


@dataclass(frozen=True, slots=True)
class Pattern(FieldType):
    """A text of a fixed form."""

    label: str
    pattern: str
    code: str

    def decode(self, node: Node, collector: Collector) -> object:
        value = scalar(node, self.label, collector)
        if value is None:
            return INVALID
        if re.fullmatch(self.pattern, value) is None:
            collector.add(self.code, node.span, value=value)
            return INVALID
        return value

    def json_schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^(?:{self.pattern})$"}


SLUG = Pattern("slug", r"[a-z0-9]+(?:-[a-z0-9]+)*", "bad-id")
URL = Pattern("url", r"https?://[^\s<>\"]+", "bad-url")
CLOCK = Pattern("clock", r"(?:[01]\d|2[0-3])[:.][0-5]\d", "bad-time")
FILE_NAME = Pattern("file", r"[^\x00-\x1f\\]+", "bad-file-name")


@dataclass(frozen=True, slots=True)
class Integer(FieldType):
    """A whole number that is not negative."""

    maximum: int = 1_000_000
    label = "integer"

    def decode(self, node: Node, collector: Collector) -> object:
        value = scalar(node, self.label, collector)
        if value is None:
            return INVALID
        if re.fullmatch(r"\d{1,9}", value) is None or int(value) > self.maximum:
            collector.add("not-a-number", node.span, value=value)
            return INVALID
        return int(value)

    def json_schema(self) -> dict[str, Any]:
        return {"type": "integer", "minimum": 0, "maximum": self.maximum}


@dataclass(frozen=True, slots=True)
class YesNo(FieldType):
    """``ja`` or ``nei``."""

    label = "yes-no"

    def decode(self, node: Node, collector: Collector) -> object:
        value = scalar(node, self.label, collector)
        if value is None:
            return INVALID
        if value.lower() in YES | NO:
            return value.lower() in YES
        collector.add("not-yes-or-no", node.span, value=value)
        return INVALID

    def json_schema(self) -> dict[str, Any]:
        return {"enum": ["ja", "nei", True, False]}


@dataclass(frozen=True, slots=True)
class Choice(FieldType):
    """A value from a closed list."""

    enum: type[StrEnum]
    label = "choice"

    @property
    def values(self) -> list[str]:
        """The allowed words, in list order."""
        return [member.value for member in self.enum]

    def decode(self, node: Node, collector: Collector) -> object:
        value = scalar(node, self.label, collector)
        if value is None:
            return INVALID
        if value in self.values:
            return self.enum(value)
        folded = value.lower().replace(" ", "-")
        suggestion = folded if folded in self.values else nearest(value, self.values)
        allowed = ", ".join(self.values)
        collector.add(
            "unknown-value", node.span, suggestion=suggestion, value=value, allowed=allowed
        )
        return INVALID

    def json_schema(self) -> dict[str, Any]:
        return {"enum": self.values}


@dataclass(frozen=True, slots=True)
class Reference(FieldType):
    """The id of another record; that it exists is checked once everything is read."""

    target: str
    """``case``, ``meeting``, ``process``, ``body``, ``municipality``, ``topic`` or ``owner``."""
    label = "reference"

    def decode(self, node: Node, collector: Collector) -> object:
        value = scalar(node, self.label, collector)
        return INVALID if value is None else value

    def json_schema(self) -> dict[str, Any]:
        return {"type": "string"}
