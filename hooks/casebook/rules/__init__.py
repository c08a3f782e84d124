"""Rules: what must hold between records. One module per topic, one function per rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from casebook.diagnostics import Diagnostic
from casebook.graph import Graph
from casebook.rules.references import unknown_references

Rule = Callable[[Graph], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (unknown_references,)
"""Every rule, in the order in which they run."""


def check(graph: Graph) -> Iterator[Diagnostic]:
    """Every finding of every rule."""
    for rule in RULES:
        yield from rule(graph)
