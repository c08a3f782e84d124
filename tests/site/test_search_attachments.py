"""A word that stands only inside an attachment finds the case, and the hit links to the place.

The words are unique to one file each; `tests/fixtures/make_attachments.py` wrote them.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote, urldefrag, urlsplit

import pytest
from playwright.sync_api import Page

from tests.support import browsing
from tests.support.browsing import Reader
from tests.support.building import ROOT
from tests.support.server import SiteServer

CASE = "/sak/2023-alle-vedleggstyper/"
CASES = ROOT / "tests/fixtures/cases"
HITS = [
    ("hummerkloa", "saksframlegg.pdf#page=2", "Saksframlegg, side 2"),
    ("flytebryggene gjenbrukes", "saksframlegg.pdf#page=3", "Saksframlegg, side 3"),
    ("septiktømmestasjon", "merknader.docx", "Merknader fra seilforeningen"),
    ("fortøyningsgebyret", "driftsavtale.odt", "Driftsavtale"),
    ("pelespunting", "kostnader.xlsx", "Kostnadsoverslag (Kostnader)"),
    ("tangvoll", "presentasjon.pptx", "Presentasjon fra arkitekten, lysbilde 1"),
]


def places(page: Page) -> list[tuple[str, str]]:
    """The attachments that hits link to, with the words of the links."""
    page.wait_for_selector("[data-state=shown]")
    links = page.locator(".search-hit .search-place a")
    return [(link.get_attribute("href") or "", link.inner_text()) for link in links.all()]


def test_the_words_stand_nowhere_else() -> None:
    written = "\n".join(path.read_text("utf-8") for path in CASES.rglob("*.md")).lower()
    assert not [words for words, _, _ in HITS if words.split()[0] in written]


@pytest.mark.parametrize(("words", "file", "name"), HITS)
def test_a_word_in_an_attachment_finds_the_case_and_the_place(
    reader: Reader, demo: SiteServer, demo_site: Path, words: str, file: str, name: str
) -> None:
    with reader.open(f"{demo.url}sok/?q={quote(words)}") as (page, probe):
        found = places(page)
        title = page.locator(".search-hit .search-title a").first
        assert urlsplit(title.evaluate("link => link.href")).path == CASE
        absolute = page.locator(".search-hit .search-place a").first.evaluate("link => link.href")
        assert [text for _, text in found][:1] == [name]
        assert urlsplit(absolute).path == f"{CASE}vedlegg/{urldefrag(file).url}"
        assert urldefrag(absolute).fragment == urldefrag(file).fragment
        assert (demo_site / urlsplit(absolute).path.lstrip("/")).is_file()
        assert page.locator(".search-hit").first.locator(".search-excerpt mark").count()
        assert page.locator(".search-hit").count() == 1
        assert browsing.axe(page) == []
        assert probe.faults() == []
