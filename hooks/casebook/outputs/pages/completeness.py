"""How complete and how fresh the site is, and what an editor could do next."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from casebook.graph import Graph
from casebook.graph.completeness import CASE_PARTS, all_lacks, case_lacks, freshness
from casebook.graph.matrix import OPEN
from casebook.model.case import Case
from casebook.outputs import addresses
from casebook.outputs.pages.matrix import cells_of, matrix_cases
from casebook.outputs.pages.page import Page
from casebook.outputs.pages.view import View

STATUS = "status/"
WORK_LIST = "arbeidsliste.csv"


def status_page(graph: Graph) -> Page:
    """Completeness by year and body, and how far the records reach."""
    view = View(graph, graph.region.language, addresses.page_file(STATUS))
    words = view.words
    parts = Counter(lack.part for lack in all_lacks(graph))
    cases = graph.published_cases
    years = _rows(view, cases, lambda case: [graph.year_of(case)])
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
            "years": sorted(years, key=lambda row: -(row["key"] or 0)),
            "bodies": _rows(view, cases, lambda case: _bodies(graph, case)),
            "parts": [
                {"label": words(f"missing.{part}"), "count": words.number(count)}
                for part, count in sorted(parts.items(), key=lambda pair: (-pair[1], pair[0]))
            ],
            "work_href": WORK_LIST,
            "work_total": words.number(sum(1 for _ in work_items(view))),
        },
        breadcrumb=(
            {"href": view.to(""), "label": words("home")},
            {"label": words("status.title")},
        ),
    )


def _bodies(graph: Graph, case: Case) -> list[str]:
    found = dict.fromkeys(t.body.id for t in graph.treatments[case.id] if t.body is not None)
    return list(found) or [""]


def _rows(
    view: View, cases: Iterable[Case], keys: Callable[[Case], Iterable[Any]]
) -> list[dict[str, Any]]:
    """For each key: how many cases, how many lack nothing, and how large a share is filled in."""
    lacking: dict[Any, list[int]] = defaultdict(list)
    for case in cases:
        missing = len(case_lacks(view.graph, case))
        for key in keys(case):
            lacking[key].append(missing)
    return [_row(view, key, counts) for key, counts in lacking.items()]


def _row(view: View, key: Any, counts: list[int]) -> dict[str, Any]:
    if isinstance(key, int) or key is None:
        link = {
            "href": view.to(addresses.year(key)),
            "label": str(key) if key is not None else view.words("no_year"),
        }
    elif key in view.graph.bodies:
        body = view.graph.bodies[key]
        link = {"href": view.to(addresses.body(key)), "label": body.name()}
    else:
        link = {"label": view.words("body_unknown")}
    filled = sum(max(CASE_PARTS - count, 0) for count in counts)
    # Rounded down, so that 100 means that nothing is missing.
    share = filled * 100 // (len(counts) * CASE_PARTS)
    return {
        "key": key,
        "link": link,
        "total": view.words.number(len(counts)),
        "complete": view.words.number(sum(count == 0 for count in counts)),
        "share": share,
    }


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


def work_items(view: View) -> Iterator[tuple[str, str, str, str, str]]:
    """What an editor could do: kind, what, record, address and file; the most pressing first."""
    graph, words = view.graph, view.words
    for group in ("overdue", "silent"):
        for state in (s for s in graph.all_follow_ups if s.group == group):
            address = addresses.case(state.case.id, state.anchor)
            place = _place(view, state.case, address)
            yield words(f"board.{group}"), state.follow_up.action, *place
    for case in matrix_cases(graph):
        for cell in cells_of(graph, case):
            if cell.status in OPEN:
                who = graph.municipalities[cell.municipality].name()
                address = addresses.case(case.id, "kommunene")
                yield words(f"local_{cell.status}"), who, *_place(view, case, address)
    for missing in graph.expected:
        case, anchor = missing.treatment.case, missing.treatment.anchor
        address = addresses.case(case.id, anchor)
        yield words("board.without"), words("board.expected_effect"), *_place(view, case, address)
    for lack in all_lacks(graph):
        title, address = _record(view, lack.kind, lack.record)
        yield words("status.lacks"), words(f"missing.{lack.part}"), title, address, lack.source


def _place(view: View, case: Case, address: str) -> tuple[str, str, str]:
    return view.title(case.id), address, case.origin.path


def _record(view: View, kind: str, record: str) -> tuple[str, str]:
    match kind:
        case "meeting":
            return str(view.meeting_link(record)["label"]), addresses.meeting(record)
        case "process":
            return view.graph.processes[record].title, addresses.process(record)
        case _:
            return view.title(record), addresses.case(record)
