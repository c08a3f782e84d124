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
    "#000003": "axis",
    "#000004": "text",
    "#000005": "paper",
}
_FIRST, _SECOND, _AXIS, _TEXT, _PAPER = _ROLES
_BAR, _WIDTH, _LABELS = 22, 400, 210
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
    values = [
        {"row": label, "place": place, "series": name, "value": value}
        for place, (label, counted) in enumerate(zip(labels, rows, strict=True))
        for name, value in zip(series, counted, strict=True)
    ]
    several = len(series) > 1
    vertical = {"field": "series", "type": "nominal", "sort": list(series)}
    shared = {
        "y": {
            "field": "row",
            "type": "nominal",
            "sort": list(labels),
            "scale": {"paddingInner": 0.3, "paddingOuter": 0.1},
            "axis": {
                "title": None,
                "labelLimit": _LABELS,
                "labelPadding": 8,
                "minExtent": _LABELS,
                "maxExtent": _LABELS,
                "ticks": False,
                "domain": False,
            },
        },
        **({"yOffset": vertical} if several else {}),
    }
    across = {"field": "value", "type": "quantitative", "axis": None}
    filled = {"domain": list(series), "range": [_FIRST, _PAPER][: len(series)]}
    edge = {"domain": list(series), "range": [_FIRST, _SECOND][: len(series)]}
    bar = {
        "mark": {"type": "bar", "strokeWidth": 2},
        "encoding": {
            **shared,
            "x": across,
            "fill": {"field": "series", "type": "nominal", "scale": filled, "legend": None},
            "stroke": {"field": "series", "type": "nominal", "scale": edge, "legend": None},
        },
    }
    text = {
        "mark": {"type": "text", "align": "left", "dx": 5, "fontSize": 13, "fill": _TEXT},
        "encoding": {**shared, "x": across, "text": {"field": "value", "type": "quantitative"}},
    }
    return {
        "width": _WIDTH,
        "height": max(len(labels), 1) * (_BAR * len(series) + 8),
        "background": None,
        "data": {"values": values},
        "layer": [bar, text],
        "config": {
            "view": {"stroke": None},
            "axis": {"labelColor": _TEXT, "labelFontSize": 13, "domainColor": _AXIS},
        },
    }


@lru_cache(maxsize=64)
def _drawn(specification: str) -> str:
    import vl_convert  # noqa: PLC0415 - loads a large library, and only a build with charts needs it

    drawn: str = vl_convert.vegalite_to_svg(specification)
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
