"""Whole outputs kept as files, so that every change of a format is seen and reviewed.

``pytest tests/outputs/test_golden.py --update-golden`` writes them anew.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from casebook.outputs.keys import Keys
from casebook.outputs.linked import enriched
from casebook.outputs.records import Source
from casebook.outputs.site import all_pages
from tests.support import region
from tests.support.building import ROOT

GOLDEN = ROOT / "tests" / "golden"
FILES = (
    "data/datapackage.json",
    "data/katalog.ttl",
    "feed/endringer.json",
    "feed/endringer.xml",
    "kalender/frister.ics",
    "kalender/mote/2021-09-14-regionradet.ics",
    "llms.txt",
    "mote/2021-09-14-regionradet/mote.json",
    "opensearch.xml",
    "prosess/beredskapsplan/prosess.json",
    "prosess/beredskapsplan/prosess.md",
    "robots.txt",
    "sak/2021-felles-klimaplan/sak.json",
    "sak/2021-felles-klimaplan/sak.md",
    "sak/2021-tatt-av/sak.json",
    "sak/2022-lukket-forhandling/sak.json",
    "sak/2022-lukket-forhandling/sak.md",
)
DESCRIBED = (
    "",
    "data/",
    "kommune/sund/",
    "mote/2021-09-08-fylkeskommunen/",  # between parties, digital
    "mote/2022-11-29-regionradet/",  # one of its cases is taken down
    "organ/regionradet/",
    "prosess/klimaplan/",
    "sak/2021-felles-klimaplan/",
    "sak/2024-brannvern/",  # concerns some municipalities
    "tema/klima/",
)
"""Pages that between them have every kind of JSON-LD node."""


def shown(uri: str) -> bytes:
    """The output; JSON is spread over lines, so that a difference can be read."""
    content = region.outputs()[uri]
    return spread(json.loads(content)) if uri.endswith(".json") else content


def spread(data: object) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


@cache
def described() -> dict[str, bytes]:
    """What pages say of themselves to programmes, by address."""
    graph = region.graph()
    source = Source(graph)
    pages = (planned.make() for planned in all_pages(graph, Keys(graph)))
    return {p.address: spread(enriched(source, p).jsonld) for p in pages if p.address in DESCRIBED}


def is_as_it_was(content: bytes, kept: Path, *, update: bool) -> None:
    if update:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(content)
    assert kept.exists(), "write it with --update-golden"
    assert content == kept.read_bytes()


@pytest.mark.parametrize("uri", FILES)
def test_output_is_as_it_was(uri: str, *, update_golden: bool) -> None:
    is_as_it_was(shown(uri), GOLDEN / uri, update=update_golden)


@pytest.mark.parametrize("address", DESCRIBED)
def test_jsonld_is_as_it_was(address: str, *, update_golden: bool) -> None:
    is_as_it_was(described()[address], GOLDEN / address / "jsonld.json", update=update_golden)


def test_two_makings_are_equal() -> None:
    assert region.machine_outputs(region.graph()) == region.outputs()
