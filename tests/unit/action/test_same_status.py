"""Whatever a log says, every output gives the follow-up the same status."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.graph import Graph, build_graph
from casebook.i18n import Words
from casebook.model.case import FollowUp, LogEntry
from casebook.model.values import Deadline, PartialDate
from casebook.model.vocabulary import FollowUpStatus
from casebook.outputs.follow_up_table import follow_up_table
from casebook.outputs.pages.board import board_pages
from casebook.outputs.pages.case import case_page
from casebook.outputs.records import Source, follow_up_record
from tests.support.rendering import body_of
from tests.support.written import TODAY, case, decided, graph_of

WORDS = Words("nb")
DAYS = st.dates(date(2020, 1, 1), TODAY + timedelta(days=400))
GROUP = re.compile(r'aria-labelledby="([\w-]+)" data-board-group>(.*?)</section>', re.S)
PARTIAL = st.builds(
    lambda day, parts: PartialDate(
        day.year, day.month if parts > 1 else None, day.day if parts > 2 else None
    ),
    DAYS,
    st.integers(1, 3),
)
ENTRIES = st.builds(
    LogEntry,
    date=st.none() | PARTIAL,
    status=st.none() | st.sampled_from(FollowUpStatus),
    text=st.sampled_from(["", "Arbeidet er i gang.", "=1+1; «sitat»"]),
)
FOLLOW_UPS = st.builds(
    FollowUp,
    id=st.just("rapport"),
    concerns=st.sampled_from(["", "p1", "radet-p2", "radet-vedtak", "p9"]),
    action=st.just("Legge fram rapport"),
    owners=st.sampled_from([(), ("sekretariatet",), ("kommune:sund", "radet")]),
    deadline=st.none() | st.builds(Deadline, date=st.none() | PARTIAL, text=st.just("snart")),
    log=st.lists(ENTRIES, max_size=5).map(tuple),
)


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    files = {"2025/sak.md": case(f"tittel: Rapport\n{decided('2025-01-10')}")}
    return graph_of(tmp_path_factory.mktemp("content"), files)


def with_follow_up(start: Graph, follow_up: FollowUp) -> Graph:
    changed = replace(start.cases["sak"], follow_ups=(follow_up,))
    return build_graph(start.region, (changed,), (), (), {}, TODAY)


def badges(part: str) -> set[str]:
    return set(re.findall(r'<span class="badge [^>]*>.*?<span>([^<]*)</span></span>', part))


def expected_badges(status: str, *, overdue: bool, silent: bool) -> set[str]:
    marks = {WORDS(f"status_{status}")}
    marks |= {WORDS("status_over-frist")} if overdue else set()
    return marks | ({WORDS("status_stille")} if silent else set())


@given(follow_up=FOLLOW_UPS)
def test_any_log_gives_the_same_status_everywhere(start: Graph, follow_up: FollowUp) -> None:
    graph = with_follow_up(start, follow_up)
    (state,) = graph.all_follow_ups
    status = state.status.value if state.status else "ikke-registrert"
    wanted = expected_badges(status, overdue=state.overdue, silent=state.silent)

    (line,) = csv.DictReader(
        io.StringIO(follow_up_table(graph, graph.all_follow_ups).decode("utf-8-sig")),
        delimiter=";",
    )
    assert line["status"] == WORDS(f"status_{status}")
    assert (WORDS("status_over-frist") in line["merknad"]) is state.overdue

    data = follow_up_record(Source(graph), state)
    assert (data.get("status") or "ikke-registrert") == status
    assert (data["open"], data["overdue"], data["silent"]) == (
        not state.closed,
        state.overdue,
        state.silent,
    )

    page = body_of(case_page(graph, graph.cases["sak"]))
    card = page[page.index(f'id="{state.anchor}"') :]
    assert badges(card[: card.index("<dl")]) == wanted

    board = body_of(next(board_pages(graph)))
    rows = {group: badges(part) for group, part in GROUP.findall(board)}
    assert {group: found for group, found in rows.items() if found} == {state.group: wanted}


def test_the_last_entry_by_date_gives_the_status(tmp_path: Path) -> None:
    log = (
        "oppfølging:\n"
        "  - id: rapport\n    gjelder: p1\n    hva: Rapport\n    frist: 2026-01-01\n    logg:\n"
        "      - {dato: 2025-06-01, status: utført}\n"
        "      - {dato: 2025-03-01, status: pågår}\n"
        "      - {dato: 2025-07-01, tekst: Uten status.}\n"
    )
    found = graph_of(tmp_path, {"2025/sak.md": case(f"tittel: A\n{decided('2025-01-10')}{log}")})
    (state,) = found.all_follow_ups
    assert (state.status, state.overdue, state.group) == (FollowUpStatus.DONE, False, "done")
    assert state.days_to_done == 142
