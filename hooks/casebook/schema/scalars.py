"""Types of single values. Everything is read from the string that was written, never by YAML."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from casebook.diagnostics import Collector
from casebook.frontmatter import MappingNode, Node, ScalarNode
from casebook.schema.fields import INVALID, FieldType
from casebook.schema.slugs import likely_id
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
    repair: Callable[[str], str] = str
    """What a value of another form most likely means; tried, and shown when it has the form."""

    def decode(self, node: Node, collector: Collector) -> object:
        value = scalar(node, self.label, collector)
        if value is None:
            return INVALID
        if re.fullmatch(self.pattern, value) is None:
            collector.add(self.code, node.span, suggestion=self._likely(value), value=value)
            return INVALID
        return value

    def may_be_empty(self) -> bool:
        return re.fullmatch(self.pattern, "") is not None

    def _likely(self, value: str) -> str | None:
        repaired = self.repair(value)
        return repaired if re.fullmatch(self.pattern, repaired) else None

    def json_schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^(?:{self.pattern})$"}


def _likely_address(written: str) -> str:
    return f"https://{written}" if re.match(r"[\w-]+(?:\.[\w-]+)+(?:/|$)", written) else written


def _likely_time(written: str) -> str:
    found = re.fullmatch(r"(?i:kl(?:okk[ae]n?)?\.?\s*)?(\d{1,2})(?:\s*[:.,]?\s*(\d{2}))?", written)
    return f"{int(found[1]):02}:{found[2] or '00'}" if found else written


def _last_name(written: str) -> str:
    return written.replace("\\", "/").rsplit("/", 1)[-1]


SLUG = Pattern("slug", r"(?!(?:ukjent|ingen)$)[a-z0-9]+(?:-[a-z0-9]+)*", "bad-id", likely_id)
"""An id stands in addresses for good, so the words for a gap are none."""
_HOST = r"(?:[^\s<>\"/?#\[\]]+|\[[0-9A-Fa-f:.]+\](?::\d+)?)"
URL = Pattern("url", rf"https?://{_HOST}(?:[/?#][^\s<>\"]*)?", "bad-url", _likely_address)
CLOCK = Pattern("clock", r"(?:[01]\d|2[0-3])[:.][0-5]\d", "bad-time", _likely_time)
FILE_NAME = Pattern("file", r"[^\x00-\x1f\\]+", "bad-file-name", _last_name)


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
        allowed, meant = ", ".join(self.values), nearest(value, self.values)
        collector.add("unknown-value", node.span, suggestion=meant, value=value, allowed=allowed)
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
        if isinstance(node, MappingNode) and len(node.entries) == 1:  # a space too much
            (key, inner), *_ = node.entries
            if isinstance(inner, ScalarNode):
                meant = f'"{key.value}:{inner.value}"'
                collector.add(
                    "wrong-type", node.span, suggestion=meant, expected=f"@type.{self.label}"
                )
                return INVALID
        value = scalar(node, self.label, collector)
        return INVALID if value is None else value.strip()

    def json_schema(self) -> dict[str, Any]:
        return {"type": "string"}
