"""Dates as minutes give them: a year, a month or a day, or «by» one of these."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from casebook.diagnostics import Collector, Span
from casebook.frontmatter import MappingNode, Node
from casebook.model.values import PartialDate
from casebook.schema.fields import INVALID, FieldType
from casebook.schema.scalars import scalar
from casebook.schema.written_dates import likely_date

FIRST_YEAR, LAST_YEAR = 1800, 2200
"""Years that a date may lie in: a day before or after it is still one that every reader knows."""
_LATEST = ("senest", "latest")
"""The key of a date that is only known to lie on a day or before it."""


def is_latest(node: MappingNode) -> bool:
    """Whether a map stands for a date: ``{senest: 2021-04}``."""
    return any(key.value in _LATEST for key, _ in node.entries)


def parse_date(text: str, span: Span, collector: Collector) -> PartialDate | None:
    """Read ``2021``, ``2021-03`` or ``2021-03-14``; None after reporting why not."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", text)
    if match is None:
        collector.add("bad-date", span, suggestion=likely_date(text), value=text)
        return None
    year, month, day = (None if part is None else int(part) for part in match.groups())
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        collector.add("year-out-of-range", span, value=text, first=FIRST_YEAR, last=LAST_YEAR)
        return None
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        collector.add("impossible-date", span, suggestion=likely_date(text), value=text)
        return None
    return PartialDate(year, month, day)


@dataclass(frozen=True, slots=True)
class Date(FieldType):
    """A date that may lack day or month; ``{senest: 2021-04}`` means «by»."""

    label = "date"

    def decode(self, node: Node, collector: Collector) -> object:
        if isinstance(node, MappingNode):
            return self._decode_latest(node, collector)
        value = scalar(node, self.label, collector)
        if value is None:
            return INVALID
        parsed = parse_date(value, node.span, collector)
        return INVALID if parsed is None else parsed

    def _decode_latest(self, node: MappingNode, collector: Collector) -> object:
        if not is_latest(node):
            collector.add("wrong-type", node.span, expected="@type.date")
            return INVALID
        parsed = None
        for key, value in node.entries:
            if key.value not in _LATEST:
                collector.add("unknown-key", key.span, key=key.value, record="@type.date")
            elif (written := scalar(value, self.label, collector)) is not None:
                parsed = parse_date(written, value.span, collector)
        return INVALID if parsed is None else replace(parsed, latest=True)

    def json_schema(self) -> dict[str, Any]:
        written = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
        latest = {"type": "object", "properties": {"senest": written}, "required": ["senest"]}
        return {"anyOf": [written, {"type": "integer"}, latest]}
