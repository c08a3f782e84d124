"""Entries of a list that a dash too many has cut in two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from casebook.diagnostics import Collector
from casebook.frontmatter import MappingNode, Node, ScalarNode
from casebook.schema.fields import RecordType


def whole_entries(
    nodes: Iterable[Node], record: RecordType, collector: Collector
) -> Iterator[Node]:
    """The entries as they were meant: two that are one together, and none alone, are joined.

    A dash before each field of an entry makes each an entry of its own, which lacks all others.
    """
    before: Node | None = None
    cut = False
    for node in nodes:
        if before is not None and _are_one(before, node, record, cut=cut):
            _report(node, collector)
            before, cut = _joined(before, node), True
            continue
        if before is not None:
            yield before
        before, cut = node, False
    if before is not None:
        yield before


def _are_one(before: Node, node: Node, record: RecordType, *, cut: bool) -> bool:
    """Whether each has what the other lacks of the required fields, and none is in both.

    Of two with a single field each, the second may be any; so may all after one that was cut.
    """
    if not isinstance(before, MappingNode) or not isinstance(node, MappingNode):
        return False
    required = {field.name for field in record.fields if field.required}
    first, second = _fields(before, record), _fields(node, record)
    if before.span.line == node.span.line or None in first | second or first & second:
        return False
    single = len(first) == len(second) == 1
    begun = bool(required & first) and bool(required - first)
    return bool(required - second) and (cut or (begun and (single or bool(required & second))))


def _fields(node: MappingNode, record: RecordType) -> set[str | None]:
    found = (record.field(key.value) for key, _ in node.entries)
    return {field.name if field else None for field in found}


def _report(node: Node, collector: Collector) -> None:
    key, value = node.entries[0] if isinstance(node, MappingNode) else (None, None)
    meant = None
    if key is not None and isinstance(value, ScalarNode) and not value.quoted:
        meant = f"{' ' * (node.span.column - 1)}{key.value}: {value.value}".rstrip()
    collector.add("wrong-indent", replace(node.span, end_column=None), suggestion=meant)


def _joined(before: Node, node: Node) -> Node:
    if isinstance(before, MappingNode) and isinstance(node, MappingNode):
        return replace(before, entries=(*before.entries, *node.entries))
    return before
