"""The parts of the site, each with invented data, as readers of all kinds meet them."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import Protocol

import pytest
from playwright.sync_api import Page, expect

from tests.gallery import gallery, sample
from tests.support import browsing, nu, server


class ServeSite(Protocol):
    def __call__(self, root: Path, prefix: str = "/") -> server.SiteServer: ...


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("gallery")
    gallery.write(out)
    return out


@pytest.fixture(scope="session")
def address(folder: Path, serve_site: ServeSite) -> str:
    return serve_site(folder).url.rstrip("/")


def open_everything(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach((box) => { box.open = true })")


@pytest.mark.browser
@pytest.mark.parametrize("name", gallery.PAGES)
@pytest.mark.parametrize("scheme", browsing.SCHEMES)
def test_page_is_accessible_and_quiet(
    reader: browsing.Reader, address: str, name: str, scheme: browsing.Scheme
) -> None:
    for width in browsing.WIDTHS:
        with reader.open(f"{address}/{name}.html", scheme=scheme, width=width) as (page, probe):
            open_everything(page)
            assert browsing.axe(page) == []
            assert browsing.overflow(page) == []
            assert probe.faults() == []


@pytest.mark.browser
@pytest.mark.parametrize("scheme", browsing.SCHEMES)
def test_open_menu_is_accessible(
    reader: browsing.Reader, address: str, scheme: browsing.Scheme
) -> None:
    with reader.open(f"{address}/case.html", scheme=scheme, width=320) as (page, _):
        page.click(".menu-button")
        assert browsing.axe(page) == []


@pytest.mark.browser
@pytest.mark.parametrize("script", [True, False])
def test_menu_by_keyboard_at_320(reader: browsing.Reader, address: str, script: bool) -> None:
    with reader.open(f"{address}/case.html", width=320, javascript=script) as (page, _):
        page.keyboard.press("Tab")
        assert page.locator(".skip").evaluate("(link) => link.getBoundingClientRect().top >= 0")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert page.locator(".menu-button:focus").count() == 1
        assert not page.locator("#meny").is_visible()
        page.keyboard.press("Tab")
        assert page.locator("#meny :focus").count() == 0, "a closed menu takes no focus"
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Enter")
        assert page.locator("#meny").is_visible()
        reached = []
        for _ in range(len(gallery.NAVIGATION) + 1):
            page.keyboard.press("Tab")
            reached.append(page.locator("#meny :focus").inner_text())
        assert reached[1:] == [
            gallery.environment("nb").globals["t"](f"nav_{key}")  # type: ignore[operator]
            for key, _ in gallery.NAVIGATION
        ]
        page.keyboard.press("Escape")
        assert not page.locator("#meny").is_visible()
        assert page.locator(".menu-button:focus").count() == 1


@pytest.mark.browser
def test_targets_are_large_enough(reader: browsing.Reader, address: str) -> None:
    """24 px for everything outside running text (WCAG 2.5.8), 40 for the frame."""
    with reader.open(f"{address}/index.html", width=320) as (page, _):
        small = page.evaluate(
            """() => [...document.querySelectorAll('button, input, summary, .chip, .anchor, .tag')]
              .filter((item) => item.checkVisibility({visibilityProperty: true}))
              .map((item) => [item.outerHTML.slice(0, 80), item.getBoundingClientRect()])
              .filter(([, box]) => box.height < 24 || box.width < 24)
              .map(([html]) => html)"""
        )
        assert small == []
        heights = page.evaluate(
            "() => [...document.querySelectorAll('.top :is(a.brand, button, input)')]"
            ".filter((item) => item.checkVisibility())"
            ".map((item) => item.getBoundingClientRect().height)"
        )
        assert min(heights) >= 40


@pytest.mark.browser
def test_text_spacing_loses_nothing(reader: browsing.Reader, address: str) -> None:
    """The spacing of WCAG 1.4.12 at 320 px: nothing is cut off and nothing scrolls sideways."""
    rules = [
        "line-height: 1.5 !important",
        "letter-spacing: 0.12em !important",
        "word-spacing: 0.16em !important",
    ]
    with reader.open(f"{address}/case.html", width=320) as (page, _):
        page.evaluate(
            """(rules) => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync(`* { ${rules.join(';')} } p { margin-block-end: 2em !important }`);
              document.adoptedStyleSheets = [sheet];
            }""",
            rules,
        )
        assert browsing.overflow(page) == []
        cut = page.evaluate(
            """() => [...document.querySelectorAll('main *, header *, footer *')]
              .filter((item) => !item.closest('.vh, svg, [popover], .scroll, .stack thead'))
              .filter((item) => !item.closest('details:not([open])'))
              .filter((item) => ['hidden', 'clip'].includes(getComputedStyle(item).overflowX))
              .filter((item) => item.scrollWidth > item.clientWidth + 1)
              .map((item) => item.className)"""
        )
        assert cut == []


@pytest.mark.browser
def test_copy_works_with_and_without_script(reader: browsing.Reader, address: str) -> None:
    with reader.open(f"{address}/index.html", javascript=False) as (page, _):
        assert page.locator(".copy-button").count() == 0
        assert page.locator("#kopi-adresse").is_visible()
    with reader.open(f"{address}/index.html") as (page, _):
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.locator(".copy-button").first.click()
        expect(page.locator("#melding")).to_have_text("Kopiert")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == page.locator("#kopi-adresse").inner_text()


@pytest.mark.browser
def test_print_shows_address_and_closed_parts(reader: browsing.Reader, address: str) -> None:
    with reader.open(f"{address}/case.html", javascript=False) as (page, _):
        page.emulate_media(media="print")
        assert page.locator(".print-url").inner_text() == "https://eksempel.example/case/"
        assert page.locator(".print-only").is_visible()
        assert page.locator(".invented").is_visible()
        assert not page.locator(".top-in").is_visible()
        assert not page.locator("#meny").is_visible()
        height = page.locator(".more-log .log").first.bounding_box()
        assert height is not None
        assert height["height"] > 0


@pytest.mark.parametrize("lang", ["nb", "nn"])
def test_html_is_valid(tmp_path: Path, lang: str) -> None:
    gallery.write(tmp_path, lang)
    faults = [
        str(message)
        for message in nu.check(sorted(tmp_path.glob("*.html")))
        # The checker reads a file and so has no origin that 'self' could mean.
        if "violates Content Security Policy" not in message.text
    ]
    assert faults == []


@pytest.mark.parametrize("name", gallery.PAGES)
def test_nothing_inline(name: str) -> None:
    html = gallery.page(name)
    assert re.findall(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)", html) == []


def test_outcome_is_never_colour_alone() -> None:
    """Within one colour every outcome has a shape of its own, and each has a word of its own."""
    status = gallery.environment("nb").get_template("parts/status.html").make_module()
    for table, codes in (("outcomes", sample.OUTCOMES), ("statuses", sample.STATUSES)):
        looks = getattr(status, table)
        assert sorted(looks) == sorted(codes)
        assert len(set(looks.values())) == len(looks)
    words = [str(status.outcome(code)) for code in sample.OUTCOMES]  # type: ignore[attr-defined]
    assert len(set(words)) == len(words)


def test_no_text_is_escaped_twice_or_left_raw() -> None:
    status = gallery.environment("nb").get_template("parts/words.html").make_module()
    assert "&lt;b&gt; &amp; co" in str(status.notice("info", "<b> & co"))  # type: ignore[attr-defined]
    for name in gallery.PAGES:
        assert "&amp;amp;" not in gallery.page(name)


def test_assets_keep_to_the_budget() -> None:
    """The script is at most 8 kB and all assets of a page at most 40 kB, compressed."""
    assets = gallery.PACKAGE / "assets"
    packed = {
        path.name: len(gzip.compress(path.read_bytes(), 9))
        for path in sorted(assets.iterdir())
        if path.is_file()
    }
    assert packed["casebook.js"] <= 8_000
    assert (
        sum(
            packed[name]
            for name in ("casebook.css", "casebook.js", "icon.svg", "casebook-serif-1.woff2")
        )
        <= 40_000
    )
