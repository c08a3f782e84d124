"""The benchmark's stock project has the pages that we publish, with what stands on them."""

from __future__ import annotations

from pathlib import Path

from tests.bench.site.same_pages import write_same_pages

LIST = """\
<html><head><title>x</title></head><body><nav><a href="../">Hjem</a></nav><main>
<h1>Saker *2025*</h1>
<p>Se <a href="../moter/">alle møter</a>, <a href="../data/saker.csv">tabellen</a> og
<a href="https://lovdata.example/">loven</a>.</p>
<ul><li><a href="../sak/a/#vedtak"><svg></svg>Sak A</a> 10.&nbsp;mai</li><li><p>To</p></li></ul>
<table><tr><th>År</th><th>Antall</th></tr><tr><td>2025</td><td><p>3 | 4</p></td></tr></table>
</main></body></html>
"""
LIST_SOURCE = """\
# Saker \\*2025\\*

Se [alle møter](../moter/index.md) , [tabellen](<https://eksempel.example/data/saker.csv>) \
og [loven](<https://lovdata.example/>) .

- [Sak A](../sak/2025/a.md) 10. mai

To

| År | Antall |
| --- | --- |
| 2025 | 3 \\| 4 |
"""
LEADS_ON = (
    '<html><head><meta http-equiv="refresh" content="0; url=../../../sak/a/"></head>'
    '<body><main><p><a href="../../../sak/a/">Sak A</a></p></main></body></html>'
)


def test_every_page_has_a_source_with_its_text_and_links(tmp_path: Path) -> None:
    pages = {
        "index.html": "<main><h1>Forside</h1></main>",
        "404.html": "<main><h1>Borte</h1></main>",
        "saker/index.html": LIST,
        "moter/index.html": "<main><h1>Møter</h1></main>",
        "s/radet/2025-1/index.html": LEADS_ON,
        "embed/sak/a/index.html": "<main><p>Utdrag</p></main>",
        "sak/a/index.html": "<main><h1>Sak A</h1></main>",
    }
    for uri, html in pages.items():
        target = tmp_path / "site" / uri
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(html, "utf-8")
    (tmp_path / "stock" / "bare").mkdir(parents=True)
    write_same_pages(tmp_path / "site", tmp_path / "stock", {"a": "sak/2025/a.md"})
    docs = tmp_path / "stock" / "docs"
    sources = {
        path.relative_to(docs).as_posix(): path.read_text("utf-8") for path in docs.rglob("*.md")
    }
    assert sources.keys() == {
        "index.md",
        "saker/index.md",
        "moter/index.md",
        "s/radet/2025-1/index.md",
        "embed/sak/a/index.md",
    }
    assert sources["saker/index.md"] == LIST_SOURCE
    assert "to: ../../../sak/a/\n" in sources["s/radet/2025-1/index.md"]
    assert "[Sak A](../../../sak/2025/a.md)" in sources["s/radet/2025-1/index.md"]
    assert sources["embed/sak/a/index.md"].endswith("---\nUtdrag\n")
