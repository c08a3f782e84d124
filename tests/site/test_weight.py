"""What a first visit costs: the page and everything it asks for, compressed as a host sends it."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tests.support.browsing import Reader
from tests.support.links import Site
from tests.support.sampling import kind
from tests.support.server import SiteServer

pytestmark = [pytest.mark.browser, pytest.mark.site]

FIRST_VIEW = 60_000
BESIDES_HTML = 40_000
SCRIPT = 8_000


def weight(path: Path) -> int:
    """The bytes that a host sends for a file."""
    packed = {".woff2", ".png", ".jpg", ".webp", ".pdf"}
    raw = path.read_bytes()
    return len(raw) if path.suffix in packed else len(gzip.compress(raw, 6))


def loaded(reader: Reader, demo: SiteServer, path: str) -> list[Path]:
    """The files that a browser asks for on a first visit, the page itself left out."""
    files: set[Path] = set()
    with reader.open(demo.address(path)) as (page, _):
        page.wait_for_load_state("networkidle")
        # A browser asks for the icon when it likes, often after everything else.
        names = page.evaluate("""[
            ...performance.getEntriesByType('resource').map((entry) => entry.name),
            ...Array.from(document.querySelectorAll('link[rel~=icon]'), (link) => link.href),
        ]""")
        for name in names:
            target = demo.resolve(name.removeprefix(demo.url).split("?")[0])
            if target:
                files.add(target)
    return sorted(files)


def test_no_page_brings_more_than_it_may(
    demo: SiteServer, reader: Reader, sample: list[str]
) -> None:
    for path in sample:
        files = loaded(reader, demo, path)
        assert sum(map(weight, files)) <= BESIDES_HTML, (path, files)
        scripts = [file for file in files if file.suffix == ".js"]
        assert sum(map(weight, scripts)) <= SCRIPT or path.startswith("/sok/"), (path, scripts)


def test_every_case_page_is_light(site: Site, demo: SiteServer, reader: Reader) -> None:
    """Also the heaviest, with 180 attachments; a plain one brings half of what it may."""
    cases = sorted((page for page in site.pages() if kind(site, page) == "case"), key=weight)
    for page, most in ((cases[-1], FIRST_VIEW), (cases[len(cases) // 2], FIRST_VIEW / 2)):
        path = "/" + page.relative_to(site.root).as_posix().removesuffix("index.html")
        assert weight(page) + sum(map(weight, loaded(reader, demo, path))) <= most, path
