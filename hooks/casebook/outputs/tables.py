"""The tables beside the pages: the board, the matrix, the status and the figures."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from casebook.graph import Graph
from casebook.graph.figures import Figure, every_figure, figures
from casebook.graph.matrix import is_late
from casebook.graph.tallies import by_year_and_body
from casebook.i18n import Words
from casebook.outputs.excerpts import outcome_words
from casebook.outputs.follow_up_table import follow_up_table
from casebook.outputs.output_file import OutputFile
from casebook.outputs.pages.board import BOARD, selections
from casebook.outputs.pages.completeness import STATUS, TALLIES
from casebook.outputs.pages.figures import FIGURES, row_label, series_labels
from casebook.outputs.pages.matrix import MATRIX, cells_of, matrix_cases
from casebook.outputs.pages.rows import standing_label
from casebook.outputs.pages.view import View
from casebook.outputs.pages.work_list import WORK_LIST, work_items
from casebook.outputs.records import Source, edtf
from casebook.outputs.spreadsheets import table

MATRIX_COLUMNS = (
    "sak",
    "saksnr",
    "tittel",
    "vedtakets status",
    "kommune",
    "må behandle",
    "status",
    "hensikt",
    "organ",
    "dato",
    "dato antatt",
    "kommunens saksnr",
    "lenke",
    "status antatt",
    "over frist",
)
"""``dato`` is EDTF like in the data package: ``../2023-04`` is «senest i april 2023»."""

TALLY_COLUMNS = ("år", "organ", "saker", "mangler ingenting", "utfylt prosent", "nyeste dato")

WORK_COLUMNS = ("hva", "gjelder", "sak, møte eller prosess", "adresse", "fil")


def table_files(graph: Graph) -> Iterator[OutputFile]:
    """The tables of the board: the whole, and one beside each page of a facet."""
    for selection in selections(graph):
        uri = f"{selection.address}oppfolging.csv"
        yield OutputFile(uri, partial(follow_up_table, graph, selection.states))
    yield OutputFile(f"{MATRIX}matrise.csv", partial(matrix_table, graph))
    yield OutputFile(f"{STATUS}{WORK_LIST}", partial(work_table, graph))
    yield OutputFile(f"{STATUS}{TALLIES}", partial(completeness_table, graph))
    for figure in figures(graph):
        uri = f"{FIGURES}{figure.name}.csv"
        yield OutputFile(uri, partial(figure_table, graph, figure))


def emptied_table(graph: Graph, address: str) -> OutputFile | None:
    """A table that was published once, and that nothing is in now; None for other addresses."""
    if address.startswith(BOARD) and address.endswith(".csv"):
        return OutputFile(address, partial(follow_up_table, graph, ()))
    for figure in every_figure(graph):
        if address == f"{FIGURES}{figure.name}.csv":
            return OutputFile(address, partial(figure_table, graph, figure))
    return None


def work_table(graph: Graph) -> bytes:
    """The editor's work list."""
    view = View(graph, graph.region.language, "index.html")
    url = Source(graph).url
    return table(WORK_COLUMNS, ((*told, url(at), file) for *told, at, file in work_items(view)))


def completeness_table(graph: Graph) -> bytes:
    """How complete and how fresh the cases of each body in each year are."""
    words = Words(graph.region.language)
    rows = (
        (
            "" if year is None else year,
            graph.bodies[body].name() if body in graph.bodies else words("body_unknown"),
            tally.total,
            tally.complete,
            tally.share,
            tally.newest.iso if tally.newest else "",
        )
        for (year, body), tally in by_year_and_body(graph).items()
    )
    return table(TALLY_COLUMNS, rows)


def figure_table(graph: Graph, figure: Figure) -> bytes:
    """A figure with all its rows."""
    words = Words(graph.region.language)
    columns = [words(f"figures.kind.{figure.kind}"), *series_labels(words, figure)]
    rows = ([row_label(graph, words, figure, key), *values] for key, values in figure.rows)
    return table(columns, rows)


def matrix_table(graph: Graph) -> bytes:
    """One line for each decision and municipality."""
    view = View(graph, graph.region.language, "index.html")
    return table(MATRIX_COLUMNS, _matrix_lines(view))


def _matrix_lines(view: View) -> Iterator[list[str]]:
    graph = view.graph
    for case in matrix_cases(graph):
        number = view.number(graph.states[case.id].treatment)
        outcome = outcome_words(view, case)
        state = ". ".join(part for part in (outcome, standing_label(view, case)) if part)
        for cell in cells_of(graph, case):
            decision = cell.decision
            yield [
                case.id,
                number,
                view.title(case.id),
                state,
                graph.municipalities[cell.municipality].name(),
                "ja" if cell.required else "",
                cell.status,
                decision.purpose.value if decision and decision.purpose else "",
                decision.body if decision else "",
                edtf(decision.date) if decision else "",
                "ja" if decision and decision.doubt("date") else "",
                decision.number if decision else "",
                decision.link if decision else "",
                "ja" if decision and decision.doubt("outcome") else "",
                "ja" if is_late(case, cell, graph.as_of) else "",
            ]
