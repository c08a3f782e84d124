"""Whole outputs kept as files, so that every change of a format is seen and reviewed.

``pytest tests/outputs/test_golden.py --update-golden`` writes them anew.
"""

from __future__ import annotations

import json

import pytest

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


def shown(uri: str) -> bytes:
    """The output; JSON is spread over lines, so that a difference can be read."""
    content = region.outputs()[uri]
    if not uri.endswith(".json"):
        return content
    return (json.dumps(json.loads(content), ensure_ascii=False, indent=1) + "\n").encode()


@pytest.mark.parametrize("uri", FILES)
def test_output_is_as_it_was(uri: str, *, update_golden: bool) -> None:
    kept = GOLDEN / uri
    if update_golden:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(shown(uri))
    assert kept.exists(), "write it with --update-golden"
    assert shown(uri) == kept.read_bytes()


def test_two_makings_are_equal() -> None:
    assert region.machine_outputs(region.graph()) == region.outputs()
