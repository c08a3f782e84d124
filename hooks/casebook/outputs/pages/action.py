"""The pages of what became of the decisions: the board, and what is counted from it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from casebook.graph import Graph
from casebook.graph.figures import figures
from casebook.outputs.addresses import page_file
from casebook.outputs.keys import Keys
from casebook.outputs.pages.board import board_pages
from casebook.outputs.pages.board_print import print_page
from casebook.outputs.pages.completeness import status_page
from casebook.outputs.pages.figures import FIGURES, figures_page
from casebook.outputs.pages.matrix import matrix_page
from casebook.outputs.pages.page import MadePage, PlannedPage


def action_pages(graph: Graph, keys: Keys) -> Iterator[PlannedPage]:
    """Every page that joins decisions with what was done."""
    yield from map(keys.planned, _pages(graph))
    # Charts are kept while their numbers are.
    key = keys.of(FIGURES, repr(figures(graph)))
    yield PlannedPage(page_file(FIGURES), partial(figures_page, graph), key)


def _pages(graph: Graph) -> Iterator[MadePage]:
    yield from board_pages(graph)
    for make in (print_page, matrix_page, status_page):
        yield MadePage.of(partial(make, graph))
