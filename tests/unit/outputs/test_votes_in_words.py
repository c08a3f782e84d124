"""A vote that is only told in words stands on the page and in the data alike."""

from __future__ import annotations

from pathlib import Path

from casebook.graph import Graph
from casebook.outputs.data.tables_votes import VOTE_TABLES
from casebook.outputs.pages.case import case_page
from casebook.outputs.records import Source, case_record
from tests.support.rendering import body_of
from tests.support.written import case, decided, graph_of

WORDS = "## Votering\nForslaget ble vedtatt med 7 mot 3 stemmer (2 SV, FrP).\n\n## Vedtak\nJa.\n"


def told(root: Path) -> Graph:
    return graph_of(root, {"2025/sak.md": case(f"tittel: Sak\n{decided('2025-01-10')}", WORDS)})


def test_a_party_without_a_number_stands_with_its_name_alone(tmp_path: Path) -> None:
    graph = told(tmp_path)
    page = body_of(case_page(graph, graph.cases["sak"]))
    assert 'data-label="Partier">SV&nbsp;2, FrP</td>' in page


def test_the_data_hold_the_vote_of_the_words(tmp_path: Path) -> None:
    graph = told(tmp_path)
    source = Source(graph)
    (vote,) = case_record(source, graph.cases["sak"])["treatments"][0]["votes"]
    assert vote["in_favour"]["count"] == 7
    assert (vote["against"]["parties"], vote["against"]["named_parties"]) == ({"SV": 2}, ["FrP"])
    sides, voters = (list(table.rows(source)) for table in VOTE_TABLES)
    assert [(row[3], row[8]) for row in sides] == [("for", 7), ("mot", 3)]
    assert [row[4:7] for row in voters] == [("parti", "SV", 2), ("parti", "FrP", None)]
