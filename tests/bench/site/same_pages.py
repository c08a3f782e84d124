"""Gives stock MkDocs every page of a finished site, so that both sides publish the same pages.

The pages of the cases themselves have their own Markdown (``generate.py``). Every other page comes from
what the finished page shows, as its writer would have written it: headings, text, lists, tables, and
links to the other pages as files. Extracts to embed and pages that lead on get a bare template of
their own, as they would in a stock project: the cheapest way MkDocs has.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

_HEADINGS = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### "}
_BLOCKS = {**_HEADINGS, "p": "", "li": "- ", "dt": "", "dd": "", "summary": "", "table": ""}
_SELECTOR = ", ".join(_BLOCKS)
_HOST = "https://eksempel.example/"
_EXTRACT = (
    '<!doctype html>\n<html lang="nb"><head><meta charset="utf-8"><title>{{ page.title }}</title>'
    '<link rel="canonical" href="{{ page.canonical_url }}"></head>\n'
    "<body><main>{{ page.content }}</main></body></html>\n"
)
_LEADS_ON = _EXTRACT.replace(
    "<link", '<meta http-equiv="refresh" content="0; url={{ page.meta.to }}"><link'
)


def write_same_pages(site: Path, stock: Path, cases: Mapping[str, str]) -> None:
    """Add a source for every HTML page of ``site`` that is not the page of a case.

    Args:
        site: A finished site.
        stock: The folder of a stock project that holds the cases already.
        cases: The file of each case among the sources of the stock project, by its id.
    """
    bare = stock / "bare"
    (bare / "extract.html").write_text(_EXTRACT, "utf-8")
    (bare / "leads-on.html").write_text(_LEADS_ON, "utf-8")
    sources = {f"sak/{case}/index.html": source for case, source in cases.items()}
    pages: list[str] = []
    for page in sorted(site.rglob("*.html")):
        uri = page.relative_to(site).as_posix()
        if not uri.startswith("sak/") and uri != "404.html":
            sources[uri] = f"{uri.removesuffix('.html')}.md"
            pages.append(uri)
    for uri in pages:
        target = stock / "docs" / sources[uri]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_Source(uri, sources).of(site / uri), "utf-8")


class _Source:
    """The Markdown of one page."""

    def __init__(self, uri: str, sources: Mapping[str, str]) -> None:
        self._uri = uri
        self._sources = sources

    def of(self, page: Path) -> str:
        tree = LexborHTMLParser(page.read_bytes())
        refresh = tree.css_first('meta[http-equiv="refresh"]')
        front = ""
        if refresh is not None:
            to = str(refresh.attributes["content"]).partition("url=")[2]
            front = f"---\ntemplate: leads-on.html\nto: {to}\nsearch: {{exclude: true}}\n---\n"
        elif self._uri.startswith("embed/"):
            front = "---\ntemplate: extract.html\nsearch: {exclude: true}\n---\n"
        main = tree.css_first("main")
        blocks = main.css(_SELECTOR) if main is not None else []
        return front + "\n\n".join(filter(None, map(self._block, blocks))) + "\n"

    def _block(self, block: LexborNode) -> str:
        if any(above.tag == "table" for above in _ancestors(block)):
            return ""
        if block.tag == "table":
            return self._table(block)
        if len(block.css(_SELECTOR)) > 1:
            # What stands in it comes by itself.
            return ""
        text = self._text(block)
        return text and _BLOCKS[str(block.tag)] + text

    def _table(self, table: LexborNode) -> str:
        rows = [[self._text(cell) for cell in row.css("th, td")] for row in table.css("tr")]
        width = max(map(len, rows), default=0)
        lines = [f"| {' | '.join(row + [''] * (width - len(row)))} |" for row in rows]
        return "\n".join([*lines[:1], "| --- " * width + "|", *lines[1:]])

    def _text(self, node: LexborNode) -> str:
        return " ".join("".join(self._inline(node)).split())

    def _inline(self, node: LexborNode) -> Iterator[str]:
        for child in node.iter(include_text=True):
            if child.tag == "-text":
                yield _escaped(child.text(deep=False))
            elif child.tag == "a" and child.attributes.get("href") and self._text(child):
                yield f" [{self._text(child)}]({self._target(str(child.attributes['href']))}) "
            elif child.tag not in ("svg", "script", "style", "template"):
                yield from self._inline(child)
                yield " "

    def _target(self, href: str) -> str:
        """A link as a writer of stock pages writes it: to the source of a page, else to the web."""
        whole = urljoin(_HOST + self._uri.removesuffix("index.html"), href)
        path = unquote(urlsplit(whole).path).lstrip("/")
        if path.endswith("/") or not path:
            path += "index.html"
        source = self._sources.get(path) if whole.startswith(_HOST) else None
        if source is None:
            return f"<{whole}>"
        return posixpath.relpath(source, posixpath.dirname(self._sources[self._uri]) or ".")


def _ancestors(node: LexborNode) -> Iterator[LexborNode]:
    above = node.parent
    while above is not None:
        yield above
        above = above.parent


def _escaped(text: str) -> str:
    for mark in "\\`*_{}[]<>#|":
        text = text.replace(mark, f"\\{mark}")
    return text
