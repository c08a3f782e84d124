"""What the page ``/sok/`` is given: addresses, texts and feeds, as values for its template."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

Translate = Callable[[str], str]

SCRIPT_TEXTS = (
    "title",
    "filters",
    "filters.active",
    "clear",
    "remove",
    "facet.kind",
    "facet.year",
    "facet.municipality",
    "facet.topic",
    "facet.body",
    "facet.outcome",
    "facet.followup",
    "facet.attachment",
    "from",
    "to",
    "loading",
    "count.none",
    "count.one",
    "count.other",
    "count.for",
    "count.all.one",
    "count.all.other",
    "shown",
    "suggestions",
    "suggestions.count.one",
    "suggestions.count.other",
    "note.spelled",
    "note.split",
    "note.prefix",
    "note.missing",
    "note.relaxed",
    "note.common",
    "note.empty",
    "note.phrase",
    "note.unquoted",
    "note.filtered",
    "feed",
    "feed.all",
    "place",
    "attachment",
    "page",
    "slide",
    "uncertain",
    "error",
    "error.outdated",
    "error.unsupported",
    "retry",
    "reload",
    "kind.sak",
    "kind.mote",
    "kind.prosess",
    "kind.vedlegg",
)
"""The keys under ``search.`` that the script says itself; texts come raw, with {placeholders}."""


@dataclass(frozen=True, slots=True)
class ListLink:
    """A list that the page points at when search cannot help."""

    href: str
    label: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Values for ``templates/pages/search.html`` under the name ``search``."""

    action: str
    start: str
    script: str
    config_json: str
    lists: Sequence[ListLink] = field(default=())


def search_page(
    text: Translate,
    *,
    root: str,
    assets: str,
    lists: Sequence[ListLink],
    feeds: Mapping[str, str],
    index: str = "sok/indeks/",
) -> SearchPage:
    """Make the values for the template.

    Args:
        text: Looks up a raw text, placeholders and all, in the page's language.
        root: From the page to the site's root: ``../``.
        assets: Folder of the scripts as seen from the page.
        lists: Registers to browse, shown without script and when nothing was found.
        feeds: ``parameter=value`` of a filter (``kommune=moss``) → site-relative address of its
            feed; the empty key is the feed of everything.
        index: Site-relative address of the index files.
    """
    config = {
        "root": root,
        "index": root + index,
        "feeds": {key: root + address for key, address in feeds.items()},
        "texts": {key: text(f"search.{key}") for key in SCRIPT_TEXTS},
    }
    data = json.dumps(config, ensure_ascii=False, sort_keys=True)
    for mark, escaped in (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026")):
        data = data.replace(mark, escaped)
    return SearchPage(
        action=f"{root}sok/",
        start=f"{assets}search-start.js",
        script=f"{assets}search.js",
        config_json=data,
        lists=lists,
    )
