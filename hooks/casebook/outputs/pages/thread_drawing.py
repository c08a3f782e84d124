"""The drawing of a thread: a lane for each kind of happening, time from left to right.

All coordinates are whole numbers, so that it is the same in every build. The list under it says
everything that it shows; where there is no room it is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from casebook.graph.timelines import Happening, Kind
from casebook.graph.treatments import Treatment
from casebook.outputs.pages.view import View

WIDTH = 720
_LEFT, _RIGHT, _TOP, _LANE = 118, 18, 30, 32
_FEWEST = 3
_MOST = 28
"""More days than this stand by month, else by year."""

_LANES = (
    (Kind.DECISION, "thread.lane.decision"),
    (Kind.MEETING, "thread.lane.meeting"),
    (Kind.LOCAL, "thread.lane.local"),
    (Kind.FOLLOW_UP, "thread.lane.follow-up"),
    (Kind.EVENT, "thread.lane.event"),
    (Kind.PAPER, "thread.lane.paper"),
)


def drawing(
    view: View, line: Sequence[Happening], entries: Sequence[dict[str, Any]]
) -> dict[str, Any] | None:
    """What the template draws; None when there is too little to see."""
    dated = [(h, e) for h, e in zip(line, entries, strict=True) if h.date is not None]
    if len(dated) < _FEWEST:
        return None
    columns = _columns([happening for happening, _ in dated])
    if len(set(columns)) < 2:
        return None
    step = (WIDTH - _LEFT - _RIGHT) / max(columns)
    across = [_LEFT + round(column * step) for column in columns]
    kinds = {_lane_of(happening) for happening, _ in dated}
    lanes = [(kind, label) for kind, label in _LANES if kind in kinds]
    height = {kind: _TOP + place * _LANE for place, (kind, _) in enumerate(lanes)}
    marks = [
        {"x": x, "y": height[_lane_of(h)], "kind": h.kind.value, "here": entry["here"]}
        for x, (h, entry) in zip(across, dated, strict=True)
    ]
    return {
        "width": WIDTH,
        "height": _TOP + len(lanes) * _LANE + 8,
        "left": _LEFT,
        "lanes": [{"y": height[kind], "label": view.words(label)} for kind, label in lanes],
        "marks": _apart(marks),
        "years": _years(dated, across),
        "bottom": _TOP + (len(lanes) - 1) * _LANE + 14,
        "arcs": _arcs(view, dated, across, height.get(Kind.DECISION, _TOP)),
    }


def _lane_of(happening: Happening) -> Kind:
    return Kind.EVENT if happening.kind is Kind.PROCESS else happening.kind


def _columns(line: Sequence[Happening]) -> list[int]:
    """The column of each happening: one a day, or one a month or year when there are many."""
    for length in (10, 7, 4):
        names = [_day(happening)[:length] for happening in line]
        if len(set(names)) <= _MOST or length == 4:
            break
    places: dict[str, int] = {}
    for name in names:
        places.setdefault(name, len(places))
    return [places[name] for name in names]


def _day(happening: Happening) -> str:
    if happening.date is None:
        return ""
    day = happening.date.last if happening.late else happening.date.first
    return day.isoformat()


def _apart(marks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Marks of one place stand a little apart, so that two are seen; the page's own on top."""
    taken: dict[tuple[int, int], int] = {}
    for mark in marks:
        spot = (mark["x"], mark["y"])
        place = taken.get(spot, 0)
        taken[spot] = place + 1
        mark["x"] += min(place, 3) * 4
        mark["y"] -= min(place, 3) * 3
    return sorted(marks, key=lambda mark: mark["here"])


def _years(
    dated: Sequence[tuple[Happening, dict[str, Any]]], across: Sequence[int]
) -> list[dict[str, Any]]:
    """Where each year begins; one that would run into the year before it is not written."""
    years: list[dict[str, Any]] = []
    seen = ""
    for (happening, _), x in zip(dated, across, strict=True):
        year = _day(happening)[:4]
        if year != seen:
            years.append({"x": x, "label": year if not years or x - years[-1]["x"] > 34 else ""})
            seen = year
    return years


def _arcs(
    view: View, dated: Sequence[tuple[Happening, dict[str, Any]]], across: Sequence[int], y: int
) -> list[dict[str, Any]]:
    """From a decision to the one that superseded or amended it."""
    place = {
        happening.subject.case.id: x
        for (happening, _), x in zip(dated, across, strict=True)
        if isinstance(happening.subject, Treatment)
    }
    arcs = []
    for case_id, start in place.items():
        for force in view.graph.force(view.graph.cases[case_id]):
            end = place.get(force.by.id) if force.by is not None else None
            if end is not None and end != start:
                arcs.append({"start": start, "end": end, "middle": (start + end) // 2, "y": y - 9})
    return arcs
