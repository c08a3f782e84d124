"""Commas in texts between braces: ``{tekst: Ny dato, nytt sted}`` is two keys to YAML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import yaml

from casebook.frontmatter.values import quoted

Entry = tuple[yaml.Node, yaml.Node]


def joined_texts(node: yaml.MappingNode) -> Iterator[tuple[Entry, tuple[yaml.Node, ...]]]:
    """The entries of a map, each with what belongs to its text behind commas."""
    entries: Sequence[Entry] = node.value
    place = 0
    while place < len(entries):
        entry, rest = entries[place], place + 1
        if node.flow_style and _is_plain(entry[1]) and entry[1].value:
            while rest < len(entries) and _is_cut_off(*entries[rest]):
                rest += 1
        yield entry, tuple(key for key, _ in entries[place + 1 : rest])
        place = rest


def _is_cut_off(key: yaml.Node, value: yaml.Node) -> bool:
    """Whether there is nothing behind the key, not even a colon."""
    ends, begins = key.end_mark, value.start_mark
    nothing = _is_plain(key) and _is_plain(value) and not value.value
    return nothing and (ends.line, ends.column) == (begins.line, begins.column)


def _is_plain(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.style in (None, "")


def with_quotes(entry: Entry, rest: Sequence[yaml.Node]) -> str:
    """The entry as it was meant."""
    key, value = entry
    return f"{key.value}: {quoted(', '.join([value.value, *(part.value for part in rest)]))}"
