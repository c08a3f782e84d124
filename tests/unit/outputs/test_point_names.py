"""A sub-point is named with the point that it stands under, wherever it is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.graph import Graph
from casebook.outputs.follow_up_table import follow_up_table
from casebook.outputs.pages.board import board_pages
from casebook.outputs.pages.board_print import print_page
from casebook.outputs.pages.case import case_page
from tests.support.rendering import body_of
from tests.support.written import case, decided, graph_of

FRONT = f"""tittel: Lokaler
{decided("2025-01-10", "id: radet")}oppfølging:
  - {{id: skjema, gjelder: radet-p2-a, hva: Lage skjema, eier: [sekretariatet]}}
"""
POINTS = "## Vedtak\n1. Ja:\n   a) lag\n2. Nei:\n   a) skoler\n3. Også:\n   3.1 bokser\n"


@pytest.fixture
def graph(tmp_path: Path) -> Graph:
    return graph_of(tmp_path, {"2025/sak.md": case(FRONT, POINTS)})


def test_on_the_page_of_the_case(graph: Graph) -> None:
    page = body_of(case_page(graph, graph.cases["sak"]))
    for anchor, name in (("p1-a", "1 a"), ("p2-a", "2 a"), ("p3-1", "3.1")):
        assert f'href="#radet-{anchor}" aria-label="Lenke til punkt {name}"' in page
        assert f'<span class="vh">Punkt {name}: </span>' in page
        assert f"<summary>Punkt {name}</summary>" in page
    assert '<span class="point-number" aria-hidden="true">a)</span>' in page


def test_on_the_board_in_print_and_in_the_table(graph: Graph) -> None:
    board = body_of(next(iter(board_pages(graph))).page)
    assert 'sak/#radet-p2-a">punkt 2 a</a>' in board
    assert "<td>Punkt 2 a: Lage skjema</td>" in body_of(print_page(graph))
    table = follow_up_table(graph, graph.all_follow_ups).decode("utf-8-sig")
    assert "2 a) skoler" in table
