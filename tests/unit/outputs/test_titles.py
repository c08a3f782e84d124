"""Records may share their title; what a browser's tab says tells their pages apart."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

from casebook.outputs.pages.board import board_pages
from casebook.outputs.pages.case import case_page
from casebook.outputs.pages.process import process_page
from casebook.outputs.pages.registers import register_pages
from casebook.outputs.pages.shell import Renderer
from casebook.outputs.site import SiteOptions, frame
from tests.support.written import case, decided, graph_of

TITLE = re.compile(r"<title>(.*?)</title>")


def test_records_of_one_title_have_pages_of_different_titles(tmp_path: Path) -> None:
    front = f"tittel: Klima\ntemaer: [klima]\nprosesser: [klima]\n{decided('2025-01-10')}"
    files = {
        "2025/a.md": case(front.replace("dato:", "nummer: 01/2025, dato:")),
        "2025/b.md": case(front.replace("dato:", "nummer: 02/2025, dato:")),
        "2025/c.md": case(front),
        "2025/d.md": case("tittel: Klima"),
        "processes/klima.md": "---\ntittel: Klima\n---\nTekst.\n",
    }
    graph = graph_of(tmp_path, files)
    pages = [
        *(case_page(graph, found) for found in graph.cases.values()),
        *(process_page(graph, found) for found in graph.processes.values()),
        *(made.page for made in (*register_pages(graph), *board_pages(graph))),
    ]
    renderer = Renderer(partial(frame, graph, SiteOptions()), "")
    titles = [TITLE.findall(renderer.render(page).decode())[0] for page in pages]
    assert "Klima – Sak 01/2025 – Prøveregionen" in titles
    assert "Klima – 10.\u00a0januar 2025 – Prøveregionen" in titles
    assert "Klima – 2025 – Prøveregionen" in titles
    assert "Klima – Prosess – Prøveregionen" in titles
    assert len(set(titles)) == len(titles)
