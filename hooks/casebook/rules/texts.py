"""Running text: links that lead nowhere, and claims about sections that are not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.diagnostics import Diagnostic, Span, finding
from casebook.graph import Graph
from casebook.graph.links import is_outward, is_record, published_names, record_ids, record_link
from casebook.markdown.addresses import is_safe
from casebook.model.case import Case
from casebook.rules.records import decision_anchors, text_records
from casebook.schema.suggestions import nearest

_POINT = re.compile(r"(?<!^oppfolging)(?:^|-)p\d")
SITE_SECTIONS = frozenset(
    "data embed emner feed hjelp kalender kommuner mote moter om oppfolging organer prosesser s "
    "sak saker sok status tall tema".split()
)
"""First parts of addresses of the site that are no records."""


def broken_links(graph: Graph) -> Iterator[Diagnostic]:
    """A link without a host leads to a record, or to a file that the record publishes."""
    for record in text_records(graph):
        files = published_names(graph, record.id)
        for link in record.text.links:
            target = link.target
            if not is_safe(target) or _leads(graph, record.id, target, files):
                continue
            named = record_link(target)
            wanted = named.record_id if named else target
            suggestion = nearest(wanted, [*record_ids(graph), *files])
            if target.startswith("www."):
                suggestion = f"https://{target}"
            elif suggestion == wanted:
                suggestion = None
            yield finding("broken-link", link.span, suggestion=suggestion, target=target)


def _leads(graph: Graph, record_id: str, target: str, files: list[str]) -> bool:
    """Whether a target of a record's text leads somewhere, as far as this is known here."""
    if target.startswith("#"):
        return _has_point(graph, record_id, target[1:])
    if is_outward(target) or target.removeprefix("./") in files:
        return True
    named = record_link(target)
    if named is not None and is_record(graph, named.record_id):
        return _has_point(graph, named.record_id, named.anchor)
    first = target.lstrip("/").split("/")[0].split("#")[0].split("?")[0]
    return target.startswith("/") and (first in SITE_SECTIONS or not first)


def _has_point(graph: Graph, record_id: str, anchor: str) -> bool:
    """Whether a case has the point that an anchor names; other anchors are not known here."""
    if record_id not in graph.cases or _POINT.search(anchor) is None:
        return True
    return anchor in decision_anchors(graph.treatments[record_id])


def verbatim_sections(graph: Graph) -> Iterator[Diagnostic]:
    """``ordrett`` names sections that the text has."""
    for record in text_records(graph):
        if isinstance(record.verbatim, tuple):
            present = {section.kind for section in record.text.sections}
            for place, kind in enumerate(record.verbatim):
                if kind not in present:
                    spans = record.origin.spans
                    span = spans.get(f"verbatim.{place}") or record.origin.at("verbatim")
                    yield finding("verbatim-without-section", span, section=str(kind))


def leads(graph: Graph) -> Iterator[Diagnostic]:
    """A case says in plain words what it is about."""
    for case in graph.cases.values():
        told = {*case.gaps, *case.origin.unread, *case.origin.spans}
        if not case.summary and "summary" not in told and graph.is_published(case):
            yield finding("missing-lead", _top(case))


def _top(case: Case) -> Span:
    return case.origin.at("title")
