"""Embeds, the web component, oEmbed and copy boxes, on a page of another origin."""

from __future__ import annotations

import io
import json
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import expect

from casebook.outputs.site import SiteOptions
from casebook.publishing import prepare
from tests.support import browsing, building, report
from tests.support.browsing import Reader
from tests.support.links import Site, attribute
from tests.support.server import SiteServer, serve

pytestmark = [pytest.mark.site]

BASE = "https://eksempelregionen.example/"
CASE = "sak/2021-06-ferjesambandet/"
HOST_PAGE = """\
<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>Avisa</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src {origin};
 frame-src {origin}; connect-src {origin}; img-src 'self'"></head><body text="#eeeeee"><h1>Avisa</h1>
<iframe src="{site}embed/{case}" title="Saken" width="100%" height="40"></iframe>
<iframe id="sandkasse" sandbox="allow-scripts" src="{site}embed/{case}" title="Saken" height="41"></iframe>
<casebook-utdrag id="sak"><a href="{site}{case}">Saken</a></casebook-utdrag>
<casebook-utdrag id="kommune"><a href="{site}kommune/aeroya/">Ærøya</a></casebook-utdrag>
<casebook-utdrag id="tema"><a href="{site}tema/{topic}/">Temaet</a></casebook-utdrag>
<casebook-utdrag id="feil"><a href="{site}sak/finnes-ikke/">Borte</a></casebook-utdrag>
<script src="{site}embed/v1/casebook.js" defer></script></body></html>
"""


@pytest.fixture(scope="module")
def newspaper(
    demo: SiteServer, demo_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SiteServer]:
    """A site of another origin that embeds ours."""
    folder = tmp_path_factory.mktemp("newspaper")
    topic = sorted(path.name for path in (demo_site / "tema").iterdir())[0]
    page = HOST_PAGE.format(origin=demo.origin, site=demo.url, case=CASE, topic=topic)
    (folder / "index.html").write_text(page, encoding="utf-8")
    with serve(folder) as server:
        yield server


@pytest.mark.browser
def test_frame_shows_the_case_and_takes_its_height(newspaper: SiteServer, reader: Reader) -> None:
    with reader.open(newspaper.url) as (page, probe):
        frame = page.frame_locator("iframe >> nth=0")
        expect(frame.locator("h1")).to_contain_text("Ferjesambandet")
        page.wait_for_function("document.querySelector('iframe').height > 60")
        assert probe.violations() == []
        inner = page.frames[1]
        assert inner.evaluate("() => localStorage.length + sessionStorage.length") == 0
        assert page.context.cookies() == []


@pytest.mark.browser
def test_frame_in_a_sandbox_takes_its_height_too(newspaper: SiteServer, reader: Reader) -> None:
    with reader.open(newspaper.url) as (page, _):
        page.wait_for_function("document.querySelector('#sandkasse').height > 60")


@pytest.mark.browser
def test_frame_is_fine_without_script(newspaper: SiteServer, reader: Reader) -> None:
    with reader.open(newspaper.url, javascript=False) as (page, _):
        expect(page.frame_locator("iframe >> nth=0").locator("h1")).to_contain_text("Ferjesambandet")
        assert page.locator("#sak a").is_visible()


@pytest.mark.browser
def test_other_pages_may_not_be_framed(demo: SiteServer, reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(f'<iframe src="{demo.address(CASE)}"></iframe>')
    with serve(tmp_path) as server, reader.open(server.url) as (page, _):
        assert page.frames[1].url.startswith("chrome-error:")


@pytest.mark.browser
def test_component_shows_excerpts_and_falls_back_to_its_link(
    newspaper: SiteServer, reader: Reader
) -> None:
    with reader.open(newspaper.url) as (page, probe):
        expect(page.locator("#sak .title")).to_contain_text("Ferjesambandet")
        expect(page.locator("#kommune .title")).to_have_text("Vedtak som gjelder Ærøya")
        assert page.locator("#kommune li a").count() > 0
        expect(page.locator("#tema .title")).to_contain_text("Vedtak om")
        assert page.locator("#feil a").is_visible()
        assert page.locator("#feil").evaluate("(e) => e.shadowRoot === null")
        assert probe.violations() == []


@pytest.mark.browser
def test_component_is_accessible(newspaper: SiteServer, reader: Reader) -> None:
    with reader.open(newspaper.url) as (page, _):
        expect(page.locator("#sak .title")).to_be_visible()
        colour = "(e) => getComputedStyle(e.shadowRoot.querySelector('a')).color"
        assert page.locator("#sak").evaluate(colour) == "rgb(238, 238, 238)"  # the host's own
        page.evaluate("document.body.bgColor = '#111111'")
        lines = [line for line in browsing.axe(page) if "casebook-utdrag" in line]
        report.none(lines)


def test_oembed_describes_the_case_and_its_page_points_to_it(site: Site) -> None:
    page = site.root / CASE / "index.html"
    found = attribute(site, page, "link[type='application/json+oembed']", "href")
    assert found == f"{BASE}{CASE}oembed.json"
    described = json.loads((site.root / CASE / "oembed.json").read_text(encoding="utf-8"))
    assert (described["version"], described["type"]) == ("1.0", "rich")
    assert {"title", "html", "width", "height", "provider_name", "provider_url"} <= described.keys()
    assert f'src="{BASE}embed/{CASE}"' in described["html"]
    thumbnail = described["thumbnail_url"].removeprefix(BASE)
    picture = Image.open(io.BytesIO((site.root / thumbnail).read_bytes()))
    assert picture.size == (described["thumbnail_width"], described["thumbnail_height"])


def test_preview_pictures_are_small_and_named_by_their_pages(site: Site) -> None:
    pictures = sorted((site.root / "bilde").iterdir())
    report.none([p.name for p in pictures if p.stat().st_size > 20_000])
    shown = 0
    for page in (site.root / "sak").glob("*/index.html"):
        tree = site.tree(page)
        image = tree.css_first("meta[property='og:image']")
        if image is not None:
            shown += 1
            assert (site.root / str(image.attributes["content"]).removeprefix(BASE)).is_file()
            assert tree.css_first("meta[property='og:image:alt']") is not None
    assert shown


def test_every_page_that_may_be_found_has_a_preview(site: Site) -> None:
    """Generated and hand-written pages alike, so that a link shows title and lead elsewhere."""
    for page in site.pages():
        robots = attribute(site, page, "meta[name=robots]", "content")
        if robots != "index,follow":
            continue
        leads_on = site.tree(page).css_first("meta[http-equiv=refresh]") is not None
        names = ("title", "url") if leads_on else ("title", "description", "url", "locale")
        content = {
            name: attribute(site, page, f"meta[property='og:{name}']", "content") for name in names
        }
        assert all(content.values()), page
        assert content["url"] == attribute(site, page, "link[rel=canonical]", "href"), page


def test_a_short_link_shows_what_it_leads_to(site: Site) -> None:
    page = site.root / "s" / "regionradet-6-2021" / "index.html"
    title = attribute(site, page, "meta[property='og:title']", "content")
    assert title.startswith("Ferjesambandet Sund–Ærøya")


def test_what_is_withheld_or_personal_has_no_picture(site: Site) -> None:
    pages = (site.root / "sak").glob("*/index.html")
    hidden = [p for p in pages if attribute(site, p, "meta[name=robots]", "content") == "noindex"]
    assert hidden
    drawn = {path.stem for path in (site.root / "bilde").iterdir()}
    assert drawn
    assert not drawn & {page.parent.name for page in hidden}


@pytest.mark.browser
@pytest.mark.parametrize("path", [CASE, "mote/2021-05-25-regionradet/", "prosess/beredskapsplan/"])
@pytest.mark.parametrize("script", [True, False])
def test_texts_to_take_along_stand_selectable(
    demo: SiteServer, reader: Reader, path: str, *, script: bool
) -> None:
    with reader.open(demo.address(path), javascript=script) as (page, _):
        folded = page.locator(".linking > .copy + .more")
        folded.locator("summary").click()
        boxes = page.locator(".linking > .copy, .linking > .copy + .more .copy").locator(".copy-text")
        expect(boxes).to_have_count(4)
        assert all(box.is_visible() for box in boxes.all())
        address, markdown, html, citation = boxes.all_inner_texts()
        assert address == BASE + path
        assert markdown.endswith(f"]({BASE}{path})")
        assert html.startswith(f'<a href="{BASE}{path}">')
        assert citation.startswith("Eksempelregionen")
        assert citation.endswith(BASE + path)
        buttons = page.locator(".linking > .copy, .linking > .copy + .more").locator(".copy-button")
        assert buttons.count() == (4 if script else 0)


def test_each_decision_point_has_texts_of_its_own(site: Site) -> None:
    for page in (site.root / "sak").glob("*/index.html"):
        tree = site.tree(page)
        if tree.css_first(".linking") is None:
            continue
        shown = {str(node.attributes["id"]) for node in tree.css(".point[id]")}
        offered = {
            str(node.attributes["id"]).removeprefix("lenk-").removesuffix("-adresse")
            for node in tree.css(".linking code[id$='-adresse']")
        }
        points = {name for name in shown if not name.endswith("-tekst")}
        assert points <= offered, page


def test_citations_end_their_sentences_once(site: Site) -> None:
    for folder in ("sak", "mote", "prosess"):
        for page in (site.root / folder).glob("*/index.html"):
            for node in site.tree(page).css(".linking code[id$='-sitat']"):
                cited = node.text().partition(" https://")[0]
                assert cited.endswith((".", "?", "!", "»")), cited
                assert not re.search(r"[.?!][»)]?\.", cited), cited


def test_region_can_switch_embedding_and_pictures_off(tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(building.ROOT / "tests/fixtures/cases", project / "cases")
    region = project / "cases" / "region.yml"
    text = region.read_text(encoding="utf-8")
    text = text.replace("forhåndsbilder: ja", "forhåndsbilder: nei")
    region.write_text(text.replace("innbygging: ja", "innbygging: nei"), encoding="utf-8")
    edition = prepare(project / "cases", date(2026, 11, 23))
    files = {file.uri: file for file in edition.files(SiteOptions())}
    assert not [uri for uri in files if uri.startswith(("embed/", "bilde/", "om/bygg-inn"))]
    page = files[f"{CASE}index.html"].read().decode()
    assert "oembed" not in page
    assert "og:image" not in page
