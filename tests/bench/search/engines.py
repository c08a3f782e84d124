"""The search engines that are compared: each writes its site, and answers queries in a page."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from importlib import metadata, resources
from pathlib import Path

from casebook.search import build_index
from casebook.search.frequencies import norwegian_frequencies
from tests.bench.search.corpus import Case, as_document
from tests.search import harness

PAGEFIND = "1.6.0"
NAMES = ("Råholt", "Sælebygd", "Sund")
_PAGE = "<!doctype html><html lang={lang}><meta charset=utf-8><title>{title}</title>{body}"


@dataclass(frozen=True, slots=True)
class Built:
    """A built search."""

    name: str
    seconds: float
    index_bytes: int
    files: int
    largest: int
    opener: str
    """Script for a page: opens the search and returns it as ``search``."""
    asker: str
    """Script: the addresses of ten answers to ``query``, texts fetched, from ``search``."""


def own(root: Path, cases: Sequence[Case]) -> Built:
    """Casebook's own index."""
    documents = [as_document(case) for case in cases]
    norwegian_frequencies()
    start = time.perf_counter()
    index = build_index(documents, options=harness.options(NAMES))
    seconds = time.perf_counter() - start
    harness.write_site(root, documents, options=harness.options(NAMES), index=index)
    _front(root)
    sizes = [len(data) for data in index.files.values()]
    return Built(
        name="own index",
        seconds=seconds,
        index_bytes=sum(sizes),
        files=len(sizes),
        largest=max(sizes),
        opener="const m = await import('/assets/search.js');"
        "const search = new m.SearchIndex('/sok/indeks/');",
        asker="const state = { query, filters: new Map(), from: '', to: '', sort: '', shown: 10 };"
        "const { hits } = await search.find(state); return hits.map((hit) => hit.url);",
    )


def pagefind(root: Path, cases: Sequence[Case], tools: Path) -> Built | None:
    """Pagefind on the plain pages, one language for all, or nothing when it cannot be had."""
    command, version = _pagefind_command(tools)
    if command is None:
        return None
    for case in cases:
        document = as_document(case)
        body = "".join(f"<p>{escape(part.text)}</p>" for part in document.parts)
        facts = escape(" ".join((*document.numbers, *document.display.values())))
        main = f"<main data-pagefind-body><h1>{escape(case.title)}</h1><p>{facts}</p>{body}</main>"
        page = root / "sak" / case.id / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(_PAGE.format(lang=case.language, title=escape(case.title), body=main))
    _front(root)
    start = time.perf_counter()
    subprocess.run([*command, "--site", str(root), "--force-language", "nb", "--quiet"], check=True)
    return _built(
        f"Pagefind {version}",
        time.perf_counter() - start,
        root / "pagefind",
        "const search = await import('/pagefind/pagefind.js'); await search.init();",
        "const found = await search.search(query);"
        "const data = await Promise.all(found.results.slice(0, 10).map((r) => r.data()));"
        "return data.map((d) => d.url);",
    )


def _front(root: Path) -> None:
    """A page without any search, from which a first search is timed."""
    head = "<link rel=icon href=data:,><h1>Søk</h1>"
    (root / "index.html").write_text(_PAGE.format(lang="nb", title="Forside", body=head))


def _pagefind_command(tools: Path) -> tuple[list[str] | None, str]:
    program = tools / "node_modules" / ".bin" / "pagefind"
    if not program.exists() and shutil.which("npm"):
        subprocess.run(
            ["npm", "install", "--silent", "--prefix", str(tools), f"pagefind@{PAGEFIND}"],
            check=False,
        )
    if program.exists():
        return [str(program)], PAGEFIND
    try:
        return [sys.executable, "-m", "pagefind"], metadata.version("pagefind")
    except metadata.PackageNotFoundError:
        return None, ""


def stock(root: Path, cases: Sequence[Case]) -> Built:
    """Material's built-in search: its worker on the index that the plugin would write."""
    start = time.perf_counter()
    docs = [
        {
            "location": document.url,
            "title": escape(document.title),
            "text": escape(
                " ".join((*document.numbers, *document.display.values()))
                + " "
                + " ".join(part.text for part in document.parts)
            ),
        }
        for document in map(as_document, cases)
    ]
    config = {"lang": ["no"], "separator": r"[\s\-]+", "pipeline": ["stopWordFilter"], "fields": {}}
    fields = {"title": {"boost": 1e3}, "text": {"boost": 1}, "tags": {"boost": 1e6}}
    config["fields"] = fields
    folder = root / "assets" / "javascripts"
    source = Path(str(resources.files("material"))) / "templates" / "assets" / "javascripts"
    shutil.copytree(source / "lunr", folder / "lunr")
    shutil.copytree(source / "workers", folder / "workers")
    (root / "search").mkdir()
    data = {"config": config, "docs": docs}
    (root / "search" / "search_index.json").write_text(json.dumps(data, ensure_ascii=False))
    seconds = time.perf_counter() - start
    _front(root)
    worker = next((folder / "workers").glob("search*.js")).name
    return _built(
        f"stock search (Material {metadata.version('mkdocs-material')})",
        seconds,
        root / "search",
        "const index = await (await fetch('/search/search_index.json')).json();"
        f"const worker = new Worker('/assets/javascripts/workers/{worker}');"
        "const search = (message) => new Promise((done) => {"
        " worker.onmessage = (e) => done(e.data); worker.postMessage(message); });"
        "await search({ type: 0, data: { ...index, options: { suggest: false } } });",
        "const { data } = await search({ type: 2, data: query });"
        "return data.items.slice(0, 10).map((item) => item[0].location);",
    )


def _built(name: str, seconds: float, index: Path, opener: str, asker: str) -> Built:
    sizes = [path.stat().st_size for path in index.rglob("*") if path.is_file()]
    return Built(name, seconds, sum(sizes), len(sizes), max(sizes), opener, asker)
