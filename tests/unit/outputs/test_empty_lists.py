"""A site that has just begun says so: no heading stands over nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from casebook.graph import Graph
from casebook.outputs.pages.board import board_pages
from casebook.outputs.pages.front import front_page
from casebook.outputs.pages.meeting_calendar import calendar_page
from casebook.outputs.pages.page import Page
from casebook.outputs.pages.process import process_list
from casebook.outputs.pages.registers import register_pages
from tests.support.rendering import body_of
from tests.support.written import case, graph_of

BARE = "navn: Prøveregionen\nnavnerom: prove\nmålform: nb\nkommuner: [{id: sund, navn: Sund}]\n"
CASES = ((2026, "en"), (2025, "to"), (2025, "tre"))
COMING = "---\ntype: ordinært\ndato: 2027-01-10\nstatus: planlagt\n---\n"
OVER_NOTHING = re.compile(
    r"<h(?:2[^>]*>[^<]*</h2>\s*(?:</div>\s*)?(?:</section>|<h2|\Z)"
    r"|3[^>]*>[^<]*</h3>\s*(?:</section>|<h[23]|\Z))"
)
EMPTY_LIST = re.compile(r"<[ou]l[^>]*>\s*</[ou]l>")


@pytest.fixture
def graph(tmp_path: Path) -> Graph:
    return graph_of(tmp_path, {"meetings/2027-01-10-mote.md": COMING}, BARE)


def _pages(graph: Graph) -> dict[str, Page]:
    made = [front_page(graph), calendar_page(graph), process_list(graph)]
    made += [listing.page for listing in (*register_pages(graph), *board_pages(graph))]
    return {page.address: page for page in made}


def test_no_heading_stands_over_nothing(graph: Graph) -> None:
    for address, page in _pages(graph).items():
        body = body_of(page)
        assert not OVER_NOTHING.search(body), address
        assert not EMPTY_LIST.search(body), address


def test_a_coming_meeting_is_not_denied_below_it(graph: Graph) -> None:
    for address in ("", "moter/"):
        body = body_of(_pages(graph)[address])
        assert "Ingen tidligere møter er registrert." in body
        assert "Ingen møter er registrert." not in body


def test_a_board_without_rows_has_nothing_to_choose(graph: Graph) -> None:
    body = body_of(_pages(graph)["oppfolging/"])
    assert "<form" not in body
    assert "Vis bare ett organ" not in body


def test_the_years_count_one_case_in_the_singular(tmp_path: Path) -> None:
    decided_in = {f"{year}/{name}.md": case(f"tittel: {name}") for year, name in CASES}
    body = body_of(front_page(graph_of(tmp_path, decided_in)))
    counts = re.findall(r'<span class="count">(\d)<span class="vh"> (\w+)</span>', body)
    assert counts == [("1", "sak"), ("2", "saker")]
