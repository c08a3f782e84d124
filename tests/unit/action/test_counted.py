"""Completeness, figures, charts and tables: what is counted, and how it is drawn and written."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from casebook.graph.completeness import all_lacks, freshness
from casebook.graph.figures import figures
from casebook.graph.tallies import by_year_and_body
from casebook.outputs.charts import bar_chart
from casebook.outputs.follow_up_table import FOLLOW_UP_COLUMNS, follow_up_table
from casebook.outputs.pages.view import View
from casebook.outputs.pages.work_list import work_items
from casebook.outputs.spreadsheets import table
from tests.support.written import case, decided, graph_of

WHOLE = "kort: Kort.\nkilder: [{tittel: Protokollen}]\n"


@pytest.mark.parametrize(
    ("front", "body", "lacks"),
    [
        (WHOLE + decided("2025-01-01", "nummer: 1/2025, votering: {type: enstemmig}"), None, ()),
        (WHOLE + decided("2025-01-01", "nummer: ukjent, votering: ukjent"), None, ()),
        (decided("2025-01-01"), None, ("summary", "number", "vote", "sources")),
        (WHOLE, "", ("treatment", "text")),
        (
            WHOLE + decided("2025-01-01", "nummer: 1/2025, votering: {type: enstemmig}"),
            "## Bakgrunn\nTekst.\n",
            ("decision",),
        ),
        (WHOLE + "behandling: [{organ: radet, dato: 2027-01-01, rolle: avgjør}]\n", None, ()),
    ],
)
def test_what_a_case_lacks(
    tmp_path: Path, front: str, body: str | None, lacks: tuple[str, ...]
) -> None:
    text = case(f"tittel: A\n{front}") if body is None else case(f"tittel: A\n{front}", body)
    graph = graph_of(tmp_path, {"2025/a.md": text})
    assert graph.lacks["a"] == lacks


def test_freshness_does_not_count_what_is_to_come(tmp_path: Path) -> None:
    files = {
        "2025/a.md": case(f"tittel: A\n{decided('2025-01-01')}"),
        "meetings/2027-01-01-radet.md": "---\ntype: ordinært\norgan: radet\n"
        "dato: 2027-01-01\n---\n",
    }
    newest = freshness(graph_of(tmp_path, files))
    assert newest.decision is not None
    assert (newest.decision.iso, newest.meeting) == ("2025-01-01", None)


def test_freshness_does_not_count_what_is_only_likely(tmp_path: Path) -> None:
    front = f"tittel: A\n{decided('2025-01-01')}usikkert: {{behandling.radet.dato: Trolig.}}\n"
    local = (
        "kommunebehandling: [{kommune: sund, hensikt: høring, dato: 2024-05, utfall: vedtatt}]\n"
    )
    graph = graph_of(tmp_path, {"2025/a.md": case(front + local)})
    newest = freshness(graph)
    assert newest.decision is None
    (tally,) = by_year_and_body(graph).values()
    assert (tally.total, str(tally.newest and tally.newest.iso)) == (1, "2024-05")


LOGGED = (
    "oppfølging:\n"
    "  - {id: a, gjelder: p1, hva: A, eier: ['kommune:sund'], frist: 2026-01-01,"
    " logg: [{dato: 2025-06-01, status: pågår}]}\n"
    "  - {id: b, gjelder: p2, hva: B, eier: [sekretariatet],"
    " logg: [{dato: 2026-01-31, status: utført}]}\n"
)


def test_the_figures_count_what_the_records_say(tmp_path: Path) -> None:
    front = f"tittel: A\ntemaer: [klima]\n{decided('2025-01-01')}{LOGGED}"
    graph = graph_of(tmp_path, {"2025/a.md": case(front)})
    found = {figure.name: dict(figure.rows) for figure in figures(graph)}
    assert found == {
        "decisions-by-year": {"2025": (1,)},
        "decisions-by-body": {"radet": (1,)},
        "decisions-by-outcome": {"vedtatt": (1,)},
        "decisions-by-topic": {"klima": (1,)},
        "follow-ups-over-time": {"2025": (2, 0), "2026": (0, 1)},
        "days-to-done": {"2026": (395,)},
        "late-by-municipality": {"kommune:sund": (1, 1)},
    }


def test_the_work_list_begins_with_what_presses_most(tmp_path: Path) -> None:
    front = f"tittel: A\n{decided('2025-01-01', 'virkning: bindende')}{LOGGED}"
    graph = graph_of(tmp_path, {"2025/a.md": case(front)})
    lines = list(work_items(View(graph, "nb", "index.html")))
    assert lines[0][:2] == ("Over frist", "A")
    assert len(lines) == 1 + len(list(all_lacks(graph)))


def test_the_table_has_the_columns_of_the_councils(tmp_path: Path) -> None:
    front = f"tittel: A\n{decided('2025-01-01', 'nummer: 6/2025')}{LOGGED}"
    graph = graph_of(tmp_path, {"2025/a.md": case(front)})
    written = follow_up_table(graph, graph.all_follow_ups)
    assert written.startswith(b"\xef\xbb\xbf")
    first, *_ = csv.DictReader(io.StringIO(written.decode("utf-8-sig")), delimiter=";")
    assert tuple(first) == FOLLOW_UP_COLUMNS
    assert first["vedtak"] == "1. Ja."
    placed = [first[name] for name in ("utvalg", "møtedato", "saksnr")]
    assert placed == ["Rådet", "2025-01-01", "Sak 6/2025"]
    assert first["ansvarlig"] == "Sund kommune"
    assert "Over frist" in first["merknad"]


@pytest.mark.parametrize("text", ["=1+1", "+47", "-5", "@SUM(A1)", "\tx"])
def test_no_cell_is_taken_for_a_formula(text: str) -> None:
    written = io.StringIO(table(["a"], [[text]]).decode("utf-8-sig"))
    assert list(csv.reader(written, delimiter=";"))[1:] == [[f"'{text}"]]


def test_a_chart_is_equal_twice_and_coloured_by_the_stylesheet() -> None:
    def draw() -> str:
        return str(bar_chart("Åpne & sene", ["A", "B <c>"], ["Åpne", "Sene"], [[1, 2], [3, 0]]))

    first = draw()
    assert draw() == first
    assert "style=" not in first
    assert "font-" not in first
    assert not re.search(r'(?:fill|stroke)="(?!none)', first)
    assert "<title>Åpne &amp; sene</title>" in first
    assert 'role="img"' in first
    assert first.count("role=") == 1
    assert {"fill-first", "fill-paper", "stroke-second", "fill-text"} <= set(
        re.findall(r"(?:fill|stroke)-(?:first|second|paper|text)", first)
    )


def test_a_chart_is_no_wider_than_a_phone_can_show() -> None:
    """Its letters stay readable only if it is drawn narrow, however long its labels are."""
    drawn = str(
        bar_chart("Alt", ["Interkommunalt samarbeidsutvalg" * 3, "B"], ["A"], [[1000], [3]])
    )
    across = re.search(r'viewBox="0 0 (\d+) ', drawn)
    assert across is not None
    assert int(across[1]) <= 440
    assert "Interkommunalt samarbe" in drawn
    assert "samarbeidsutvalg" not in drawn
    longest = bar_chart("Alt", ["Ansvarleg er ikkje registrert"], ["A"], [[1]])
    assert "Ansvarleg er ikkje registrert<" in longest


def test_a_chart_draws_each_value_beside_a_bar_of_its_length() -> None:
    rows = [[1, 4], [2, 0], [4, 3]]
    drawn = str(bar_chart("Alt", ["Lik", "Lik", "B"], ["Åpne", "Sene"], rows))
    bars = re.findall(r'<rect x="1" y="([\d.]+)" width="([\d.]+)".*?>(\d+)</text>', drawn)
    assert [int(value) for _, _, value in bars] == [1, 4, 2, 0, 4, 3]
    tops = [float(top) for top, _, _ in bars]
    assert tops == sorted(tops)
    longest = max(float(width) for _, width, _ in bars)
    for _, width, value in bars:
        assert float(width) == pytest.approx(longest * int(value) / 4, abs=0.1)
    labels = re.findall(r'text-anchor="end"[^>]*>([^<]+)<', drawn)
    assert sorted(labels) == ["B", "Lik", "Lik"]


def test_a_chart_of_nothing_but_zeros_has_bars_without_length() -> None:
    drawn = str(bar_chart("Alt", ["A"], ["Åpne"], [[0]]))
    assert 'width="0"' in drawn
    assert ">0</text>" in drawn
