"""What pages that list have in common: their frame, and the newest cases of a register."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from casebook.graph import Graph
from casebook.model.case import Case
from casebook.outputs import addresses
from casebook.outputs.pages.page import Page
from casebook.outputs.pages.rows import case_row
from casebook.outputs.pages.view import View

LONGEST_LIST = 100
"""A register shows so many of its newest cases; the years hold them all."""

_SECTIONS = {"year": "cases", "body": "bodies", "topic": "topics"}
"""The part of the navigation that a page lies in, when it is not its own."""

_KIND_NAMES = {"body": "body", "topic": "board.facet.tema"}
"""Words for the kinds whose names may be those of other records: «Klima» is a topic and a case."""


def register_page(
    view: View,
    address: str,
    kind: str,
    title: str,
    body: Mapping[str, Any],
    *above: Mapping[str, Any],
) -> Page:
    """A page that lists, below the pages ``above`` it."""
    home = {"href": view.to(""), "label": view.words("home")}
    return Page(
        address=address,
        kind=kind,
        section=_SECTIONS.get(kind, kind),
        template=f"pages/{kind}.html",
        title=title,
        qualifier=view.words(_KIND_NAMES[kind]) if kind in _KIND_NAMES else "",
        view={"title": title, **body},
        language=view.language,
        description=str(body.get("summary") or ""),
        breadcrumb=(home, *above, {"label": title}),
    )


def register_view(graph: Graph, address: str) -> View:
    """The view of a page that lists; such pages are in the region's language."""
    return View(graph, graph.region.language, addresses.page_file(address))


def counted(view: View, cases: Sequence[Case]) -> int:
    """How many cases a register has; one that was taken down is not even counted."""
    return sum(map(view.graph.is_published, cases))


def listed(view: View, cases: Sequence[Case]) -> dict[str, Any]:
    """The newest cases of a register, and how many there are in all."""
    published = [case for case in cases if view.graph.is_published(case)]
    rows = [case_row(view, case) for case in published[:LONGEST_LIST]]
    return {"cases": rows, "total": len(published), "longest": LONGEST_LIST}
