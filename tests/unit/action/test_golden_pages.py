"""The pages of this part kept as files, so that every change of what they say is seen and reviewed.

``pytest tests/unit/action/test_golden_pages.py --update-golden`` writes them anew.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from casebook.graph import Graph
from casebook.outputs.keys import Keys
from casebook.outputs.pages.action import action_pages
from casebook.outputs.pages.case import case_page
from casebook.outputs.pages.municipality import municipality_pages
from casebook.outputs.pages.page import Page
from casebook.outputs.pages.process import process_page
from casebook.outputs.tables import table_files
from tests.support import region
from tests.support.rendering import body_of

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "pages"
WHOLE = (
    "oppfolging/prosess/klimaplan/",
    "oppfolging/utskrift/",
    "kommuner/matrise/",
    "status/",
    "kommune/sund/",
)
SECTIONS = (
    ("sak/2021-felles-klimaplan/", "endret"),
    ("sak/2023-samarbeidsavtale/", "over-tid"),
    ("sak/2024-brannvern/", "kommunene"),
    ("prosess/klimaplan/", "milepaler"),
)
TABLES = ("oppfolging/oppfolging.csv", "kommuner/matrise/matrise.csv", "tall/late-by-owner.csv")


@cache
def pages() -> dict[str, Page]:
    graph: Graph = region.graph()
    made = [plan.make() for plan in action_pages(graph, Keys(graph))]
    made += [place.page for place in municipality_pages(graph)]
    wanted = {address.split("/")[1] for address, _ in SECTIONS}
    made += [case_page(graph, case) for key, case in graph.cases.items() if key in wanted]
    made += [process_page(graph, p) for key, p in graph.processes.items() if key in wanted]
    return {page.address: page for page in made}


def body(address: str) -> str:
    page = pages()[address]
    # One element a line, so that a difference can be read.
    return re.sub(r">\s*<", ">\n<", body_of(page)).strip() + "\n"


def section(address: str, name: str) -> str:
    html = body(address)
    start = html.index(f'aria-labelledby="{name}"')
    return html[start : html.index("\n</section>", start)] + "\n"


def compare(kept: Path, shown: str, *, update: bool) -> None:
    if update:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(shown, encoding="utf-8")
    assert kept.exists(), "write it with --update-golden"
    assert shown == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("address", WHOLE)
def test_page_is_as_it_was(address: str, *, update_golden: bool) -> None:
    compare(GOLDEN / f"{address.strip('/')}.html", body(address), update=update_golden)


@pytest.mark.parametrize(("address", "name"), SECTIONS)
def test_section_is_as_it_was(address: str, name: str, *, update_golden: bool) -> None:
    kept = GOLDEN / f"{address}{name}.html"
    compare(kept, section(address, name), update=update_golden)


@pytest.mark.parametrize("uri", TABLES)
def test_table_is_as_it_was(uri: str, *, update_golden: bool) -> None:
    (made,) = (file for file in table_files(region.graph()) if file.uri == uri)
    text = made.read().decode("utf-8-sig").replace("\r\n", "\n")
    compare(GOLDEN / uri, text, update=update_golden)
