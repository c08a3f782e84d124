"""Links that lead to different places do not read alike."""

from __future__ import annotations

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from casebook.outputs.pages.case import case_page
from tests.support import region
from tests.support.rendering import body_of
from tests.support.written import case, decided, graph_of


def names(html: str, part: str) -> list[str]:
    """What the links of a part are called."""
    return [" ".join(a.text().split()) for a in LexborHTMLParser(html).css(f"{part} a")]


def test_files_of_one_title_are_told_apart() -> None:
    graph = region.graph()
    page = body_of(case_page(graph, graph.cases["2023-like-vedleggsnavn"]))
    assert names(page, ".file-title") == [
        "Kart (nord-kart.png)",
        "Kart (sor-kart.png)",
        "Kart (kart.pdf)",
        "Rapport (loyperapport.odt)",
        "Rapport (loyperapport-2.odt)",
        "Høringssvar frå Ærøya (endeleg utgåve)",
    ]


def test_links_of_one_title_are_told_apart(tmp_path: Path) -> None:
    one, other = (f"  - {{tittel: Kart, lenke: 'https://x.example/{key}'}}" for key in "ab")
    listed = "\n".join((one, "  - {tittel: Kart, mangler: Ikke mottatt}", other))
    front = f"tittel: Sak\n{decided('2025-01-10')}vedlegg:\n{listed}"
    graph = graph_of(tmp_path, {"2025/sak.md": case(front)})
    page = body_of(case_page(graph, graph.cases["sak"]))
    assert names(page, ".file-title") == ["Kart (nr. 1)", "Kart (nr. 3)"]


def test_a_document_in_a_log_says_what_it_is_about(tmp_path: Path) -> None:
    log = "[{dato: 2025-02-01, status: pågår, lenke: 'https://x.example/a'}]"
    follow = f"oppfølging:\n  - {{id: a, gjelder: radet-p1, hva: Legge fartsdumper, logg: {log}}}\n"
    front = f"tittel: Sak\n{decided('2025-01-10', 'id: radet')}{follow}"
    graph = graph_of(tmp_path, {"2025/sak.md": case(front)})
    page = body_of(case_page(graph, graph.cases["sak"]))
    (link,) = names(page, ".log-text")
    assert link.replace("\u00a0", " ") == "Dokument: Legge fartsdumper, 1. februar 2025"
