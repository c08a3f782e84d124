"""Gives stock MkDocs every page of a finished site, so that both sides publish the same pages.

The pages of the cases themselves have their own Markdown (``generate.py``). Every other page comes from
the text that the finished page shows, without its links and tables, which is less work than they were.
Extracts to embed and pages that lead on get a bare template of their own, as they would in a stock
project: the cheapest way MkDocs has.
"""

from __future__ import annotations

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

_BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, tr, summary"
_EXTRACT = (
    '<!doctype html>\n<html lang="nb"><head><meta charset="utf-8"><title>{{ page.title }}</title>'
    '<link rel="canonical" href="{{ page.canonical_url }}"></head>\n'
    "<body><main>{{ page.content }}</main></body></html>\n"
)
_LEADS_ON = _EXTRACT.replace(
    "<link", '<meta http-equiv="refresh" content="0; url={{ page.meta.to }}"><link'
)


def write_same_pages(site: Path, stock: Path) -> None:
    """Add a source for every HTML page of ``site`` that is not the page of a case.

    Args:
        site: A finished site.
        stock: The folder of a stock project that holds the cases already.
    """
    bare = stock / "bare"
    (bare / "extract.html").write_text(_EXTRACT, "utf-8")
    (bare / "leads-on.html").write_text(_LEADS_ON, "utf-8")
    for page in sorted(site.rglob("*.html")):
        uri = page.relative_to(site).as_posix()
        if uri.startswith("sak/") or uri in ("index.html", "404.html"):
            continue
        target = stock / "docs" / Path(uri).with_suffix(".md")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_source(uri, page), "utf-8")


def _source(uri: str, page: Path) -> str:
    tree = LexborHTMLParser(page.read_bytes())
    refresh = tree.css_first('meta[http-equiv="refresh"]')
    front = ""
    if refresh is not None:
        to = str(refresh.attributes["content"]).partition("url=")[2]
        front = f"---\ntemplate: leads-on.html\nto: {to}\nsearch: {{exclude: true}}\n---\n"
    elif uri.startswith("embed/"):
        front = "---\ntemplate: extract.html\nsearch: {exclude: true}\n---\n"
    main = tree.css_first("main")
    blocks = main.css(_BLOCKS) if main is not None else []
    return front + "\n\n".join(filter(None, map(_markdown, blocks))) + "\n"


def _markdown(block: LexborNode) -> str:
    if block.tag != "tr" and block.css_first(_BLOCKS.replace(f"{block.tag}, ", "")) is not None:
        # What stands in it comes by itself.
        return ""
    text = " ".join(block.text(separator=" ").split())
    if not text:
        return ""
    for mark in "\\`*_{}[]<>#|":
        text = text.replace(mark, f"\\{mark}")
    mark = {"li": "- ", "tr": "- "}.get(str(block.tag), "")
    if str(block.tag) in ("h1", "h2", "h3", "h4"):
        mark = "#" * int(str(block.tag)[1]) + " "
    return mark + text
