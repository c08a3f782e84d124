"""Bar charts as inline SVG, drawn by vl-convert at build time.

The library is given colours that stand for roles; they are exchanged for classes, so that the
stylesheet gives the colours in both schemes and no element has a style of its own. A second series
is drawn as outlines: colour is never the only carrier.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape

_ROLES = {
    "#000001": "first",
    "#000002": "second",
    "#000004": "text",
    "#000005": "paper",
}
_FIRST, _SECOND, _TEXT, _PAPER = _ROLES
# A phone gives a chart 290 px: it is drawn narrow and set larger where there is room, so that all
# of it is seen without scrolling. Labels get what they need of the width, and the bars the rest.
_BAR, _WIDTH, _FONT = 24, 380, 14
_LETTER, _LABELS = 7, 200
_TAG = re.compile(r"<([a-z]+)((?: [a-zA-Z:-]+=\"[^\"]*\")*)(/?)>")
_ATTRIBUTE = re.compile(r' ([a-zA-Z:-]+)="([^"]*)"')
_DROPPED = frozenset(
    {"role", "class", "font-family", "pointer-events", "version", "width", "height", "xmlns:xlink"}
)
_SIZED = frozenset({"rect", "image"})


def bar_chart(
    title: str, labels: Sequence[str], series: Sequence[str], rows: Sequence[Sequence[int]]
) -> Markup:
    """A horizontal bar chart with the value at the end of each bar.

    Args:
        title: What assistive technology is told; the table beside it says the rest.
        labels: One for each row.
        series: The names of one or two series.
        rows: The values, in the order of the series.
    """
    drawn = _drawn(json.dumps(_specification(labels, series, rows), sort_keys=True))
    opening = (
        '<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" '
        f'viewBox="{_view_box(drawn)}"><title>{escape(title)}</title>'
    )
    # Every attribute of what the library drew has been through the filter below.
    return Markup(opening + _inside(drawn) + "</svg>")  # noqa: S704


def _specification(
    labels: Sequence[str], series: Sequence[str], rows: Sequence[Sequence[int]]
) -> dict[str, Any]:
    """The chart in Vega; rows and series are named by their place, since labels may be equal."""
    bars = [
        {"row": row, "series": place, "value": value}
        for row, counted in enumerate(rows)
        for place, value in enumerate(counted)
    ]
    places = list(range(len(series)))
    most = max((bar["value"] for bar in bars), default=0)
    labelled = min(_LABELS, _LETTER * max(map(len, labels), default=0) + 12)
    bar = {
        "x": {"value": 0},
        "x2": {"scale": "across", "field": "value"},
        "y": {"scale": "rows", "field": "row", "offset": _within(0)},
        "height": {"scale": "within", "band": 1},
        "fill": {"scale": "fill", "field": "series"},
        "stroke": {"scale": "stroke", "field": "series"},
        "strokeWidth": {"value": 2},
    }
    number = {
        "x": {"scale": "across", "field": "value", "offset": 5},
        "y": {"scale": "rows", "field": "row", "offset": _within(0.5)},
        "text": {"field": "value"},
        "baseline": {"value": "middle"},
        "fontSize": {"value": _FONT},
        "fill": {"value": _TEXT},
    }
    return {
        "width": _WIDTH - labelled,
        "height": max(len(labels), 1) * (_BAR * len(series) + 8),
        "padding": 5,
        "data": [{"name": "bars", "values": bars}],
        "signals": [{"name": "labels", "value": list(labels)}],
        "scales": [
            {"name": "across", "domain": [0, max(most, 1)], "range": "width", "nice": True},
            {
                "name": "rows",
                "type": "band",
                "domain": list(range(len(labels))),
                "range": "height",
                "paddingInner": 0.3,
                "paddingOuter": 0.1,
            },
            {
                "name": "within",
                "type": "band",
                "domain": places,
                "range": [0, {"signal": "bandwidth('rows')"}],
            },
            _colours("fill", places, [_FIRST, _PAPER]),
            _colours("stroke", places, [_FIRST, _SECOND]),
        ],
        "axes": [
            {
                "scale": "rows",
                "orient": "left",
                "domain": False,
                "ticks": False,
                "labelColor": _TEXT,
                "labelFontSize": _FONT,
                "labelLimit": labelled,
                "labelPadding": 8,
                "minExtent": labelled,
                "maxExtent": labelled,
                "encode": {"labels": {"update": {"text": {"signal": "labels[datum.value]"}}}},
            }
        ],
        "marks": [
            {"type": "rect", "from": {"data": "bars"}, "encode": {"enter": bar}},
            {"type": "text", "from": {"data": "bars"}, "encode": {"enter": number}},
        ],
    }


def _within(band: float) -> dict[str, Any]:
    """Where in its row a series stands: at the edge of its bar (0) or in the middle (0.5)."""
    return {"scale": "within", "field": "series", "band": band}


def _colours(name: str, places: list[int], colours: list[str]) -> dict[str, Any]:
    return {"name": name, "type": "ordinal", "domain": places, "range": colours[: len(places)]}


@lru_cache(maxsize=64)
def _drawn(specification: str) -> str:
    import vl_convert  # noqa: PLC0415 - loads a large library, and only a build with charts needs it

    drawn: str = vl_convert.vega_to_svg(specification)
    return drawn


def _view_box(drawn: str) -> str:
    found = re.search(r'viewBox="([\d. -]+)"', drawn)
    return found[1] if found else f"0 0 {_WIDTH} {_WIDTH}"


def _inside(drawn: str) -> str:
    """What stands inside the outermost element, with classes for colours."""
    inner = drawn[drawn.index(">") + 1 : drawn.rindex("</svg>")]
    return _TAG.sub(_with_classes, inner)


def _with_classes(match: re.Match[str]) -> str:
    name, written, end = match.groups()
    kept, classes = [], []
    for attribute, value in _ATTRIBUTE.findall(written):
        if attribute in ("fill", "stroke") and value in _ROLES:
            classes.append(f"{attribute}-{_ROLES[value]}")
        elif attribute.startswith("aria-") or attribute == "style":
            continue
        elif attribute not in _DROPPED or (name in _SIZED and attribute in ("width", "height")):
            kept.append(f' {attribute}="{value}"')
    if classes:
        kept.append(f' class="{" ".join(classes)}"')
    return f"<{name}{''.join(kept)}{end}>"
