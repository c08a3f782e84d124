"""Any field may be only likely; its reason stands on the page and in every file of the record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from casebook.outputs.doubts import doubt_views
from casebook.outputs.json_files import dump
from casebook.outputs.markdown_events import meeting_markdown, process_markdown
from casebook.outputs.markdown_files import case_markdown
from casebook.outputs.pages.case import case_page
from casebook.outputs.pages.meeting import meeting_page
from casebook.outputs.pages.process import process_page
from casebook.outputs.pages.view import View
from casebook.outputs.records import Source, case_record, meeting_record, process_record
from tests.support.rendering import body_of
from tests.support.written import case, graph_of

CASE = """
tittel: Sak
kort: Kort.
behandling:
  - id: radet
    organ: radet
    dato: 2025-03
    nummer: 1/2025
    rolle: avgjør
    utfall: vedtatt
    virkning: bindende
    votering:
      - {gjelder: Punkt 1, type: for-mot, for: {antall: 5, parti: {A: 5}}, mot: 2}
      - {type: alternativ, alternativer: [{forslag: A, antall: 4}, {forslag: B, antall: 3}], vant: 1}
    endret_av: [{punkt: 1, fremmet_av: A, tekst: Mer.}]
    inhabile: [{hvem: En ordfører, hjemmel: koml. § 11-10, vara: ingen}]
oppfølging:
  - {id: bru, hva: Bygge bru, eier: [sekretariatet], frist: 2025-06, logg: [{dato: 2025-05, status: pågår, tekst: X}]}
kreves_av: {kommuner: [nordvik], grunn: Avtalen, frist: 2025-12}
kommunebehandling: [{kommune: nordvik, organ: Styret, dato: 2025-04, nummer: 3/25, utfall: vedtatt}]
vedlegg: [{tittel: Notat, mangler: Borte, dato: 2025}]
relasjoner: [{type: bygger-på, sak: annen, merknad: Y}]
kilder: [{id: k1, tittel: Bok, utgiver: Rådet}]
"""  # noqa: E501 - as writers do
CASE_PATHS = """tittel kort behandling.radet.nummer behandling.radet.utfall
behandling.radet.virkning behandling.radet.votering behandling.radet.votering.1.gjelder
behandling.radet.votering.1.mot behandling.radet.votering.1.for.antall
behandling.radet.votering.1.for.parti
behandling.radet.votering.2.alternativer.2.antall behandling.radet.votering.2.vant
behandling.radet.endret_av.1.fremmet_av behandling.radet.inhabile.1.hvem oppfølging.bru.hva
oppfølging.bru.frist oppfølging.bru.logg.1.tekst kreves_av.kommuner kreves_av.frist
kommunebehandling.1.organ vedlegg.1.tittel relasjoner.1.merknad kilder.k1.utgiver"""
MEETING = """
type: ordinært
organ: radet
dato: 2025-03-04
start: 12:00
deltakelse: {til_stede: 10}
formalia: [{nummer: 8/2025, tittel: Protokoll, utfall: vedtatt}]
protokoll: {status: godkjent}
"""
MEETING_PATHS = "organ start deltakelse.til_stede formalia.1.utfall protokoll.status"
PROCESS = """
tittel: Plan
fra: 2025
hendelser: [{dato: 2025-01-14, type: utkast, tekst: Utkast}]
"""
PROCESS_PATHS = "tittel fra hendelser.1.type"


def doubted(front: str, paths: str) -> str:
    return (
        f"{front}usikkert: {{{', '.join(f'{path}: grunn til {path}' for path in paths.split())}}}\n"
    )


def told(root: Path) -> Iterator[tuple[str, str, str]]:
    graph = graph_of(
        root,
        {
            "2025/sak.md": case(doubted(CASE, CASE_PATHS)),
            "2025/annen.md": case("tittel: Annen"),
            "meetings/2025-03-04-radet.md": case(doubted(MEETING, MEETING_PATHS), ""),
            "processes/plan.md": case(doubted(PROCESS, PROCESS_PATHS), ""),
        },
    )
    source, found = Source(graph), graph.cases["sak"]
    meeting, process = graph.meetings["2025-03-04-radet"], graph.processes["plan"]
    yield from (
        ("page", CASE_PATHS, body_of(case_page(graph, found))),
        ("page", MEETING_PATHS, body_of(meeting_page(graph, meeting))),
        ("page", PROCESS_PATHS, body_of(process_page(graph, process))),
        ("json", CASE_PATHS, dump(case_record(source, found))),
        ("json", MEETING_PATHS, dump(meeting_record(source, meeting))),
        ("json", PROCESS_PATHS, dump(process_record(source, process))),
        ("markdown", CASE_PATHS, case_markdown(source, found)),
        ("markdown", MEETING_PATHS, meeting_markdown(source, meeting)),
        ("markdown", PROCESS_PATHS, process_markdown(source, process)),
    )


@pytest.mark.parametrize("form", ["page", "json", "markdown"])
def test_every_reason_is_told(form: str, tmp_path: Path) -> None:
    for kind, paths, text in told(tmp_path):
        if kind == form:
            assert [path for path in paths.split() if f"grunn til {path}" not in text] == []


def test_a_field_is_named_by_body_and_day_words_or_place(tmp_path: Path) -> None:
    front = doubted(CASE, "behandling.radet.votering.1.mot oppfølging.bru.logg.1.tekst")
    graph = graph_of(tmp_path, {"2025/sak.md": case(front)})
    views = doubt_views(View(graph, "nn", "sak/x/"), graph.cases["sak"])
    assert [view["label"] for view in views] == [
        "Behandling Rådet mars 2025, votering 1, mot",
        "Oppfølging «Bygge bru», logg 1, tekst",
    ]
    assert {view["lang"] for view in views} == {"nb"}


def test_an_item_without_a_body_is_not_named_by_its_id(tmp_path: Path) -> None:
    front = "tittel: Sak\nbehandling: [{id: os-1, dato: 2025-03, utfall: vedtatt}, {id: os-2}]\n"
    paths = "behandling.os-1.utfall behandling.os-2.utfall"
    graph = graph_of(tmp_path, {"2025/sak.md": case(doubted(front, paths))})
    labels = {v["label"] for v in doubt_views(View(graph, "nb", "sak/x/"), graph.cases["sak"])}
    assert labels == {"Behandling mars 2025, utfall", "Behandling 2, utfall"}


def test_nothing_is_told_of_the_file_of_a_withheld_attachment(tmp_path: Path) -> None:
    front = (
        "tittel: Sak\nvedlegg: [{tittel: Brev, lenke: 'https://x.no/brev', merknad: Fra far,"
        " unntatt: {hva: [innhold], hjemmel: offl. § 13}}]\n"
    )
    paths = "vedlegg.1.fil vedlegg.1.lenke vedlegg.1.merknad vedlegg.1.tittel"
    graph = graph_of(tmp_path, {"2025/sak.md": case(doubted(front, paths))})
    views = doubt_views(View(graph, "nb", "sak/x/"), graph.cases["sak"])
    assert [view["label"] for view in views] == ["Vedlegg «Brev», tittel"]
    data = dump(case_record(Source(graph), graph.cases["sak"]))
    assert "grunn til vedlegg.1.tittel" in data
    assert "grunn til vedlegg.1.fil" not in data
    assert "grunn til vedlegg.1.lenke" not in data
    assert "x.no" not in data


def test_nothing_doubted_says_nothing(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, {"2025/sak.md": case(CASE)})
    assert "antatt" not in body_of(case_page(graph, graph.cases["sak"]))
