"""From a node tree to a record: every problem is reported, and the rest is still read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import is_dataclass
from sys import intern
from typing import Any

from casebook.diagnostics import Collector, Note, Span
from casebook.frontmatter import MappingNode, Node, ScalarNode, SequenceNode
from casebook.model.values import Gap, Origin, Places, Record
from casebook.schema.bracket_slips import meant_fields, report_comma, report_glued, without_colon
from casebook.schema.fields import INVALID, Field, RecordType
from casebook.schema.suggestions import nearest

_NO_GAPS: dict[str, Gap] = {}
_NOTHING: frozenset[str] = frozenset()
"""Nearly every record has none of these; one of each will do for all of them."""
_OTHER_MARK = re.compile(r"[\u2010-\u2015\u2022\u00b7]\s*(\S+)")
_GAPS = {"ukjent": Gap.UNKNOWN, "ingen": Gap.NONE}


def decode_record(
    node: MappingNode, record: RecordType, collector: Collector, **extra: object
) -> Any | None:
    """Build a record from a node tree.

    Args:
        node: What was written.
        record: The record type of the field table.
        collector: Where findings go.
        **extra: Values that the file does not hold, such as the id that its name gives.

    Returns:
        An instance of ``record.cls``, or None when a required field is missing or unreadable.
    """
    decoder = _Decoder(record, collector)
    decoder.read(node)
    decoder.values.update(extra)
    known = {*decoder.values, *decoder.gaps}
    missing = [f for f in record.fields if f.required and f.name not in known]
    for field in missing:
        if field.name not in decoder.reported:
            place = decoder.spans.get(field.name, node.span)
            collector.add(
                "missing-field", place, key=field.norwegian, record=f"@record.{record.key}"
            )
    if missing:
        return None
    if is_dataclass(record.cls) and issubclass(record.cls, Record):
        decoder.values["gaps"] = decoder.gaps or _NO_GAPS
        path = node.span.path
        unread = frozenset(decoder.reported) if decoder.reported else _NOTHING
        decoder.values["origin"] = Origin(path, node.span, Places.of(path, decoder.spans), unread)
    return record.cls(**decoder.values)


class _Decoder:
    def __init__(self, record: RecordType, collector: Collector) -> None:
        self.record = record
        self.collector = collector
        self.values: dict[str, Any] = {}
        self.gaps: dict[str, Gap] = {}
        self.spans: dict[str, Span] = {}
        self.reported: set[str] = set()
        self.last: Field | None = None
        """The field that was read last: lines of its records may follow at the wrong column."""
        self.moved_out = False

    def read(self, node: MappingNode) -> None:
        for key, value, whole in meant_fields(node, self.record.field):
            field = self.record.field(key.value)
            before = len(self.collector.items)
            if field is None:
                self._unknown(key, value)
            elif field.name in self.spans:
                note = Note(self.spans[field.name], "first-here")
                self.collector.add("duplicate-key", key.span, related=[note], key=key.value)
            else:
                self.last, self.moved_out = field, False
                self._keep_spans(field.name, value)
                self._read_field(field, key, value)
                if whole is not None and len(self.collector.items) == before:
                    report_comma(key, whole, self.collector)

    def _unknown(self, key: ScalarNode, value: Node) -> None:
        glued = report_glued(key, value, self.collector)
        if glued:
            self._told(glued)
            return
        if self._has_other_mark(key, value):
            return
        inner = self.last.type.inner() if self.last else None
        if inner is not None and inner.field(key.value) is not None:
            if not self.moved_out:  # the lines after it have slipped out with it
                place = f"@record.{inner.key}"
                self.collector.add("misplaced-key", key.span, key=key.value, record=place)
            self.moved_out = True
            return
        name, written = without_colon(key, value)
        meant = written if self._told(name) else nearest(key.value, self.record.keys)
        self._told(meant or "")
        self.collector.add(
            "unknown-key",
            key.span,
            suggestion=meant,
            key=key.value,
            record=f"@record.{self.record.key}",
        )

    def _told(self, key: str) -> bool:
        """Whether a key is that of a field, which then lacks nothing else."""
        field = self.record.field(key)
        if field is not None:
            self.reported.add(field.name)
        return field is not None

    def _has_other_mark(self, key: ScalarNode, value: Node) -> bool:
        """Whether a dash that is none of YAML's stands before a field, after saying so."""
        found = _OTHER_MARK.fullmatch(key.value)
        if found is None or not self._told(found[1]):
            return False
        written = f" {value.value}" if isinstance(value, ScalarNode) else ""
        self.collector.add("bad-list-mark", key.span, suggestion=f"- {found[1]}:{written}")
        return True

    def _keep_spans(self, name: str, value: Node) -> None:
        self.spans[name] = value.span
        if isinstance(value, SequenceNode):
            for place, item in enumerate(value.items):
                self.spans[intern(f"{name}.{place}")] = item.span
        elif isinstance(value, MappingNode):
            for key, _ in value.entries:
                self.spans[intern(f"{name}.{key.value}")] = key.span

    def _read_field(self, field: Field, key: ScalarNode, value: Node) -> None:
        if isinstance(value, ScalarNode):
            if value.told:
                self.reported.add(field.name)
                return
            if not value.value.strip() and not (value.quoted and field.type.may_be_empty()):
                if not field.required:  # a required one is missing, and that says more
                    self.collector.add("blank-value", key.span, key=key.value)
                return
            gap = _GAPS.get(value.value.lower()) if field.gap and not value.quoted else None
            if gap is not None and not self._has_own_word(field, value):
                self.gaps[field.name] = gap
                return
        before = len(self.collector.items)
        decoded = field.type.decode(value, self.collector)
        if len(self.collector.items) > before:
            self.reported.update((field.name, *_entries(field.name, value)))
        if decoded is not INVALID:
            self.values[field.name] = decoded

    def _has_own_word(self, field: Field, value: ScalarNode) -> bool:
        """Whether a closed list has ``ukjent`` as a value of its own."""
        return value.value.lower() in getattr(field.type, "values", ())


def _entries(name: str, value: Node) -> Iterator[str]:
    """The entries of a list by the ids that they have as written: ``municipalities.sund``."""
    for item in value.items if isinstance(value, SequenceNode) else ():
        for key, inner in item.entries if isinstance(item, MappingNode) else ():
            if key.value == "id" and isinstance(inner, ScalarNode):
                yield f"{name}.{inner.value}"
