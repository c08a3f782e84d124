"""How complete and how fresh the site is, by year, by body, and by both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from casebook.graph import Graph
from casebook.graph.completeness import all_lacks, freshness
from casebook.graph.tallies import Tally, YearAndBody, by_body, by_year, by_year_and_body
from casebook.outputs import addresses
from casebook.outputs.pages.page import Page
from casebook.outputs.pages.view import View
from casebook.outputs.pages.work_list import WORK_LIST, work_items

STATUS = "status/"
TALLIES = "fullstendighet.csv"


def status_page(graph: Graph) -> Page:
    """Completeness by year and body, and how far the records reach."""
    view = View(graph, graph.region.language, addresses.page_file(STATUS))
    words = view.words
    parts = Counter(lack.part for lack in all_lacks(graph))
    years, bodies = by_year(graph), by_body(graph)
    return Page(
        address=STATUS,
        kind="status",
        template="pages/status.html",
        title=words("status.title"),
        language=view.language,
        description=words("status.lead", date=words.date(graph.as_of)),
        view={
            "title": words("status.title"),
            "lead": words("status.lead", date=words.date(graph.as_of)),
            "counts": _counts(view),
            "fresh": _fresh(view),
            "years": [{"link": _year(view, key), **_row(view, t)} for key, t in years.items()],
            "bodies": [{"link": _body(view, key), **_row(view, t)} for key, t in bodies.items()],
            "crossed": _crossed(view, list(years), list(bodies), by_year_and_body(graph)),
            "crossed_href": TALLIES,
            "parts": [
                {"label": words(f"missing.{part}"), "count": words.number(count)}
                for part, count in sorted(parts.items(), key=lambda pair: (-pair[1], pair[0]))
            ],
            "work_href": WORK_LIST,
            "work_total": sum(1 for _ in work_items(view)),
        },
        breadcrumb=(
            {"href": view.to(""), "label": words("home")},
            {"label": words("status.title")},
        ),
    )


def _year(view: View, year: int | None) -> dict[str, Any]:
    label = str(year) if year is not None else view.words("no_year")
    return {"href": view.to(addresses.year(year)), "label": label}


def _body(view: View, body: str) -> dict[str, Any]:
    if body not in view.graph.bodies:
        return {"label": view.words("body_unknown")}
    return {"href": view.to(addresses.body(body)), "label": view.graph.bodies[body].name()}


def _row(view: View, tally: Tally) -> dict[str, Any]:
    """How many cases, how many lack nothing, how much is filled in, and the newest day."""
    return {
        "total": view.words.number(tally.total),
        "complete": view.words.number(tally.complete),
        "share": tally.share,
        "newest": view.day(tally.newest),
    }


def _crossed(
    view: View,
    years: list[int | None],
    bodies: list[str],
    tallies: Mapping[YearAndBody, Tally],
) -> dict[str, Any]:
    """A row for each year, a column for each body; ``None`` where the body had no case."""
    columns = [_body(view, body) for body in bodies]
    rows = []
    for year in years:
        found = [tallies.get((year, body)) for body in bodies]
        cells = [
            _cell(view, column["label"], tally) if tally is not None else None
            for column, tally in zip(columns, found, strict=True)
        ]
        rows.append({"year": _year(view, year), "cells": cells})
    return {"bodies": columns, "rows": rows}


def _cell(view: View, body: str, tally: Tally) -> dict[str, Any]:
    cases = view.words.count("cases_count", tally.total)
    return {**_row(view, tally), "body": body, "cases": cases}


def _counts(view: View) -> list[dict[str, Any]]:
    graph, words = view.graph, view.words
    follow_ups = graph.all_follow_ups
    return [
        {"label": words("nav_cases"), "text": words.number(len(graph.published_cases))},
        {"label": words("nav_meetings"), "text": words.number(len(graph.meetings))},
        {"label": words("nav_processes"), "text": words.number(len(graph.processes))},
        {"label": words("nav_follow_up"), "text": words.number(len(follow_ups))},
    ]


def _fresh(view: View) -> list[dict[str, Any]]:
    newest, words = freshness(view.graph), view.words
    named = (
        ("status.decision", newest.decision),
        ("status.meeting", newest.meeting),
        ("status.log_entry", newest.log_entry),
        ("status.local_decision", newest.local_decision),
    )
    return [
        {"label": words(key), **({"text": words.date(day)} if day else {"gap": "absent"})}
        for key, day in named
    ]
