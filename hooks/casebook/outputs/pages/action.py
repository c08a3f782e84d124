"""The pages of what became of the decisions: the board, and what is counted from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
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
from casebook.outputs.pages.page import Page, PlannedPage


def action_pages(graph: Graph, keys: Keys) -> Iterator[PlannedPage]:
    """Every page that joins decisions with what was done."""
    for page in _pages(graph):
        yield replace(PlannedPage.of(page), key=keys.of_view(page))
    # Charts are kept while their numbers are.
    key = keys.of(FIGURES, repr(figures(graph)))
    yield PlannedPage(page_file(FIGURES), partial(figures_page, graph), key)


def _pages(graph: Graph) -> Iterator[Page]:
    yield from board_pages(graph)
    yield print_page(graph)
    yield matrix_page(graph)
    yield status_page(graph)
