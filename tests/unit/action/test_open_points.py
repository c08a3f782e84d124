"""What is still open in a process, and with a municipality, stands with the most pressing first."""

from __future__ import annotations

import re
from pathlib import Path

from casebook.outputs.pages.municipality import municipality_pages
from casebook.outputs.pages.process import process_page
from tests.support.rendering import body_of
from tests.support.written import case, decided, graph_of

WHAT = re.compile(r'class="follow-up-what"><a[^>]*>([^<]*)</a>')


def asks(case_id: str, deadline: str) -> str:
    return case(
        f"tittel: {case_id}\nprosesser: [plan]\n{decided('2025-01-10')}oppfølging:\n"
        f"  - {{id: a, hva: {case_id}, eier: [kommune:sund], frist: {deadline}}}\n"
    )


def test_the_earliest_deadline_comes_first(tmp_path: Path) -> None:
    files = {
        "2025/sent.md": asks("sent", "2027-05-01"),
        "2025/forst.md": asks("forst", "2025-02-01"),
        "2025/midt.md": asks("midt", "2026-02-01"),
        "processes/plan.md": "---\ntittel: Plan\n---\nTekst.\n",
    }
    graph = graph_of(tmp_path, files)
    pages = (made.page for made in municipality_pages(graph))
    (sund,) = (page for page in pages if page.address == "kommune/sund/")
    for page in (process_page(graph, graph.processes["plan"]), sund):
        assert WHAT.findall(body_of(page)) == ["forst", "midt", "sent"], page.address
