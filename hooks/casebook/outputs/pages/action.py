"""The pages of what became of the decisions: the board, and what is counted from it."""

from __future__ import annotations

from collections.abc import Iterator

from casebook.graph import Graph
from casebook.outputs.pages.board import board_pages, print_page
from casebook.outputs.pages.completeness import status_page
from casebook.outputs.pages.figures import figures_page
from casebook.outputs.pages.matrix import matrix_page
from casebook.outputs.pages.page import Page


def action_pages(graph: Graph) -> Iterator[Page]:
    """Every page that joins decisions with what was done."""
    yield from board_pages(graph)
    yield print_page(graph)
    yield matrix_page(graph)
    yield figures_page(graph)
    yield status_page(graph)
