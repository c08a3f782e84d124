"""A printed page is a clean, complete document that says where and when it comes from."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.site.test_keyboard import largest
from tests.support import report
from tests.support.browsing import SCHEMES, Reader
from tests.support.building import run_mkdocs
from tests.support.links import Site
from tests.support.server import SiteServer
from tests.support.tiny import write_tiny

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


@pytest.mark.parametrize(
    "path",
    [
        "/sak/2021-felles-klimaplan/",
        "/sak/2023-legevakt-vedtak/",
        "/sak/2023-punkter-i-mange-former/",
        "/tall/",
    ],
)
def test_no_sheet_ends_with_a_heading_or_with_labels_alone(
    demo: SiteServer, reader: Reader, path: str
) -> None:
    with reader.open(demo.address(path)) as (page, _):
        heads = page.locator(
            "main :is(h2, h3, h4, .head + .muted, .chart-key, .diff-key, thead)"
        ).all_inner_texts()
        facts = page.locator("main dl.treatment-facts").all()
        labels = ["".join(one.locator("dt").all_inner_texts()) for one in facts]
        pdf = PdfReader(BytesIO(page.pdf(format="A4")))
    # By place on the sheet; the last line is the number of the page.
    sheets = [sheet.extract_text(extraction_mode="layout") for sheet in pdf.pages[:-1]]
    ends = [_plain("".join(sheet.strip().split("\n")[:-1])) for sheet in sheets]
    unwanted = tuple({_plain(text) for text in (*heads, *labels)} - {""})
    report.none([end[-60:] for end in ends if end.endswith(unwanted)])


def _folded(site: Site, path: str) -> list[str]:
    """The paragraphs inside closed boxes, but for texts that only a screen can copy."""
    target = site.target(path)
    assert target is not None
    nodes = site.tree(target).css("main section:not(.linking) details:not([open]) p")
    return [node.text() for node in nodes]


def _plain(text: str) -> str:
    """The letters alone, since a PDF breaks lines and joins glyphs as it likes."""
    return "".join(letter for letter in text.lower() if letter.isalnum())


def test_the_matrix_prints_across_with_its_words_whole(demo: SiteServer, reader: Reader) -> None:
    with reader.open(demo.address("/kommuner/matrise/")) as (page, _):
        pdf = PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    sheets = pdf.pages
    assert all(sheet.mediabox.width > sheet.mediabox.height for sheet in sheets)
    assert "Nordvik" in sheets[0].extract_text()
    printed = " ".join(" ".join(sheet.extract_text().split()) for sheet in sheets)
    for words in ("Ikke medlem da", "Gamlehavn", "Må behandle saken", "Representantskapet"):
        assert words in printed


def test_a_site_without_a_host_prints_the_path(tmp_path: Path) -> None:
    project = write_tiny(tmp_path)
    assert run_mkdocs("build", "--config-file", str(project.config)).returncode == 0
    site = Site(project.site)
    for path in ("sak/2025-01-buss/", "skriving/"):
        shown = site.tree(project.site / path / "index.html").css_first(".print-url")
        assert shown is not None
        assert shown.text() == f"/{path}"


def test_paper_is_white_also_for_who_reads_in_the_dark(demo: SiteServer, reader: Reader) -> None:
    looks = {"/tall/": ".chart .fill-first", "/embed/sak/2021-felles-klimaplan/": "h1 a"}
    for path, part in looks.items():
        drawn = set()
        for scheme in SCHEMES:
            with reader.open(demo.address(path), scheme=scheme) as (page, _):
                page.emulate_media(media="print", color_scheme=scheme)
                look = "(part) => { const s = getComputedStyle(part); return s.fill + s.color; }"
                drawn.add(page.locator(part).first.evaluate(look))
        assert len(drawn) == 1, path
