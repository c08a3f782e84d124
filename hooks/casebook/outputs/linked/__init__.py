"""What a page says of itself to other programmes: schema.org in JSON-LD, and links to its data."""

from __future__ import annotations

from casebook.outputs.linked.enrich import enriched

__all__ = ["enriched"]
