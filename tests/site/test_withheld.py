"""Nothing that is withheld from the public is in any byte of the site.

The invented region's withheld texts hold a word that stands nowhere else, so that one search finds
any of them: in pages, data, feeds, the search index, archives, office files and PDFs.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from tests.support import report
from tests.support.building import ROOT
from tests.support.bytes_of import everything, unpacked

MARK = "kolibr"
"""The word less its ending, since a search index keeps stems."""


def spellings(word: str) -> list[bytes]:
    """The word in the encodings and disguises that a file can hold it in."""
    return [word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be"), word[::-1].encode()]


def leaks(folder: Path) -> list[str]:
    """Where the word stands."""
    return [
        name
        for name, content in everything(folder)
        if any(spelling in content.lower() for spelling in spellings(MARK))
    ]


def test_the_sources_hold_withheld_text() -> None:
    sources = (ROOT / "tests/fixtures/cases").rglob("*.md")
    found = [path for path in sources if MARK in path.read_text(encoding="utf-8").lower()]
    assert len(found) >= 5


def test_no_withheld_text_is_published(demo_site: Path) -> None:
    report.none(leaks(demo_site))


def test_the_search_looks_into_everything(tmp_path: Path) -> None:
    document, inner, outer = io.BytesIO(), io.BytesIO(), io.BytesIO()
    canvas = Canvas(document, pageCompression=1)
    canvas.drawString(100, 100, "HEMMELIG-kolibri-1")
    canvas.save()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("content.xml", "<p>HEMMELIG-Kolibri-2</p>" * 20)
    with zipfile.ZipFile(outer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.odt", inner.getvalue())
    for name, content in (("a.pdf", document), ("b.zip", outer)):
        (tmp_path / name).write_bytes(content.getvalue())
    (tmp_path / "c.js").write_bytes("kolibri".encode("utf-16"))
    (tmp_path / "kolibri-bilde").mkdir()
    assert {name.split("!")[0] for name in leaks(tmp_path)} == {
        "a.pdf", "b.zip", "c.js", "kolibri-bilde",
    }  # fmt: skip
    assert len(list(unpacked("b.zip", outer.getvalue()))) == 3
