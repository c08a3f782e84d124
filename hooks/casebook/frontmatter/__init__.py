"""Front matter: text to a tree of nodes that know their place, or the slip that stopped it."""

from casebook.frontmatter.nodes import (
    Document,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    parse_yaml,
    split_document,
    split_text,
)

__all__ = [
    "Document",
    "MappingNode",
    "Node",
    "ScalarNode",
    "SequenceNode",
    "parse_yaml",
    "split_document",
    "split_text",
]
