from __future__ import annotations

from pathlib import Path

import pytest

from casebook.outputs.pages.case import case_page
from casebook.outputs.pages.rows import case_row
from casebook.outputs.pages.view import View
from tests.support.written import case, decided, graph_of

RETRACTED = "tatt_av_siden: {dato: 2025-02-01, grunn: Feil}\n"
OLD = case(f"tittel: Gammel\n{decided('2024-01-01')}")


@pytest.mark.parametrize(
    ("kind", "later", "label"),
    [
        ("erstatter", decided("2025-01-01"), "Erstattet"),
        ("endrer", decided("2025-01-01"), "Endret senere"),
        ("erstatter", decided("2027-01-01", outcome="ukjent"), "Foreslått erstattet"),
        ("erstatter", decided("2025-01-01", outcome="ikke-vedtatt"), ""),
        (
            "erstatter",
            f"{decided('2025-01-01')}tatt_av_siden: {{dato: 2025-02-01, grunn: Feil}}\n",
            "",
        ),
        ("bygger-på", decided("2025-01-01"), ""),
    ],
)
def test_what_a_later_case_does_to_a_decision(
    tmp_path: Path, kind: str, later: str, label: str
) -> None:
    tie = f"relasjoner: [{{type: {kind}, sak: gammel}}]\n"
    files = {"2024/gammel.md": OLD, "2025/ny.md": case(f"tittel: Ny\n{later}{tie}")}
    graph = graph_of(tmp_path, files)
    view = View(graph, "nb", "index.html")
    assert case_row(view, graph.cases["gammel"])["superseded"] == label
    notices = case_page(graph, graph.cases["gammel"]).view["notices"]
    assert [notice["link"]["href"] for notice in notices] == (["../../sak/ny/"] if label else [])


def test_a_withdrawn_case_says_so_at_the_top(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path, {"2024/a.md": case(f"tittel: A\n{decided('2024-01-01', outcome='trukket')}")}
    )
    (notice,) = case_page(graph, graph.cases["a"]).view["notices"]
    assert notice["kind"] == "withdrawn"
