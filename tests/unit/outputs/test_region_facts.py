"""The page of the bodies says what the register knows of the region, and what it does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from casebook.outputs.pages.front import front_page
from casebook.outputs.pages.register_facts import numbering, region_facts
from casebook.outputs.pages.registers import register_pages
from casebook.outputs.pages.view import View
from tests.support import region


def test_every_fact_of_the_register_is_told() -> None:
    told = str(region_facts(View(region.graph(), "nb", "organer/index.html")))
    for known in (
        "999888777",
        "Nordvik kommune har arkivversjonen.",
        "NLOD",
        "mailto:sekret",
        "uustatus",
    ):
        assert known in told
    assert "Regionrådet for Ytre Eksempelfjord til 31.\u00a0desember 2020" in told.replace(
        "\\xa0", "\u00a0"
    )


def test_what_is_not_registered_is_said_to_be_missing() -> None:
    graph = region.graph()
    bare = replace(graph.region, organisation_number="", contact="", archive="")
    facts = region_facts(View(replace(graph, region=bare), "nb", "organer/index.html"))
    assert [fact["label"] for fact in facts if fact.get("gap")] == [
        "Organisasjonsnummer",
        "Kontakt",
        "Arkiv",
    ]


def test_who_has_left_is_no_member_any_more() -> None:
    """The list of all municipalities keeps it, and says so."""
    for day, member in ((date(2022, 12, 31), True), (date(2023, 1, 1), False)):
        graph = region.graph(day)
        front = front_page(graph).view["municipalities"]
        assert ("Gamlehavn" in {link["label"] for link in front}) == member
        (made,) = (m for m in register_pages(graph) if m.page.address == "kommuner/")
        told = {entry["label"]: entry["kind"] for entry in made.page.view["entries"]}
        assert told["Gamlehavn"].endswith("Gikk ut av samarbeidet") != member
        assert told["Nordvik"].startswith("Kommunenummer 99")


@pytest.mark.parametrize(
    ("written", "shown"), [("{nr:03}/{år2}", "001/26"), ("PS {nr}/{år}", "PS 1/2026")]
)
def test_a_body_shows_how_its_numbers_look(written: str, shown: str) -> None:
    graph = region.graph()
    body = graph.bodies["regionradet"]
    assert body.numbering is not None
    body = replace(body, numbering=replace(body.numbering, format=written))
    assert shown in numbering(View(graph, "nb", "organer/index.html"), body)[-1]
