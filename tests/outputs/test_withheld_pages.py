"""A case's page says no more of what is withheld than its data does."""

from __future__ import annotations

import pytest

from casebook.outputs.pages.case import case_page
from tests.support import region
from tests.support.rendering import body_of

WITHHELD = ("2022-lukket-forhandling", "2022-unntatte-vedlegg", "2023-unntatt-innhold")


@pytest.mark.parametrize("case_id", WITHHELD)
def test_nothing_withheld_stands_on_the_page(case_id: str) -> None:
    graph = region.graph()
    shown = body_of(case_page(graph, graph.cases[case_id]))
    assert shown
    assert "kolibri" not in shown.lower()
