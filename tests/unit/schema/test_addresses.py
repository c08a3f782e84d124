"""Addresses of documents and pages elsewhere: a reader's browser must be able to open them."""

from __future__ import annotations

import pytest

from casebook.diagnostics import Collector
from casebook.frontmatter import parse_yaml
from casebook.schema.fields import INVALID
from casebook.schema.scalars import URL


def read(written: str) -> tuple[object, list[str]]:
    collector = Collector()
    node = parse_yaml(f"lenke: '{written}'", "sak.md", 1, collector)
    assert node is not None
    return URL.decode(node.entries[0][1], collector), [found.code for found in collector]


@pytest.mark.parametrize(
    "written",
    [
        "https://sund.example",
        "http://sund.example:8080/plan?år=2021#p1",
        "https://sund.example?id=[1]",
        "https://åsnes.example/å%20b",
        "http://[::1]:8000/",
    ],
)
def test_an_address_with_a_host(written: str) -> None:
    assert read(written) == (written, [])


@pytest.mark.parametrize(
    "written",
    ["https://", "https:///plan", "https://?id=1", "http://[::1", "http://]/", "http://[sund]/"],
)
def test_an_address_without_a_host_that_can_be_read(written: str) -> None:
    assert read(written) == (INVALID, ["bad-url"])
