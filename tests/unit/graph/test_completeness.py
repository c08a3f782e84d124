"""What a record lacks is asked for when it could be there, and not before."""

from __future__ import annotations

from datetime import date

import pytest

from casebook.graph.completeness import meeting_lacks
from tests.support import region

MEETING = "2022-03-representantskapet"
AFTERWARDS = {"meeting_agenda", "meeting_minutes"}


@pytest.mark.parametrize(
    ("day", "asked"), [(date(2022, 3, 31), set()), (date(2022, 4, 1), AFTERWARDS)]
)
def test_minutes_are_missed_when_the_last_possible_day_has_passed(
    day: date, asked: set[str]
) -> None:
    graph = region.graph(day)
    assert set(meeting_lacks(graph, graph.meetings[MEETING])) & AFTERWARDS == asked
