"""Text of case files as data: Markdown whose links work from the record's own address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from casebook.graph import Graph
from casebook.markdown import used_definitions, without_definitions
from casebook.model.text import Point, Section
from casebook.outputs.pages.prose import published_files, resolve_link
from casebook.outputs.records.plain import Json, keep

_LINK = re.compile(r"(\]\(\s*<?)([^)\s>]+)")
_DEFINITION = re.compile(r"^( {0,3}\[[^\]]+\]:\s*<?)([^\s>]+)", re.MULTILINE)
_UP = "../../"
"""From a record's address (``sak/<id>/``) to the site's root."""


class Texts:
    """Turns the texts of one record into data."""

    def __init__(self, graph: Graph, record_id: str) -> None:
        """Take the record whose files and links its texts may name."""
        self._graph = graph
        self._record_id = record_id
        self.files: Mapping[str, str] = published_files(graph, record_id)
        self._known: dict[str, str] = {}

    def markdown(self, source: str) -> str:
        """Markdown with links to other records and to files as addresses of the site.

        Link definitions stand apart: one section may define what another, withheld one uses.
        """
        if "](" not in source and "]:" not in source:
            return source.strip()
        if source not in self._known:
            text = without_definitions(source)
            self._known[source] = _LINK.sub(self._resolved, text).strip()
        return self._known[source]

    def alone(self, source: str, references: str) -> str:
        """Markdown that stands apart from its record, and so brings the definitions that it uses.

        Args:
            source: A public text.
            references: The link definitions of the record (``CaseText.references``).
        """
        used = self.definitions(used_definitions(references, (source,)))
        return "\n\n".join(part for part in (self.markdown(source), used) if part)

    def definitions(self, source: str) -> str:
        """Link definitions, which stand apart from the text that uses them."""
        return _DEFINITION.sub(self._resolved, source).strip() if source else ""

    def _resolved(self, match: re.Match[str]) -> str:
        address = resolve_link(self._graph, self._record_id, self.files, match[2])
        return match[0] if address is None else f"{match[1]}{_UP}{address}"

    def section(self, section: Section) -> Json:
        """A section with its points, or as one text when it has none."""
        written: Json = {"title": section.title}
        keep(written, kind=section.kind.value if section.kind else "", item=section.item_id)
        if section.points:
            keep(written, lead=self.markdown(section.lead), tail=self.markdown(section.tail))
            written["points"] = self.points(section.points)
        else:
            written["text"] = self.markdown(section.source)
        return written

    def points(self, points: Iterable[Point]) -> list[Json]:
        """Numbered points as they stand, with the numbers that the minutes gave them."""
        return [self.point(point) for point in points]

    def point(self, point: Point) -> Json:
        """One point and its sub-points."""
        written: Json = {"id": point.id, "number": point.number}
        keep(
            written,
            lead=self.markdown(point.lead),
            text=self.markdown(point.source),
            points=self.points(point.subpoints),
            tail=self.markdown(point.tail),
        )
        return written
