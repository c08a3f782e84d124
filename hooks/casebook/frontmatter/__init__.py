"""Front matter: text to a tree of nodes that know their place, or the slip that stopped it."""

from casebook.frontmatter.nodes import (
    CONTROL,
    Document,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    control_sign,
    parse_yaml,
    split_document,
    split_text,
)

__all__ = [
    "CONTROL",
    "Document",
    "MappingNode",
    "Node",
    "ScalarNode",
    "SequenceNode",
    "control_sign",
    "parse_yaml",
    "split_document",
    "split_text",
]
