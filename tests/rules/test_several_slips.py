"""Several slips in one file that YAML cannot read: each is told, and nothing that only follows."""

from __future__ import annotations

import random

import pytest

from casebook.reading import Source, read_case, read_region
from casebook.revisions import withheld_parts
from tests.rules import folders

CASE = """\
---
tittel: Felles klimaplan
kort: Regionen skal ha en plan.
temaer: [klima]
arkivsak: 2024/123
behandling:
  - møte: 2024-05-14-regionradet
    nummer: 04/2024
    rolle: innstiller
    utfall: vedtatt
    votering: {type: enstemmig}
  - id: andre
    organ: representantskapet
    dato: 2024-06-01
    rolle: avgjør
    utfall: vedtatt
    votering:
      type: for-mot
      for: {antall: 7}
      mot: {antall: 2}
      vedtatt: ja
vedlegg:
  - {tittel: Kart, mangler: Ikke mottatt}
  - tittel: Notat
    mangler: Ikke mottatt
oppfølging:
  - id: rapport
    gjelder: andre-p1
    hva: Legge fram rapport
    eier: sekretariatet
    frist: 2024-12-31
    logg:
      - {dato: 2024-06-01, status: pågår, tekst: Mal er laget}
      - dato: 2024-07-01
        status: pågår
        tekst: Sendt ut
kilder:
  - id: k1
    tittel: Protokoll
    lenke: ukjent
---
Planen er felles.
"""
SLIPS = {
    "tittel: Felles": ('tittel: "Felles', "not-closed 2:9"),
    "kort: Reg": ("kort:Reg", "missing-space 3:5"),
    "[klima]": ("[klima", "not-closed 4:9"),
    "arkivsak: 2024": ("arkivsak: a: 2024", "unquoted-colon 5:12"),
    "behandling:": ("behandling", "missing-colon 6:11"),
    "  - møte": ("  -møte", "bad-list-mark 7:3"),
    "    nummer": ("   nummer", "wrong-indent 8:4"),
    "    rolle: inn": ("    rolle inn", "missing-colon 9:10"),
    "    votering: {": ("\tvotering: {", "tab-in-yaml 11:1"),
    "id: andre": ("id: Andre Ø", "bad-id 12:9"),
    "utfall: vedtatt\n    votering:\n": (
        "utfall: vedtattt\n    votering:\n",
        "unknown-value 16:13",
    ),
    "      type: for-mot": ("      type:for-mot", "missing-space 18:11"),
    "      for: {antall: 7}": ("      for: {antall: 7", "not-closed 19:12"),
    "  - tittel: Notat": ("  tittel: Notat", "bad-list-mark 24:3"),
    "    gjelder: andre": ("gjelder: andre", "wrong-indent 28:1"),
    "hva: Legge fram": ('hva: "Legge" fram', "needs-quotes 29:10"),
    "    eier: sek": ("  eier: sek", "wrong-indent 30:3"),
    "frist: 2024-12-31": ("frist: {dato: 2024-12-31 tekst: Jul}", "bad-yaml 31:35"),
    "tekst: Mal er laget": ("tekst: Mal: laget", "unquoted-colon 33:53"),
    "kilder:": ("kjelderr:", "unknown-key 37:1"),
    "  - id: k1": ("  \u2013 id: k1", "bad-list-mark 38:3"),
    "tittel: Protokoll": ("tittel: %Protokoll", "needs-quotes 39:13"),
    "lenke: ukjent\n": ("lenke: [ukjent}\n", "not-closed 40:19"),
}


def told(text: str) -> set[str]:
    source = Source("2024/klima.md", "klima", text, "", 2024)
    _, findings = read_case(source, {"2024-05-14-regionradet": "regionradet"})
    return {f"{item.code} {item.span.line}:{item.span.column}" for item in findings}


def with_slips(names: list[str]) -> str:
    text = CASE
    for name in names:
        assert name in text
        text = text.replace(name, SLIPS[name][0], 1)
    return text


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_alone(name: str) -> None:
    assert told(with_slips([name])) == {SLIPS[name][1]}


@pytest.mark.parametrize("seed", range(40))
def test_slips_together_are_all_told_and_nothing_else(seed: int) -> None:
    chosen = random.Random(seed).sample(sorted(SLIPS), 4)
    got, expected = told(with_slips(chosen)), {SLIPS[name][1] for name in chosen}
    assert got <= expected
    # What stands in a field that had to be left out, or on a line that is a guess, comes later.
    hides = {"tab-in-yaml 11:1", "not-closed 40:19"}
    assert got == expected or hides & got


def test_tabs_are_one_slip_however_many_lines_have_them() -> None:
    tabbed = CASE.replace("    ", "\t")
    assert told(tabbed) == {"tab-in-yaml 8:1"}


def test_a_text_over_several_lines_is_not_taken_for_the_slip_below_it() -> None:
    several = 'kort: "Regionen skal\n  ha en plan."\ntemaer: a: b'
    text = CASE.replace("kort: Regionen skal ha en plan.\ntemaer: [klima]", several)
    assert told(text) == {"unquoted-colon 5:10"}
    folded = "kort: >\n  Regionen skal\n  \tha en plan.\ntemaer: a: b"
    text = CASE.replace("kort: Regionen skal ha en plan.\ntemaer: [klima]", folded)
    assert told(text) == {"unquoted-colon 6:10"}


def test_slips_in_the_region_are_told_together() -> None:
    text = (folders.BASE / "region.yml").read_text("utf-8")
    text = text.replace("målform: nb", "målform nb").replace("id: sund", "id:sund")
    source = Source("region.yml", "region", text.replace("temaer:", "temar:"), "")
    region, findings = read_region(source)
    assert region is None
    assert {item.code for item in findings} == {"missing-colon", "missing-space", "unknown-key"}


@pytest.mark.parametrize("lines", ["---\n---\n", "---\n\n---\n", "---\ntittel: A\n---\n"])
def test_a_fence_among_the_fields_is_told_and_they_are_read_all_the_same(lines: str) -> None:
    front = "kort: Plan.\ntemaer: klima\nbehandlig: []\n---\nTekst.\n"
    title = "" if "tittel" in lines else "tittel: A\n"
    got = {item.split()[0] for item in told(lines + title + front)}
    assert got == {"fence-among-fields", "unknown-key"}


def test_a_file_that_is_no_yaml_at_all_ends_soon() -> None:
    told("---\n" + "a: [b: {c\n" * 3000 + "---\n")
    told("---\n" + "\t- x: y: z\n" * 3000 + "---\n")


def test_the_case_without_a_slip_has_no_finding() -> None:
    assert told(CASE) == set()


def test_what_an_unreadable_version_withholds_is_never_guessed() -> None:
    assert withheld_parts("---\nunntatt: {hva: [tittel}\ntittel: A\n---\n") == ("unreadable",)
