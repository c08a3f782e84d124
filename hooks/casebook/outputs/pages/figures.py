"""Figures: what can be counted, each as a drawing, a table and a file."""

from __future__ import annotations

from typing import Any

from casebook.graph import Graph
from casebook.graph.figures import Figure, figures
from casebook.i18n import Words
from casebook.markdown.slugs import slug
from casebook.outputs import addresses
from casebook.outputs.pages.page import Page
from casebook.outputs.pages.view import View

FIGURES = "tall/"
MOST_ROWS = 30
"""A drawing and its table on the page show so many rows; the file has them all."""


def figures_page(graph: Graph) -> Page:
    """All figures on one page."""
    view = View(graph, graph.region.language, addresses.page_file(FIGURES))
    words = view.words
    return Page(
        address=FIGURES,
        kind="figures",
        section="follow_up",
        template="pages/figures.html",
        title=words("figures.title"),
        language=view.language,
        description=words("figures.lead", date=words.date(graph.as_of)),
        view={
            "title": words("figures.title"),
            "lead": words("figures.lead", date=words.date(graph.as_of)),
            "figures": [_figure(view, figure) for figure in figures(graph)],
        },
        breadcrumb=(
            {"href": view.to(""), "label": words("home")},
            {"label": words("figures.title")},
        ),
    )


def row_label(graph: Graph, words: Words, figure: Figure, key: str) -> str:
    """A row's key in words."""
    match figure.kind:
        case "body":
            return graph.bodies[key].name() if key in graph.bodies else words("body_unknown")
        case "topic":
            topic = graph.topics.get(key)
            return topic.name.in_language(words.language) if topic is not None else key
        case "outcome":
            return words(f"outcome_{key}") if words.has(f"outcome_{key}") else key
        case "owner":
            return graph.owner_name(key) if key else words("board.no_owner")
        case _:
            return key


def series_labels(words: Words, figure: Figure) -> list[str]:
    """The names of a figure's columns."""
    return [words(f"figures.series.{name}") for name in figure.series]


def _figure(view: View, figure: Figure) -> dict[str, Any]:
    from casebook.outputs.charts import bar_chart  # noqa: PLC0415 - its library draws this page alone

    words = view.words
    shown = figure.rows[:MOST_ROWS]
    if figure.kind == "year":
        shown = figure.rows[-MOST_ROWS:]
    labels = [row_label(view.graph, words, figure, key) for key, _ in shown]
    title = words(f"figures.{figure.name}")
    series = series_labels(words, figure)
    return {
        "id": figure.name,
        "title": title,
        "note": words(f"figures.{figure.name}.note"),
        "chart": bar_chart(title, labels, series, [values for _, values in shown]),
        "series": series,
        "head": words(f"figures.kind.{figure.kind}"),
        "rows": [
            {"label": label, "values": [words.number(value) for value in values]}
            for label, (_, values) in zip(labels, shown, strict=True)
        ],
        "cut": len(figure.rows) > len(shown),
        "table_href": f"{figure.name}.csv",
        "table_name": f"{slug(title)}.csv",
    }
