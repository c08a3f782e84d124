from __future__ import annotations

from pathlib import Path

import pytest

from casebook.graph import Graph
from casebook.graph.timelines import Happening, case_timeline, meeting_timeline, process_timeline
from casebook.outputs.pages.process import process_page
from casebook.outputs.pages.thread import thread_view
from casebook.outputs.pages.view import View
from tests.support.rendering import body_of
from tests.support.written import case, decided, graph_of

# The shape of the real region's matter, in an invented one: a decision asks for a meeting, the
# meeting is held, the matter comes back the same autumn and leads on to the strategies.
FILES = {
    "meetings/2021-05-25-radet.md": "---\ntype: ordinært\norgan: radet\ndato: 2021-05-25\n---\n",
    "meetings/2021-09-08-fylket.md": "---\ntype: administrativt\ntittel: Møte med fylket\n"
    "dato: 2021-09-08\nparter: [{navn: Fylket}]\n---\n",
    "meetings/2021-09-28-radet.md": "---\ntype: ordinært\norgan: radet\ndato: 2021-09-28\n---\n",
    "processes/avtale.md": "---\ntittel: Avtalen\nfra: 2021\nmøter: [2021-09-08-fylket]\n---\n",
    "processes/strategier.md": "---\ntittel: Strategier\nstatus: pågår\n"
    "status_dato: 2021-09\n---\n",
    "2021/06-avtale.md": case(
        "tittel: Avtalen om våren\nprosesser: [avtale]\n"
        "behandling: [{møte: 2021-05-25-radet, nummer: 06/2021, rolle: avgjør, utfall: vedtatt}]\n"
        "oppfølging:\n  - id: mote\n    hva: Møte fylket\n    logg:\n"
        "      - {dato: 2021-09-08, status: utført, møte: 2021-09-08-fylket}\n"
    ),
    "2021/avtale-host.md": case(
        "tittel: Avtalen om høsten\nprosesser: [avtale, strategier]\nmøter: [2021-09-08-fylket]\n"
        "behandling: [{møte: 2021-09-28-radet, rolle: drøfter}]\n"
        "relasjoner: [{type: bygger-på, sak: 06-avtale}]\n"
        "usikkert: {behandling.radet.møte: Trolig dette møtet.}\n",
        "## Bakgrunn\nTekst.\n",
    ),
    "2022/annen.md": case(
        f"tittel: En annen sak\n{decided('2022-01-01')}"
        "relasjoner: [{type: se-også, sak: 06-avtale}]\n"
    ),
}
LINE = ["Avtalen", "06-avtale", "Møte med fylket", "Møte fylket", "avtale-host", "Strategier"]


@pytest.fixture
def graph(tmp_path: Path) -> Graph:
    return graph_of(tmp_path, FILES)


def told(line: list[Happening]) -> list[str]:
    names = []
    for happening in line:
        subject = happening.subject
        if isinstance(subject, tuple):
            names.append(subject[0].follow_up.action)  # type: ignore[union-attr]
        elif happening.case is not None:
            names.append(happening.case.id)
        else:
            names.append(subject.title)  # type: ignore[union-attr]
    return names


@pytest.mark.parametrize("case_id", ["06-avtale", "avtale-host"])
def test_the_matter_reads_as_one_line_from_each_of_its_cases(graph: Graph, case_id: str) -> None:
    assert told(case_timeline(graph, graph.cases[case_id])) == LINE


def test_an_administrative_meeting_shows_its_matter(graph: Graph) -> None:
    assert told(meeting_timeline(graph, graph.meetings["2021-09-08-fylket"])) == LINE


@pytest.mark.parametrize("process", ["avtale", "strategier"])
def test_both_processes_read_right(graph: Graph, process: str) -> None:
    assert told(process_timeline(graph, graph.processes[process])) == LINE


def test_an_ordinary_meeting_shows_what_led_to_it(graph: Graph) -> None:
    line = meeting_timeline(graph, graph.meetings["2021-09-28-radet"])
    assert told(line) == ["06-avtale", "avtale-host"]


def test_see_also_ties_nothing(graph: Graph) -> None:
    line = case_timeline(graph, graph.cases["annen"])
    assert told(line) == ["annen"]
    assert thread_view(View(graph, "nb", "x/"), line, "annen") is None


def test_uncertainty_travels_to_the_thread(graph: Graph) -> None:
    doubts = [h.doubt for h in case_timeline(graph, graph.cases["06-avtale"]) if h.doubt]
    assert doubts == ["Trolig dette møtet."]


def test_the_process_page_draws_the_line_and_says_it(graph: Graph) -> None:
    page = body_of(process_page(graph, graph.processes["avtale"]))
    drawing = page[page.index('<svg class="thread-drawing"') :]
    drawing = drawing[: drawing.index("</svg>")]
    assert "style=" not in drawing
    assert drawing.count("th-mark") + drawing.count("th-open") == len(LINE)
    assert drawing.count("th-here") == 1
    assert page.count('<li class="tl ') == len(LINE)


def test_a_long_chain_is_bounded_and_stable(tmp_path: Path) -> None:
    files = {
        f"2025/s{n:03}.md": case(
            f"tittel: Sak {n}\n{decided(f'2025-01-{n % 28 + 1:02}')}"
            + (f"relasjoner: [{{type: følger-opp, sak: s{n - 1:03}}}]\n" if n else "")
        )
        for n in range(100)
    }
    graph = graph_of(tmp_path, files)
    assert len(graph.matters["s050"]) == 40
    assert graph.matters["s050"][:3] == ("s050", "s049", "s051")
    assert len(case_timeline(graph, graph.cases["s050"])) <= 80
