"""Words of fields in the Markdown beside a page are words, whatever they look like."""

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.markdown import scan
from casebook.outputs.markdown_events import meeting_markdown, process_markdown
from casebook.outputs.markdown_files import case_markdown, tombstone_markdown
from casebook.outputs.metadata import llms
from casebook.outputs.plain import as_markdown, in_words
from casebook.outputs.records import Source
from tests.support.written import REGION, case, graph_of

ODD = (
    r"[x](javascript:hemq) ![](http://e.x/a.png) <b>h</b> <http://e.x/> [a][b] \[c\] &lt; `d` A & B"
)
QUOTED = f"'{ODD}'"
CASE = f"""
tittel: {QUOTED}
kort: {QUOTED}
arkivsak: {QUOTED}
temaer: [klima]
prosesser: [plan]
behandling:
  - møte: 2025-03-04-radet
    nummer: {QUOTED}
    rolle: avgjør
    utfall: vedtatt
    votering: [{{type: for-mot, gjelder: {QUOTED}, for: 3, mot: 1}}]
oppfølging:
  - id: a
    hva: {QUOTED}
    eier: [sekretariatet]
    frist: {{tekst: {QUOTED}}}
    logg: [{{dato: 2025-05-01, status: pågår, tekst: {QUOTED}}}]
"""
FILES = {
    "2025/odd.md": case(CASE, "## Vedtak\n\n1. Ja.\n\n## \\[v](x) \\<i>\n\nTekst.\n"),
    "2025/gone.md": case(f"tittel: X\ntatt_av_siden: {{dato: 2025-06-01, grunn: {QUOTED}}}"),
    "2026/next.md": case(
        "tittel: Ny\nrelasjoner: [{type: erstatter, sak: odd}]\n"
        "behandling: [{organ: radet, dato: 2026-01-01, rolle: avgjør, utfall: vedtatt}]"
    ),
    "meetings/2025-03-04-radet.md": case(
        f"type: ordinært\norgan: radet\ndato: 2025-03-04\nsted: {QUOTED}\nkort: {QUOTED}\n"
        f"formalia: [{{nummer: 1/2025, tittel: {QUOTED}}}]",
        "",
    ),
    "processes/plan.md": case(
        f"tittel: {QUOTED}\nkort: {QUOTED}\n"
        f"hendelser: [{{dato: 2025-01-01, type: annet, tekst: {QUOTED}}}]",
        "",
    ),
}


def test_words_as_markdown_are_read_as_the_same_words() -> None:
    assert in_words(as_markdown(ODD)) == ODD


@pytest.mark.parametrize("kind", ["case", "tombstone", "meeting", "process", "llms"])
def test_no_field_makes_a_link_a_picture_or_html(kind: str, tmp_path: Path) -> None:
    region = REGION.replace("navn: Rådet", f"navn: {QUOTED}").replace(
        "navn: Klima}", f"navn: {QUOTED}}}"
    )
    graph = graph_of(tmp_path, FILES, f"{region}kort: {QUOTED}\n")
    source = Source(graph)
    text = {
        "case": lambda: case_markdown(source, graph.cases["odd"]),
        "tombstone": lambda: tombstone_markdown(source, graph.cases["gone"]),
        "meeting": lambda: meeting_markdown(source, graph.meetings["2025-03-04-radet"]),
        "process": lambda: process_markdown(source, graph.processes["plan"]),
        "llms": lambda: llms(source).decode(),
    }[kind]()
    found = scan(text)
    assert [link for link in found.links if "hemq" in link.target or "e.x" in link.target] == []
    assert [link for link in found.links if link.is_image] == []
    assert [piece.text for piece in found.html] == []
    assert ODD in in_words(text)
