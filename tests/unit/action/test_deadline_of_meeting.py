"""A deadline that is a meeting's day is as doubtful as that day, wherever it is told."""

from __future__ import annotations

import json
from pathlib import Path

from casebook.outputs.calendars.events import deadline_event
from casebook.outputs.data.package import TABLES
from casebook.outputs.excerpts import municipality_excerpt
from casebook.outputs.follow_up_table import follow_up_table
from casebook.outputs.markdown_files import case_markdown
from casebook.outputs.pages.case import case_page
from casebook.outputs.records import Source, case_record
from tests.support.rendering import body_of
from tests.support.written import case, graph_of

CASE = """
tittel: Sak
behandling: [{organ: radet, dato: 2025-03-04, rolle: avgjør, utfall: vedtatt}]
oppfølging: [{id: bru, hva: Bygge bru, eier: [kommune:nordvik], frist: {møte: 2026-12-01-radet}}]
kreves_av: {kommuner: [nordvik], frist: {møte: 2026-12-01-radet}}
"""
MEETING = """
type: ordinært
organ: radet
dato: 2026-12-01
usikkert: {dato: Møteplanen er ikke vedtatt.}
"""
WHY = "Møteplanen er ikke vedtatt."


def test_the_doubt_of_the_meeting_goes_with_the_deadline(tmp_path: Path) -> None:
    files = {"2025/sak.md": case(CASE), "meetings/2026-12-01-radet.md": case(MEETING, "")}
    graph = graph_of(tmp_path, files)
    (state,), source = graph.all_follow_ups, Source(graph)
    assert state.due_doubt == WHY
    record = case_record(source, graph.cases["sak"])
    assert record["follow_ups"][0]["uncertain"] == {"due": f"Antatt: {WHY}"}
    rows = next(list(t.rows(source)) for t in TABLES if t.name == "oppfolginger")
    assert f"frist: {WHY}" in rows[0]
    event = deadline_event(source, state)
    assert "STATUS:TENTATIVE" in event
    assert "(antatt)" in follow_up_table(graph, graph.all_follow_ups).decode()
    assert case_markdown(source, graph.cases["sak"]).count("1.\xa0desember 2026 (antatt)") == 2
    assert body_of(case_page(graph, graph.cases["sak"])).count(f"({WHY})") == 2


def test_an_excerpt_tells_a_deadline_that_is_a_meeting(tmp_path: Path) -> None:
    files = {"2025/sak.md": case(CASE), "meetings/2026-12-01-radet.md": case(MEETING, "")}
    told = json.dumps(municipality_excerpt(graph_of(tmp_path, files), "nordvik").as_json(""))
    assert "Frist: R\\u00e5det 1.\\u00a0desember 2026 (antatt)" in told
