"""Words of fields in the Markdown beside a page are words, whatever they look like."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest

from casebook.markdown import render, scan
from casebook.outputs.markdown_events import meeting_markdown, process_markdown
from casebook.outputs.markdown_files import case_markdown, tombstone_markdown
from casebook.outputs.metadata import llms
from casebook.outputs.pages.case import case_page
from casebook.outputs.plain import as_markdown, in_words
from casebook.outputs.records import Source, process_record
from tests.support.rendering import body_of
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


@pytest.mark.parametrize(
    "words",
    [
        "25. mai 2021 vedtok rådet en plan.",
        "1) Planen vedtas",
        "- 2 % i året",
        "+ 3 %",
        "# 4",
        "> 5 dekar",
        "===",
        "---",
        "2 * 3 * 4",
        "*Navn* og _ny_ ~~gammel~~ plan_2024_v2",
    ],
)
def test_words_that_look_like_a_list_or_emphasis_stay_words(words: str) -> None:
    html = str(render(f"{as_markdown(words)}\n").html)
    assert html.strip() == f"<p>{escape(words, quote=False)}</p>"


def test_words_without_marks_stay_as_they_are() -> None:
    for words in ("plan_2024_v2", "25,5 mill.", "12-2024", "2.5 prosent", "A & B"):
        assert as_markdown(words) == words


@pytest.mark.parametrize("kind", ["case", "tombstone", "meeting", "process", "llms"])
def test_no_field_makes_a_link_a_picture_or_html(kind: str, tmp_path: Path) -> None:
    region = REGION.replace("navn: Rådet", f"navn: {QUOTED}").replace(
        "navn: Klima}", f"navn: {QUOTED}}}"
    )
    graph = graph_of(tmp_path, FILES, f"{region}kort: {QUOTED}\nlisens: {QUOTED}\n")
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


RETOLD = """
tittel: Sak
ordrett: [forslag]
behandling:
  - id: rad
    organ: radet
    dato: 2025-03-04
    rolle: avgjør
    utfall: oversendt
    virkning: bindende
    til: Departementet
    endret_av: [{tekst: Mer.}, {fremmet_av: C}, {punkt: 2, fremmet_av: C, tekst: Ut.}, {punkt: 3}]
    punktinndeling: redaksjonell
vedlegg: [{tittel: Plan, type: plan, dato: 2025-02, lenke: "https://a.example/", journalpost: 1-2}]
usikkert: {behandling.rad.virkning: Uklart.}
"""


def test_what_a_decision_means_and_that_it_is_retold_stand_in_markdown(tmp_path: Path) -> None:
    text = "## Forslag til vedtak\n\n1. Ja.\n\n## Vedtak\n\n1. Ja.\n\n## Bakgrunn\n\nTekst.\n"
    graph = graph_of(tmp_path, {"2025/sak.md": case(RETOLD, text)})
    written = case_markdown(Source(graph), graph.cases["sak"])
    assert "Virkning: Bindende vedtak (antatt). Oversendt til Departementet." in written
    assert (
        "- Endring: Mer.\n- Endring fremmet av C\n- Punkt 2: endring fremmet av C: Ut." in written
    )
    assert "- Punkt 3: endring\n" in written
    retold = "Gjengitt, ikke ordrett.\n\n"
    assert f"### Vedtak\n\n{retold}1. Ja." in written
    assert f"## Bakgrunn\n\n{retold}Tekst." in written
    assert "## Forslag til vedtak\n\n1. Ja." in written
    assert "Punktene er delt inn av redaksjonen." in written
    assert "[Plan](<https://a.example/>). februar 2025, Journalpost 1-2" in written
    assert "<li>Punkt 3: endring</li>" in body_of(case_page(graph, graph.cases["sak"]))


TOLD = {
    "2025/anbefalt.md": case(
        "tittel: Anbefalt\nbehandling: [{møte: 2025-03-04-radet, nummer: 2/2025, rolle: innstiller,"
        " utfall: vedtatt}]",
        "## Vedtak\n\n1. Ja.\n",
    ),
    "meetings/2025-03-04-radet.md": case(
        "type: ordinært\norgan: radet\ndato: 2025-03-04\n"
        "lukket: {hjemmel: koml. § 11-5, grunn: Forhandlinger.}\n"
        "formalia: [{nummer: 1/2025, tittel: Innkalling, utfall: vedtatt},"
        " {nummer: 3/2025, tittel: Eventuelt, utfall: ingen}]",
        "",
    ),
    "processes/plan.md": case(
        "tittel: Plan\nfrist: 2026-01-01\nusikkert: {frist: Ingen har bekreftet den.}\n"
        "hendelser:\n"
        "  - {dato: 2025-01-01, type: milepæl, tekst: Først., nådd: ja}\n"
        "  - {dato: 2025-02-01, type: milepæl, tekst: Så., nådd: nei}\n"
        "  - {dato: 2025-03-01, type: høring, tekst: Sist.}",
        "",
    ),
}


def test_what_is_not_reached_is_not_told_as_having_happened(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, TOLD)
    text = process_markdown(Source(graph), graph.processes["plan"]).replace("\u00a0", " ")
    assert "- Frist: 1. januar 2026 (antatt)\n" in text
    assert "- 1. januar 2025: Milepæl, nådd. Først.\n" in text
    assert "- 1. februar 2025: Milepæl, ikke nådd. Så.\n" in text
    assert "- 1. mars 2025: Høring. Sist.\n" in text


def test_a_recommending_body_is_not_told_as_adopting(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, TOLD)
    source = Source(graph)
    agenda = meeting_markdown(source, graph.meetings["2025-03-04-radet"])
    lines = [line for line in agenda.splitlines() if line.startswith("- Sak")]
    assert [line.partition(": ")[2] for line in lines] == [
        "Vedtatt",
        "Innstilling: vedtatt",
        "utfall ingen",
    ]
    assert "Møtet var lukket for publikum: koml. § 11-5. Forhandlinger." in agenda
    told = case_markdown(source, graph.cases["anbefalt"])
    assert "Utfall: Innstilling: vedtatt. Rolle: innstiller." in told


ITEM = (
    "tittel: S\nbehandling: [{møte: 2025-03-04-radet, nummer: ukjent, rolle: avgjør,"
    " utfall: vedtatt, utfall_punkter: {2: utsatt}, lukket: {hjemmel: koml. § 11-5},"
    " inhabile: [{hvem: Ordføreren, vara: ingen}],"
    " votering: [{type: for-mot, for: 3, mot: 1}]{exempt}}]\n"
    "oppfølging: [{id: a, hva: Skrive., eier: ukjent}]\n"
    "usikkert: {behandling.radet.rolle: Ingen vet.}\n"
)


@pytest.mark.parametrize("withheld", [False, True])
def test_what_the_page_tells_of_a_treatment(tmp_path: Path, *, withheld: bool) -> None:
    exempt = ", unntatt: {hva: [innhold], hjemmel: offl. § 13}" if withheld else ""
    text = case(ITEM.replace("{exempt}", exempt), "## Vedtak\n\n1. Ja.\n2. Nei.\n")
    graph = graph_of(tmp_path, {**TOLD, "2025/s.md": text})
    told = case_markdown(Source(graph), graph.cases["s"])
    assert "Rolle: avgjør (antatt). Saksnummer: ukjent." in told
    assert "Behandlingen var lukket for publikum: koml. § 11-5" in told
    assert "Ansvarlig: ukjent. Frist: ikke registrert" in told
    lines = (
        "- Punkt 2: Utsatt\n",
        "  - For: 3\n  - Mot: 1\n",
        "- Inhabil: Ordføreren. Hjemmel: ikke registrert. Vara: ingen\n",
    )
    assert [line in told for line in lines] == [not withheld] * 3


EVENTS = {
    "2025/sak.md": case(
        "tittel: Sak\n"
        "behandling: [{organ: radet, dato: 2025-03-04, rolle: avgjør, utfall: vedtatt}]\n"
        "oppfølging: [{id: bru, hva: Bygge bru, eier: [sekretariatet], prosess: plan}]"
    ),
    "meetings/2025-03-04-radet.md": case(
        "type: ordinært\norgan: radet\ndato: 2025-03-04\nform: digitalt\n"
        "deltakelse: {til_stede: 9, av: 12}\nprotokoll: {status: godkjent}\n"
        "parter: [{navn: Departementet, deltok: [statssekretæren]}]\n"
        'dokumenter: [{type: protokoll, lenke: "https://a.example/p", dato: 2025-04-01}]\n'
        "kilder: [{tittel: Referat}]",
        "",
    ),
    "processes/plan.md": case(
        "tittel: Plan\nfra: 2024\nansvarlig: [sekretariatet]\nkilder: [{tittel: Bok}]\n"
        "prosesser: [{type: del-av, prosess: strategi}]",
        "",
    ),
    "processes/strategi.md": case("tittel: Strategi", ""),
}


def test_markdown_of_meetings_and_processes_has_the_facts_of_their_pages(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, EVENTS)
    source = Source(graph)
    meeting = meeting_markdown(source, graph.meetings["2025-03-04-radet"])
    process = process_markdown(source, graph.processes["plan"])
    for told in (
        "- Møteform: Digitalt",
        "9 av 12",
        "- Protokoll: Godkjent",
        "- Departementet, statssekretæren",
        "- [Protokoll](<https://a.example/p>). 1.\xa0april 2025",
        "## Kilder\n\n- Referat",
    ):
        assert told in meeting
    for told in (
        "- Fra: 2024",
        "- Ansvarlig: Sekretariatet",
        "Ansvarlig: Sekretariatet. Frist: ikke registrert ([Sak](../../sak/sak/))",
        "## Kilder\n\n- Bok",
        "- Del av: [Strategi](<../../prosess/strategi/>)",
    ):
        assert told in process


def test_a_process_has_the_follow_ups_of_its_page_also_from_other_cases(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, EVENTS)
    record = process_record(Source(graph), graph.processes["plan"])
    assert [(one["case"], one["id"]) for one in record["follow_ups"]] == [("sak", "bru")]
