"""The site's own address: the address of every page is appended to it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from casebook.diagnostics import Collector
from casebook.frontmatter import parse_yaml
from casebook.outputs.site import SiteOptions
from casebook.publishing import prepare
from casebook.schema.fields import INVALID
from casebook.schema.site_address import SiteAddress
from tests.support.tiny import REGION, write_tiny
from tests.support.written import TODAY


def read(written: str) -> tuple[object, list[str | None]]:
    collector = Collector()
    node = parse_yaml(f"adresse: '{written}'", "region.yml", 1, collector)
    assert node is not None
    value = SiteAddress().decode(node.entries[0][1], collector)
    assert {found.code for found in collector} <= {"bad-url"}
    return value, [found.suggestion for found in collector]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("https://example.no", "https://example.no/"),
        ("https://example.no/", "https://example.no/"),
        ("https://example.no/sub", "https://example.no/sub/"),
        ("https://example.no/sub//", "https://example.no/sub/"),
        ("https://øy.no:8080/a", "https://øy.no:8080/a/"),
        ("http://[::1]/", "http://[::1]/"),
    ],
)
def test_an_address_ends_in_a_slash_whatever_was_written(written: str, value: str) -> None:
    assert read(written) == (value, [])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https://example.no/under?q=1#x", "https://example.no/under/"),
        ("https://example.no#", "https://example.no/"),
        ("www.example.no", "https://www.example.no/"),
        ("http://[::1", None),
        ("https://example.no:99999/", None),
        ("https:///sub", None),
        ("https://:80/", None),
        ("ftp://example.no/", None),
    ],
)
def test_an_address_that_nothing_can_follow_is_refused(written: str, meant: str | None) -> None:
    assert read(written) == (INVALID, [meant])


def test_no_page_glues_its_address_to_the_name_of_the_host_or_folder(tmp_path: Path) -> None:
    content = write_tiny(tmp_path).root / "cases"
    region = f"{REGION}adresse: https://example.no/sub\n"
    (content / "region.yml").write_text(region, encoding="utf-8")
    edition = prepare(content, TODAY)
    files = list(edition.files(SiteOptions()))
    pages = {file.uri: file.read() for file in files if file.uri.endswith(".html")}
    page = pages["sak/2025-01-buss/index.html"].decode()
    assert re.findall('rel="canonical" href="(.*?)"', page) == [
        "https://example.no/sub/sak/2025-01-buss/"
    ]
    glued = re.compile(rb"example\.no/sub[^/\"]")
    assert [uri for uri, text in pages.items() if glued.search(text)] == []
