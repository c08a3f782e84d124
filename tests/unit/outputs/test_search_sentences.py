"""What a hit shows of votes and of municipalities reads as sentences, and all of it is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.graph import Graph
from casebook.outputs.pages.view import View
from casebook.outputs.search_parts import case_parts
from tests.support.written import case, decided, graph_of

VOTES = """votering:
      - gjelder: Budsjettet
        type: for-mot
        for: {antall: 5, parti: {A: 3, B: 2}}
        mot: {antall: 2, parti: {C: 2}}
      - gjelder: Ferje
        type: alternativ
        alternativer:
          - {forslag: Ny fergekai, antall: 4, fremmet_av: Parti C, parti: {A: 4}}
          - {forslag: Ingen kai, antall: 3}
        vant: 1
"""
LOCAL = """kommunebehandling:
  - {kommune: sund, organ: Kommunestyret, hensikt: sluttvedtak, utfall: vedtatt, merknad: Sent.}
  - {kommune: nordvik, ikke_nødvendig: ja}
usikkert: {kommunebehandling.1.utfall: Ikke datert}
"""


def front(language: str = "nb", extra: str = "") -> str:
    treatment = (
        "behandling:\n  - organ: radet\n    dato: 2025-01-10\n    rolle: avgjør\n"
        f"    utfall: vedtatt\n    {VOTES}"
    )
    return f"tittel: Sak\nmålform: {language}\n{treatment}{extra}{LOCAL}"


def texts(graph: Graph) -> dict[str, list[str]]:
    """What search knows of the case, by anchor."""
    view = View(graph, "nb", "sok/index.html")
    found: dict[str, list[str]] = {}
    for part in case_parts(view, graph.cases["sak"], {}):
        found.setdefault(part.anchor or "", []).append(part.text)
    return found


SAID = {
    "nb": (
        "Ferje. Ny fergekai (fremmet av Parti C): A. Ingen kai.",
        "Sund: Kommunestyret, endelig vedtak, vedtatt (antatt). Sent.",
        "Nordvik: trenger ikke behandling.",
    ),
    "nn": (
        "Ferje. Ny fergekai (fremja av Parti C): A. Ingen kai.",
        "Sund: Kommunestyret, endeleg vedtak, vedteke (truleg). Sent.",
        "Nordvik: treng ikkje behandling.",
    ),
}


@pytest.mark.parametrize("language", SAID)
def test_in_the_language_of_the_page(tmp_path: Path, language: str) -> None:
    found = texts(graph_of(tmp_path, {"2025/sak.md": case(front(language))}))
    assert found["radet-votering-1"] == ["Budsjettet. For: A, B. Mot: C."]
    assert (*found["radet-votering-2"], *found["kommunene"]) == SAID[language]


def test_a_case_of_which_nothing_is_public_gives_away_nothing(tmp_path: Path) -> None:
    withheld = "unntatt: {hva: [innhold], hjemmel: offl. § 14}\n"
    found = texts(graph_of(tmp_path, {"2025/sak.md": case(front(extra=withheld))}))
    assert not found.keys() - {""}


def test_a_vote_without_names_or_parties_is_told_by_its_title(tmp_path: Path) -> None:
    vote = decided(
        "2025-01-10",
        "votering: [{gjelder: Kai, type: for-mot, for: {antall: 5}, mot: {antall: 2}}]",
    )
    found = texts(graph_of(tmp_path, {"2025/sak.md": case(f"tittel: Sak\n{vote}")}))
    assert found["radet-votering-1"] == ["Kai."]
