"""Front matter as a tree of nodes that know their line and column.

YAML is read with ``yaml.compose`` and the base loader, so every scalar stays the string that was
written (``18:00``, ``012`` and ``nei`` mean what they say) and every key and value has a place.
Duplicate keys, aliases and comments that swallow text are seen here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass, replace

import yaml

from casebook.diagnostics import Collector, Note, Span
from casebook.frontmatter.composing import MAX_DEPTH, compose, plain_spaces
from casebook.frontmatter.mending import Mending
from casebook.frontmatter.slips import quoted

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Signs that are no part of a text: control characters, and what XML and YAML cannot hold."""
_TYPED_QUOTES = re.compile(r"[“”„]([^“”„]*)[“”]|[‘’]([^‘’]*)[‘’]")
"""A value in the quotes that word processors make of the straight ones."""


@dataclass(frozen=True, slots=True)
class ScalarNode:
    """One value as written, without quotes."""

    value: str
    span: Span
    quoted: bool = False
    told: bool = False
    """Stands for what could not be read; its finding has been made."""


@dataclass(frozen=True, slots=True)
class SequenceNode:
    """A list."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class MappingNode:
    """Keys and values in file order."""

    entries: tuple[tuple[ScalarNode, Node], ...]
    span: Span
    guessed: frozenset[int] = frozenset()
    """Of the whole text: lines that hold a slip, told of, and are read as they may be meant."""


Node = ScalarNode | SequenceNode | MappingNode


def control_sign(sign: str) -> str:
    """The name of a sign that cannot be shown, such as ``U+001B``."""
    return f"U+{ord(sign):04X}"


def parse_yaml(
    source: str,
    path: str,
    first_line: int,
    collector: Collector,
    names: Collection[str] = frozenset(),
) -> MappingNode | None:
    """Read YAML; behind a slip it is read on as it was probably meant.

    Args:
        source: The text.
        path: The file.
        first_line: The line of the file on which the text starts.
        collector: Takes the findings.
        names: The names of fields, by which a line with a slip in it is known.

    Returns:
        The fields, or None when there are none.
    """
    if source.strip() == "":
        return MappingNode((), Span(path, first_line, 1))
    source = plain_spaces(source)
    guessed: frozenset[int] = frozenset()
    try:
        try:
            composed = compose(source)
        except yaml.MarkedYAMLError:
            lines = source.split("\n")
            mending = Mending(lines, path, first_line, names, collector)
            composed, guessed = mending.run(), mending.guessed
            if composed is None:
                return None
            source = "\n".join(lines)
    except yaml.YAMLError:
        collector.add("bad-yaml", Span(path, first_line, 1))
        return None
    if composed is None:
        return MappingNode((), Span(path, first_line, 1))
    found = Collector()
    node = _Reader(path, first_line, source.split("\n"), found).convert(composed)
    if not isinstance(node, MappingNode):
        found.add("not-a-mapping", node.span)
    collector.extend(item for item in found.items if item.span.line not in guessed)
    if not isinstance(node, MappingNode):
        return None
    return replace(node, guessed=guessed) if guessed else node


class _Reader:
    """Turns PyYAML's nodes into ours and notes what an author would not expect."""

    def __init__(self, path: str, first_line: int, lines: list[str], collector: Collector) -> None:
        self._path = path
        self._first_line = first_line
        self._lines = lines
        self._collector = collector
        self._seen: set[int] = set()
        self._too_deep = False
        self._may_swallow = any("#" in line for line in lines)
        self._may_be_typed = any(sign in line for line in lines for sign in "”“’")

    def convert(self, node: yaml.Node, depth: int = 0) -> Node:
        span = self._span(node)
        if depth > MAX_DEPTH:
            if not self._too_deep:
                self._collector.add("bad-yaml", span)
            self._too_deep = True
            return ScalarNode("", span, told=True)
        if id(node) in self._seen:
            self._collector.add("yaml-alias", span)
            return ScalarNode("", span, told=True)
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return MappingNode(self._entries(node, depth + 1), span)
        if isinstance(node, yaml.SequenceNode):
            items = tuple(self.convert(item, depth + 1) for item in node.value)
            return SequenceNode(items, span)
        return self._scalar(node, span)

    def _scalar(self, node: yaml.Node, span: Span) -> ScalarNode:
        """One value; quotes that a word processor has made round are quotes too."""
        text = self._text(node, span)
        if node.tag.startswith("!"):  # YAML takes the first word for a type, and drops it
            line = self._lines[node.start_mark.line]
            meant = quoted(line[span.column - 1 : (span.end_column or len(line) + 1) - 1])
            self._collector.add("needs-quotes", span, suggestion=meant)
            return ScalarNode(text, span, told=True)
        if getattr(node, "style", None) not in (None, ""):
            return ScalarNode(text, span, quoted=True)
        if self._may_swallow:
            self._check_swallowed_comment(node)
        typed = _TYPED_QUOTES.fullmatch(text) if self._may_be_typed else None
        return ScalarNode(typed[typed.lastindex or 0] if typed else text, span, typed is not None)

    def _text(self, node: yaml.Node, span: Span) -> str:
        """A value in composed letters, without signs that only an escape can give."""
        text = unicodedata.normalize("NFC", node.value)
        sign = CONTROL.search(text) if getattr(node, "style", None) == '"' else None
        if sign is None:
            return text
        self._collector.add("control-character", span, sign=control_sign(sign[0]))
        return CONTROL.sub("", text)

    def _entries(self, node: yaml.MappingNode, depth: int) -> tuple[tuple[ScalarNode, Node], ...]:
        entries: list[tuple[ScalarNode, Node]] = []
        first: dict[str, Span] = {}
        for key_node, value_node in node.value:
            key = self.convert(key_node, depth)
            value = self.convert(value_node, depth)
            if not isinstance(key, ScalarNode):
                self._collector.add("bad-yaml", key.span)
                continue
            if key.value in first:
                note = Note(first[key.value], "first-here")
                self._collector.add("duplicate-key", key.span, related=[note], key=key.value)
                continue
            first[key.value] = key.span
            entries.append((key, value))
        return tuple(entries)

    def _check_swallowed_comment(self, node: yaml.Node) -> None:
        """Warn when `` #`` ends an unquoted value (YAML takes the rest for a comment)."""
        mark = node.end_mark
        if mark.line >= len(self._lines):
            return
        rest = self._lines[mark.line][mark.column :]
        if not node.value:  # «nummer: #9/2021» has no value at all
            found = re.match(r"\s*(#\S.*)", rest)
            if found is not None and mark.column:
                span = Span(
                    self._path, self._first_line + mark.line, mark.column + found.start(1) + 1
                )
                self._collector.add("unquoted-hash", span, suggestion=f'"{found[1].rstrip()}"')
            return
        # "#" + space is how people write comments on purpose; "#3" is how they write numbers.
        match = re.match(r"\s+#\S", rest)
        if match is None:
            return
        line = self._first_line + mark.line
        written = f'"{node.value}{rest.rstrip()}"'
        span = Span(self._path, line, mark.column + match.end() - 1)
        self._collector.add("unquoted-hash", span, suggestion=written)

    def _span(self, node: yaml.Node) -> Span:
        start, end = node.start_mark, node.end_mark
        end_column = end.column + 1 if end.line == start.line else None
        return Span(self._path, self._first_line + start.line, start.column + 1, end_column)
