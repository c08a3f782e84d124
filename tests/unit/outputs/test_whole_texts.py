"""Whatever stands under a heading is on the page, and no part of the page takes another's id."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from casebook.outputs.site import SiteOptions
from casebook.publishing import prepare
from tests.rules import folders

MEETING = "møte: 2021-10-12-regionradet"
CASE = """\
---
tittel: Felles klimaplan
kort: Regionen får en felles klimaplan.
behandling:
  - {{{item}, nummer: 09/2021, rolle: {role}, utfall: vedtatt, votering: ukjent}}{more}
vedlegg: [{{tittel: Utkast, mangler: Filen er ikke mottatt}}]
kilder: [{{tittel: Protokoll, lenke: "https://eksempel.no/protokoll"}}]
usikkert: {{tittel: Ingen vet}}
---
"""
TITLES = (
    "Forslag til vedtak",
    "Innstilling",
    "Bakgrunn",
    "Konklusjon",
    "Behandling",
    "Rådets behandling",
    "Vedtak",
    "Protokolltilførsel fra A",
    "Protokolltilførsel fra B",
    "Stemmeforklaring",
    "Merknad",
)
OWN = ("sak/plan/index.html", "mote/2021-11-09-regionradet/index.html")
OTHER = "\n  - {id: utvalget, organ: klimautvalget, dato: 2021-09, rolle: innstiller}"


def pages(root: Path, name: str, text: str) -> dict[str, str]:
    """The HTML of the pages of one record, which the content has besides."""
    shutil.copytree(folders.BASE, root)
    path = root / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    edition = prepare(root, folders.AS_OF)
    assert not edition.report.errors
    files = edition.files(SiteOptions(preview=True))
    return {f.uri: f.read().decode() for f in files if f.uri in OWN}


@pytest.mark.parametrize("role", ["avgjør", "innstiller", "uttaler-seg", "orienteres", "drøfter"])
@pytest.mark.parametrize("titles", [TITLES, TITLES[1:2]])
@pytest.mark.parametrize("several", [False, True])
def test_no_section_is_left_out(
    role: str, titles: tuple[str, ...], several: bool, tmp_path: Path
) -> None:
    head = CASE.format(item=MEETING, role=role, more=OTHER if several else "")
    marks = "###" if several else "##"
    body = "".join(f"{marks} {title}\n\nTekst{n}her.\n\n" for n, title in enumerate(titles))
    above = "## Møtebehandling: regionradet\n\n" if several else ""
    page = pages(tmp_path / "cases", "2021/plan.md", head + above + body)["sak/plan/index.html"]
    shown = re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)
    times = {title: shown.count(f"Tekst{n}her") for n, title in enumerate(titles)}
    assert all(times.values()), times


HEADINGS = (
    "Vedlegg",
    "Kilder",
    "Oppfølging",
    "Over tid",
    "Innhold",
    "Saker",
    "Møter",
    "Milepæler",
    "Dokumenter",
    "Saksliste",
    "Lenker",
    "Mangler",
    "Antatt",
    "regionradet",
)


@pytest.mark.parametrize("name", ["2021/plan.md", "meetings/2021-11-09-regionradet.md"])
def test_no_id_stands_twice(name: str, tmp_path: Path) -> None:
    inner = "".join(f"### {title}\n\nTekst.\n\n" for title in HEADINGS)
    case = CASE.format(item=MEETING, role="avgjør", more="")
    meeting = (
        "---\ntype: ordinært\norgan: regionradet\ndato: 2021-11-09\n"
        "usikkert: {dato: Ingen vet}\n---\n"
    )
    outer = "".join(f"## {title}\n\nTekst.\n\n" for title in HEADINGS[:-1])
    known = "".join(f"## {title}\n\n{inner}" for title in ("Vedtak", "Behandling", "Bakgrunn"))
    text = f"{inner}{outer}{known}" if name[0] == "2" else f"{inner}{outer}"
    head = case if name[0] == "2" else meeting
    for uri, page in pages(tmp_path / "cases", name, head + text).items():
        ids = Counter(re.findall(r'\sid="([^"]+)"', page))
        assert [name for name, times in ids.items() if times > 1] == [], uri
