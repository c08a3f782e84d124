from __future__ import annotations

from pathlib import Path

from casebook.graph import Graph
from casebook.outputs.pages.front import front_page
from casebook.outputs.pages.meeting_calendar import calendar_page
from tests.support.written import TODAY, graph_of


def _graph(root: Path, status: str) -> Graph:
    held = "---\ntype: ordinært\norgan: radet\ndato: 2025-01-10\n---\n"
    coming = held.replace("2025-01-10", f"2030-03-04\nstatus: {status}")
    meetings = {"meetings/2025-01-10-rad.md": held, "meetings/2030-03-04-rad.md": coming}
    return graph_of(root, meetings)


def test_a_coming_meeting_that_is_called_off_is_no_earlier_one(tmp_path: Path) -> None:
    """Who looks for it sees that it is cancelled; only what is held next is «next»."""
    assert TODAY.year < 2030
    for status, following in (("innkalt", 1), ("avlyst", 0), ("flyttet", 0)):
        graph = _graph(tmp_path, status)
        calendar, front = calendar_page(graph).view, front_page(graph).view
        assert [row["status"] for row in calendar["coming"]] == [status]
        assert [year["label"] for year in calendar["years"]] == ["2025"]
        assert len(front["next_meetings"]) == following
        assert len(front["last_meetings"]) == 1
