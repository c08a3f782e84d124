"""A site of one page: ``/sok/`` with an index, to try the search apart from the rest."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import resources
from pathlib import Path

import jinja2

from casebook.i18n import Words
from casebook.search import Facet, SearchDocument, SearchIndex, SearchOptions, build_index
from casebook.search.page import ListLink, search_page

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"
)
_SHELL = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="modulepreload" href="../assets/search.js">
<link rel="stylesheet" href="../assets/casebook.css">
<link rel="stylesheet" href="../assets/search.css">
<link rel="icon" href="data:,">
</head>
<body><main id="innhold" class="wrap">{body}</main></body>
</html>
"""


def search_body(language: str = "nb") -> str:
    """The page's body from the real template."""
    words = Words(language)
    lists = [ListLink("../saker/2021/", words("search.list.cases"))]
    feeds = {"": "feed/saker.xml", "kommune=sund": "feed/kommune/sund.xml"}
    page = search_page(
        words.texts.__getitem__,
        root="../",
        assets="../assets/",
        lists=lists,
        feeds=feeds,
    )
    template = resources.files("casebook.templates.pages").joinpath("search.html").read_text()
    environment = jinja2.Environment(autoescape=False, undefined=jinja2.StrictUndefined)  # noqa: S701
    return environment.from_string(template).render(t=words, search=page)


def write_site(
    root: Path,
    documents: Iterable[SearchDocument],
    *,
    options: SearchOptions | None = None,
    language: str = "nb",
    index: SearchIndex | None = None,
) -> SearchIndex:
    """Write the page, its script and its index below a folder."""
    index = index or build_index(documents, options=options)
    for name, data in index.files.items():
        _write(root / "sok" / "indeks" / name, data)
    assets = resources.files("casebook.assets")
    for name in ("search-start.js", "search.js", "search.css", "casebook.css"):
        _write(root / "assets" / name, assets.joinpath(name).read_bytes())
    body = search_body(language)
    page = _SHELL.format(language=language, policy=POLICY, title="Søk – Prøve", body=body)
    _write(root / "sok" / "index.html", page.encode())
    return index


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def options(names: Iterable[str] = (), facets: tuple[Facet, ...] | None = None) -> SearchOptions:
    """Options with proper names."""
    found = SearchOptions(proper_names=tuple(names))
    return found if facets is None else SearchOptions(proper_names=tuple(names), facets=facets)
