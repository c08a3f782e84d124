"""The address of the site itself, which the address of every page is appended to."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from casebook.diagnostics import Collector
from casebook.frontmatter import Node
from casebook.schema.fields import INVALID, FieldType
from casebook.schema.scalars import URL, scalar


class SiteAddress(FieldType):
    """An address that ends in ``/``, with neither query nor fragment; the slash may be left out."""

    label = "url"

    def decode(self, node: Node, collector: Collector) -> object:
        value = scalar(node, self.label, collector)
        if value is None:
            return INVALID
        if not _can_be_continued(value):
            shorter = re.split("[?#]", URL.repair(value), maxsplit=1)[0]
            meant = _closed(shorter) if _can_be_continued(shorter) else None
            collector.add("bad-url", node.span, suggestion=meant, value=value)
            return INVALID
        return _closed(value)

    def json_schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": r"^https?://[^\s<>\"?#]+$"}


def _closed(address: str) -> str:
    return f"{address.rstrip('/')}/"


def _can_be_continued(address: str) -> bool:
    """Whether the address of a page may follow: a readable host, no query and no fragment."""
    if re.fullmatch(URL.pattern, address) is None or re.search("[?#]", address):
        return False
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:  # a bracket without its match, a port that no computer has
        return False
