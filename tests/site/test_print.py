"""A printed page is a clean, complete document that says where and when it comes from."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.site.test_keyboard import largest
from tests.support import report
from tests.support.browsing import Reader
from tests.support.links import Site
from tests.support.server import SiteServer

pytestmark = [pytest.mark.browser, pytest.mark.site]


def test_print_has_address_date_and_name_and_no_furniture(
    site: Site, demo: SiteServer, reader: Reader
) -> None:
    path = largest(site, "case")
    with reader.open(demo.address(path)) as (page, _):
        page.emulate_media(media="print")
        assert not page.locator("button:visible, input:visible, header nav:visible").count()
        printed = " ".join(page.locator(".print-only:visible").all_inner_texts())
        for part in (path, "Eksempelregionen", "23. november 2026"):
            assert part in printed.replace("\u00a0", " ")


def test_print_shows_what_is_folded_away(
    site: Site, demo: SiteServer, reader: Reader, sample: list[str]
) -> None:
    path = next(path for path in sample if _folded(site, path))
    with reader.open(demo.address(path)) as (page, _):
        pdf = PdfReader(BytesIO(page.pdf(format="A4", tagged=True)))
    printed = _plain("".join(sheet.extract_text() for sheet in pdf.pages))
    report.none([text for text in _folded(site, path) if _plain(text) not in printed])


def _folded(site: Site, path: str) -> list[str]:
    """The paragraphs inside closed boxes of a page."""
    target = site.target(path)
    assert target is not None
    nodes = site.tree(target).css("main details:not([open]) p")
    return [node.text() for node in nodes]


def _plain(text: str) -> str:
    """The letters alone, since a PDF breaks lines and joins glyphs as it likes."""
    return "".join(letter for letter in text.lower() if letter.isalnum())
