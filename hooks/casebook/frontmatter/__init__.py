"""Front matter: text to a tree of nodes that know their place, or the slip that stopped it."""

from casebook.frontmatter.document import Document, split_document, split_text
from casebook.frontmatter.nodes import (
    CONTROL,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    control_sign,
    parse_yaml,
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
