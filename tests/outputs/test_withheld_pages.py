"""A case's page says no more of what is withheld than its data does."""

from __future__ import annotations

import pytest

from casebook.outputs.pages.case import case_page
from casebook.outputs.pages.meeting import meeting_page
from tests.support import region
from tests.support.rendering import body_of

WITHHELD = ("2022-lukket-forhandling", "2022-unntatte-vedlegg", "2023-unntatt-innhold")
NAMED_BY_ONE_THAT_IS_TAKEN_DOWN = "2021-uten-tekst"
AGENDA_WITH_ONE_THAT_IS_TAKEN_DOWN = "2021-06-15-representantskapet"


@pytest.mark.parametrize("case_id", [*WITHHELD, NAMED_BY_ONE_THAT_IS_TAKEN_DOWN])
def test_nothing_withheld_stands_on_the_page(case_id: str) -> None:
    graph = region.graph()
    shown = body_of(case_page(graph, graph.cases[case_id]))
    assert shown
    assert "kolibri" not in shown.lower()


def test_an_agenda_says_only_where_a_case_stood_that_is_taken_down() -> None:
    graph = region.graph()
    page = meeting_page(graph, graph.meetings[AGENDA_WITH_ONE_THAT_IS_TAKEN_DOWN])
    shown = body_of(page)
    assert "kolibri" not in shown.lower()
    (entry,) = (e for e in page.view["agenda"] if e.get("taken_down"))
    assert (entry["number"], entry["title"]) == ("Sak 02/2021", "Saken er tatt av siden")
    assert not entry.keys() & {"outcome", "role", "closed", "uncertain"}
