"""Slips between brackets that YAML reads as something else: a comma in a text, a glued value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from casebook.diagnostics import Collector
from casebook.frontmatter import MappingNode, Node, ScalarNode
from casebook.frontmatter.slips import quoted


def in_brackets(text: str) -> str:
    """A text as it may stand between brackets: with quotes when a sign in it has a use there."""
    return text if re.fullmatch(r"[\w .;/()-]+", text) else quoted(text)


def meant_fields(
    node: MappingNode, field: Callable[[str], object]
) -> Iterator[tuple[ScalarNode, Node, ScalarNode | None]]:
    """The fields as they were meant: a key, its value, and that value where commas have cut it.

    In brackets a comma ends a value: «{tekst: Sendt, og svart}» has a field «og svart» for YAML.

    Args:
        node: The map.
        field: Gives what a key stands for, or None when it is no field of the map.
    """
    last: tuple[ScalarNode, Node] | None = None
    whole: ScalarNode | None = None
    for key, value in node.entries:
        before = last[1] if last else None
        if (
            isinstance(before, ScalarNode)
            and _is_rest(key, value)
            and not _begins(key, before, field)
        ):
            whole = _joined(before, key)
            last = (last[0], whole) if last else None
            continue
        if last:
            yield *last, whole
        last, whole = (key, value), None
    if last:
        yield *last, whole


def report_comma(key: ScalarNode, whole: ScalarNode, collector: Collector) -> None:
    """Say that commas have cut a value."""
    meant = f"{key.value}: {quoted(whole.value)}"
    collector.add("unquoted-comma", whole.span, suggestion=meant)


def _begins(key: ScalarNode, before: ScalarNode, field: Callable[[str], object]) -> bool:
    """Whether a key without a colon is a field all the same: «antall:7», «navn Sund».

    After a text of several words it is rather one word more: «tekst: Ny dato, type og sted».
    """
    if field(re.split("[:;=]", key.value)[0].rstrip()) is not None:
        return True
    name, space, _ = key.value.partition(" ")
    return bool(space) and " " not in before.value and field(name) is not None


def report_glued(key: ScalarNode, value: Node, collector: Collector) -> str:
    """The name of a key between brackets whose value is glued to it, after saying so; else empty.

    Another sign where the colon should be does the same: «{type; enstemmig}».
    """
    found = re.fullmatch(r"([^:;=]+)([:;=])\s*(\S.*)", key.value)
    if found is None or not _is_rest(key, value):
        return ""
    name, sign, glued = found.groups()
    code = "missing-space" if sign == ":" else "missing-colon"
    collector.add(code, key.span, suggestion=f"{name.rstrip()}: {glued}", key=name.rstrip())
    return name.rstrip()


def without_colon(key: ScalarNode, value: Node) -> tuple[str, str]:
    """The name and the value of a key between brackets that has lost its colon: «navn Sund»."""
    name, _, rest = key.value.partition(" ") if _is_rest(key, value) else ("", "", "")
    return name, f"{name}: {rest}"


def _is_rest(key: ScalarNode, value: Node) -> bool:
    """Whether a key has no colon behind it, so that it is the rest of the value before it."""
    if not isinstance(value, ScalarNode) or value.value or value.quoted:
        return False
    return (key.span.line, key.span.end_column) == (value.span.line, value.span.column)


def _joined(value: ScalarNode, rest: ScalarNode) -> ScalarNode:
    """A value and what stands after its comma."""
    start, end = value.span, rest.span
    same_line = start.line == end.line
    comma = "," if same_line and start.end_column == end.column - 1 else ", "
    span = replace(start, end_column=end.end_column if same_line else start.end_column)
    return ScalarNode(f"{value.value}{comma}{rest.value}", span)
