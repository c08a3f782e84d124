"""Every page that may be found says what it is: a description of its own, an address, JSON-LD."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import pytest

from tests.outputs.schema_org import DOMAINS
from tests.support import report
from tests.support.links import Site, attribute
from tests.support.sampling import kind

pytestmark = [pytest.mark.site]


def _found(site: Site) -> list[Path]:
    """The pages that search engines may keep, redirects apart."""
    return [
        page
        for page in site.pages()
        if "noindex" not in attribute(site, page, "meta[name=robots]", "content")
        and kind(site, page) not in {"redirect", "missing"}
    ]


def test_every_page_says_what_it_is_in_json_ld(site: Site) -> None:
    wrong = []
    for page in _found(site):
        blocks = site.tree(page).css("script[type='application/ld+json']")
        nodes = [node for block in blocks for node in json.loads(block.text())["@graph"]]
        if not nodes or any(set(node) - DOMAINS.keys() - {"@type", "@id"} for node in nodes):
            wrong.append(str(page))
    report.none(wrong)


def test_no_two_lists_share_their_description(site: Site) -> None:
    told = defaultdict(list)
    for page in _found(site):
        shown = kind(site, page)
        if shown not in {"case", "meeting", "process", "follow_up"}:  # in words of their authors
            told[attribute(site, page, "meta[name=description]", "content")].append(str(page))
    assert "" not in told
    report.none([f"{text}: {pages}" for text, pages in told.items() if len(pages) > 1])
