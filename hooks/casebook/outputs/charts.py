"""Bar charts as inline SVG, drawn by leather at build time.

The library is given roles in place of colours; they become classes, so that the stylesheet gives
the colours in both schemes. A second series is drawn as outlines: colour is never the only carrier.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate
from xml.etree import ElementTree as Tree

import leather
from markupsafe import Markup, escape

# A phone gives a chart 290 px: it is drawn narrow and set larger where there is room, so that all
# of it is seen without scrolling. Labels get what they need of the width, and the bars the rest.
_WIDTH, _BAR, _GAP, _LINE = 400, 24, 8, 2
_LABELS = 232
_DIGIT, _NARROW, _LETTER, _CAPITAL, _WIDE = 8, 5, 8, 10, 12
"""How much room a letter takes at most; the library would take all to be equally wide."""
_STYLES = (("first", "first"), ("paper", "second"))
"""What fills the bars of a series, and their outline."""
_DROPPED = ("font-family", "font-size", "fill", "stroke", "class")
_ROUNDED = frozenset({"x", "y", "width", "height"})

# The library is set up for all charts of a programme at once, and these are all of ours.
leather.theme.margin = 0.0
leather.theme.label_color = "text"


def bar_chart(
    title: str, labels: Sequence[str], series: Sequence[str], rows: Sequence[Sequence[int]]
) -> Markup:
    """A horizontal bar chart with the value at the end of each bar.

    Args:
        title: What assistive technology is told; the table beside it says the rest.
        labels: One for each row, of which there is at least one.
        series: The names of one or two series.
        rows: The values, in the order of the series.
    """
    most = max(1, *map(max, rows))
    height = len(rows) * (_BAR * len(series) + _GAP)
    # Rows go by their place, since labels may be equal; the library begins from below.
    places = [str(place) for place in reversed(range(len(rows)))]
    chart = leather.Chart()
    chart.set_x_scale(leather.Linear(0, most))
    chart.set_x_axis(_NoAxis())
    chart.set_y_scale(leather.Ordinal(places))
    chart.set_y_axis(_Labels([_short(label) for label in labels]))
    values = [(row[0], str(place), row) for place, row in enumerate(rows)]
    chart.add_series(leather.Series(values), _Bars(most))
    drawn = chart.to_svg_group(_WIDTH - _DIGIT * len(str(most)) - 2 * _GAP, height)
    _finish(drawn)
    # Some screen readers would read every label and then every number, from below.
    drawn.set("aria-hidden", "true")
    opening = (
        '<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" '
        f'viewBox="0 0 {_WIDTH} {height}"><title>{escape(title)}</title>'
    )
    # The library writes XML, and _finish leaves what draws.
    return Markup(f"{opening}{Tree.tostring(drawn, encoding='unicode')}</svg>")  # noqa: S704


def _short(label: str) -> str:
    """The label, or as much of it as there is room for."""
    ends = list(accumulate(map(_room, label)))
    if not ends or ends[-1] <= _LABELS:
        return label
    return f"{label[: bisect(ends, _LABELS - _WIDE)].rstrip()}…"


def _room(letter: str) -> int:
    if letter in " fijlrt.,:;()-–'":
        return _NARROW
    if letter in "mwæMWÆ":
        return _WIDE
    return _CAPITAL if letter.isupper() else _LETTER


class _Labels(leather.Axis):  # type: ignore[misc]  # the library has no types
    """The names of the rows."""

    def __init__(self, labels: Sequence[str]) -> None:
        super().__init__(tick_formatter=lambda place, *_: labels[int(place)])
        self._room = max(sum(map(_room, label)) for label in labels) + _GAP

    def estimate_label_margin(self, *_: object) -> int:
        return self._room


class _NoAxis(leather.Axis):  # type: ignore[misc]  # the library has no types
    """Every bar has its value beside it, so nothing is read off an axis."""

    def estimate_label_margin(self, *_: object) -> int:
        return 0

    def to_svg(self, *_: object) -> Tree.Element:
        return Tree.Element("g")


class _Bars(leather.Shape):  # type: ignore[misc]  # the library has no types
    """A bar for each value of a row, one below the other, with the value at its end."""

    def __init__(self, most: int) -> None:
        self._most = most

    def validate_series(self, series: leather.Series) -> None:
        """Nothing but our own rows is drawn."""

    def to_svg(
        self,
        width: float,
        height: float,
        x_scale: leather.Linear,
        y_scale: leather.Ordinal,
        series: leather.Series,
        _: object,
    ) -> Tree.Element:
        group = Tree.Element("g")
        # The scale ends at a round number, which would take room; nobody reads it off an axis.
        stretch = width / float(x_scale.project(self._most, 0, width))
        for row in series.data():
            values = row.row[2]
            middle = float(y_scale.project(row.y, height, 0))
            for place, value in enumerate(values):
                top = middle + _BAR * (2 * place - len(values)) / 2
                long = float(x_scale.project(value, 0, width)) * stretch
                fill, line = _STYLES[place]
                size = {"width": long, "height": _BAR - _LINE}
                corner = {"x": _LINE / 2, "y": top + _LINE / 2}
                _add(group, "rect", **corner, **size, fill=fill, stroke=line)
                text = _add(
                    group, "text", x=long + _GAP, y=top + _BAR / 2, dy="0.32em", fill="text"
                )
                text.text = str(value)
        return group


def _add(group: Tree.Element, tag: str, **attributes: object) -> Tree.Element:
    return Tree.SubElement(group, tag, {name: str(value) for name, value in attributes.items()})


def _finish(drawn: Tree.Element) -> None:
    """Exchange roles for classes and round numbers; drop lines, ground and fonts."""
    for element in list(drawn.iter()):
        for child in list(element):
            if child.tag == "line" or child.get("fill") == leather.theme.background_color:
                element.remove(child)
    for element in drawn.iter():
        classes = [
            f"{part}-{element.get(part)}" for part in ("fill", "stroke") if element.get(part)
        ]
        for name in _DROPPED:
            element.attrib.pop(name, None)
        if classes:
            element.set("class", " ".join(classes))
        for name in _ROUNDED & element.attrib.keys():
            element.set(name, f"{float(element.attrib[name]):.1f}".removesuffix(".0"))
