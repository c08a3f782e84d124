"""A region in nynorsk: the frame, every generated page and the hand-written pages follow it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from casebook.engines.mkdocs_pages import hand_written
from casebook.i18n import texts
from tests.support import report
from tests.support.building import run_mkdocs
from tests.support.links import Site
from tests.support.tiny import TinyProject, write_tiny

CASE = """\
---
tittel: Fleire bussar
kort: Rådet vil ha fleire bussar.
temaer: [samferdsel]
behandling:
  - møte: 2025-03-04-radet
    nummer: 01/2025
    rolle: avgjør
    utfall: vedtatt
    votering: [{type: enstemmig}]
oppfølging:
  - {id: buss, gjelder: p1, hva: Kjøpe bussar, frist: 2025-06-01}
---
## Vedtak

1. Rådet kjøper bussar.
"""
WORD = re.compile(r"[^\W\d_]{2,}")
SHOWN = ("aria-label", "title", "alt", "placeholder", "data-label")
FIELDS_AND_CODES = "hjelp/"
"""The help names fields and values, which are the same in both languages of the site."""


@pytest.fixture(scope="module")
def nynorsk(tmp_path_factory: pytest.TempPathFactory) -> TinyProject:
    project = write_tiny(tmp_path_factory.mktemp("nynorsk"))
    region = project.root / "cases/region.yml"
    text = region.read_text("utf-8").replace("målform: nb", "målform: nn")
    text = text.replace("En oppdiktet region for prøver.", "Ein oppdikta region.")
    region.write_text(text.replace("Prøveregionen", "Fjordregionen"), "utf-8")
    project.case.write_text(CASE, "utf-8")
    (project.root / "cases/2025/2025-02-sykkelvei.md").unlink()
    docs = project.root / "docs"
    (docs / "skriving.nn.md").write_text("# Om å skrive på nynorsk\n\nTekst.\n", "utf-8")
    (docs / "annet.md").write_text("# Annet\n\nBare på bokmål.\n", "utf-8")
    (docs / "eiga.md").write_text("---\nlang: nn\n---\n# Eiga\n\nPå nynorsk.\n", "utf-8")
    done = run_mkdocs("build", "--strict", "--config-file", str(project.config))
    assert done.returncode == 0, done.stdout + done.stderr
    return project


@cache
def words(language: str) -> frozenset[str]:
    """Every word that the texts of a language use."""
    return frozenset(
        word.lower() for text in texts(language).values() for word in WORD.findall(text)
    )


def spoken(page: Path) -> Iterator[str]:
    """What a reader sees or hears, without bokmål marked as such, addresses and quoted fields."""
    tree = LexborHTMLParser(page.read_bytes())
    for node in tree.css("[lang=nb], script, style, pre, code, .print-url"):
        node.decompose()
    for name in SHOWN:
        yield from (node.attributes[name] or "" for node in tree.css(f"[{name}]"))
    for node in tree.css("title, body"):
        yield re.sub("«[^»]*»", "", node.text(separator=" "))


def test_no_bokmal_in_a_site_in_nynorsk(nynorsk: TinyProject) -> None:
    only_bokmal = words("nb") - words("nn")
    assert {"ikke", "saken", "hva"} <= only_bokmal
    found = set()
    for page in Site(nynorsk.site).pages():
        where = page.relative_to(nynorsk.site).as_posix()
        if where.startswith((FIELDS_AND_CODES, "annet/")):
            continue
        assert LexborHTMLParser(page.read_bytes()).css_first("html[lang=nn]"), where
        for text in spoken(page):
            wrong = only_bokmal.intersection(word.lower() for word in WORD.findall(text))
            found |= {f"{where}: {word}" for word in wrong}
    report.none(sorted(found))


def article(project: TinyProject, name: str) -> tuple[str, str | None]:
    """The first heading of a hand-written page and the language that its text is marked with."""
    page = Site(project.site).tree(project.site / name / "index.html")
    found = page.css_first("article.prose")
    assert found is not None
    return page.css_first("h1").text(), found.attributes.get("lang")  # type: ignore[union-attr]


def test_a_hand_written_page_comes_in_the_language_of_the_site(nynorsk: TinyProject) -> None:
    assert article(nynorsk, "skriving") == ("Om å skrive på nynorsk", None)
    assert not (nynorsk.site / "skriving.nn").exists()


def test_versions_have_one_address(nynorsk: TinyProject) -> None:
    files = hand_written(nynorsk.root / "cases")
    assert set(files) == {f"{name}/index.html" for name in ("skriving", "annet", "eiga")}


def test_a_page_without_a_version_says_which_language_it_is_in(nynorsk: TinyProject) -> None:
    assert article(nynorsk, "annet") == ("Annet", "nb")
    assert article(nynorsk, "eiga") == ("Eiga", None)


def test_a_site_in_bokmal_takes_the_plain_version(tmp_path: Path) -> None:
    project = write_tiny(tmp_path)
    (project.root / "docs/skriving.nn.md").write_text("# På nynorsk\n", "utf-8")
    assert run_mkdocs("build", "--config-file", str(project.config)).returncode == 0
    assert article(project, "skriving") == ("Om å skrive", None)
    assert not (project.site / "skriving.nn").exists()
