"""Nothing that is withheld from the public is in any byte of the site.

The invented region's withheld texts hold a word that stands nowhere else, so that one search finds
any of them: in pages, data, feeds, the search index, archives, office files and PDFs.
"""

from __future__ import annotations

import base64
import gzip
import io
import re
import zipfile
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from tests.support import report
from tests.support.building import ROOT
from tests.support.bytes_of import everything, unpacked

MARK = "kolibr"
"""The word less its ending, since a search index keeps stems."""


TOKEN = re.compile(r"hemmelig-kolibri-(\d{4})", re.IGNORECASE)


def spellings(word: str) -> list[bytes]:
    """The word in the encodings and disguises that a file can hold it in."""
    return [word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be"), word[::-1].encode()]


def in_base64(word: str) -> list[bytes]:
    """What the word looks like in base64, wherever in a group of three bytes it begins."""
    return [
        base64.b64encode(b"\0" * before + spelled.encode())[lost:-4]
        for spelled in (word, word.upper(), word.capitalize())
        for before, lost in ((0, 0), (1, 2), (2, 3))
    ]


def leaks(folder: Path) -> list[str]:
    """Where the word stands."""
    plain, packed = spellings(MARK), in_base64(f"{MARK}i-")
    return [
        name
        for name, content in everything(folder)
        if any(spelling in content.lower() for spelling in plain)
        or any(spelling in content for spelling in packed)
    ]


def tokens() -> set[str]:
    """The numbers of every withheld text of the invented region."""
    sources = (ROOT / "tests/fixtures/cases").rglob("*.md")
    return {n for path in sources for n in TOKEN.findall(path.read_text(encoding="utf-8"))}


def test_the_sources_hold_withheld_text() -> None:
    sources = (ROOT / "tests/fixtures/cases").rglob("*.md")
    found = [path for path in sources if MARK in path.read_text(encoding="utf-8").lower()]
    assert len(found) >= 5
    assert len(tokens()) >= 12


def test_every_kind_of_file_is_opened(demo_site: Path) -> None:
    """Index shards, office files, PDFs and pictures are looked into, not only at."""
    opened = {Path(name.split("!")[0]).suffix for name, _ in everything(demo_site) if "!" in name}
    assert opened >= {".gz", ".pdf", ".docx", ".odt", ".xlsx"}
    kinds = {path.suffix for path in demo_site.rglob("*") if path.is_file()}
    assert kinds >= {".html", ".json", ".xml", ".ics", ".csv", ".md", ".ttl", ".txt"}


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
    shard = gzip.compress(b'{"ord": ["hemmelig-kolibri-3"]}')
    (tmp_path / "9.gz").write_bytes(shard)
    for skew in range(3):
        data = base64.b64encode(b"x" * skew + b"HEMMELIG-kolibri-4 og mer")
        (tmp_path / f"d{skew}.txt").write_bytes(data)
    (tmp_path / "kolibri-bilde").mkdir()
    assert {name.split("!")[0] for name in leaks(tmp_path)} == {
        "a.pdf", "b.zip", "c.js", "9.gz", "d0.txt", "d1.txt", "d2.txt", "kolibri-bilde",
    }  # fmt: skip
    assert len(list(unpacked("b.zip", outer.getvalue()))) == 3
