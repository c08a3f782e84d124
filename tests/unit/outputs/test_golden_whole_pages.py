"""A handful of whole pages kept as files, compared byte for byte, so that every change is seen.

``pytest tests/unit/outputs/test_golden_whole_pages.py --update-golden`` writes them anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial

import pytest

from casebook.outputs.pages.case import case_page
from casebook.outputs.pages.front import front_page
from casebook.outputs.pages.meeting import meeting_page
from casebook.outputs.pages.page import Page
from casebook.outputs.pages.process import process_page
from casebook.outputs.pages.shell import Renderer
from casebook.outputs.site import SiteOptions, frame
from tests.support import region
from tests.support.building import ROOT

GOLDEN = ROOT / "tests" / "golden" / "pages" / "whole"
CASES = ("2021-felles-klimaplan", "2022-straumnett-aeroya", "2021-tatt-av", "2022-lukket-sak")
"""Several treatments; nynorsk; taken down; closed with a withheld title."""
MEETINGS = ("2023-11-07-regionradet", "2021-09-08-fylkeskommunen")
PROCESSES = ("beredskapsplan",)
ADDRESSES = (
    *(f"sak/{key}/" for key in CASES),
    *(f"mote/{key}/" for key in MEETINGS),
    *(f"prosess/{key}/" for key in PROCESSES),
    "",
)


@cache
def rendered() -> dict[str, bytes]:
    """Each page as it is published."""
    graph = region.graph()
    renderer = Renderer(partial(frame, graph, SiteOptions()), graph.region.base_url)
    return {page.address: renderer.render(page) for page in _pages()}


def _pages() -> Iterator[Page]:
    graph = region.graph()
    yield from (case_page(graph, graph.cases[key]) for key in CASES)
    yield from (meeting_page(graph, graph.meetings[key]) for key in MEETINGS)
    yield from (process_page(graph, graph.processes[key]) for key in PROCESSES)
    yield front_page(graph)


@pytest.mark.parametrize("address", ADDRESSES)
def test_page_is_as_it_was(address: str, *, update_golden: bool) -> None:
    kept = GOLDEN / f"{address.strip('/') or 'forside'}.html"
    if update_golden:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(rendered()[address])
    assert kept.exists(), "write it with --update-golden"
    assert rendered()[address] == kept.read_bytes()
