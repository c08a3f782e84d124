"""The page of the bodies says what the register knows of the region, and what it does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from casebook.loading import load
from casebook.outputs.data.oparl import oparl_files
from casebook.outputs.data.package import package_files
from casebook.outputs.pages.bodies import body_pages
from casebook.outputs.pages.front import front_page
from casebook.outputs.pages.municipality import municipality_pages
from casebook.outputs.pages.register_facts import numbering, region_facts
from casebook.outputs.pages.registers import register_pages
from casebook.outputs.pages.view import View
from casebook.outputs.records import Source
from casebook.outputs.records.register import register_record
from tests.support import region
from tests.support.written import REGION, graph_of

ADDRESS = 'adresse: "https://proven.example/"\n'


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


def test_a_day_of_the_register_can_be_only_likely(tmp_path: Path) -> None:
    names = "navn: [{navn: Rådet, til: 2023-12-31}, {navn: Nyrådet, fra: 2024}]\n    fra: 2020"
    doubted = ("organer.radet.navn.2.fra", "organer.radet.fra", "kommuner.aeroya.medlem.fra")
    uncertain = "usikkert:\n" + "".join(f"  {path}: Bare året.\n" for path in doubted)
    graph = graph_of(tmp_path, {}, REGION.replace("navn: Rådet", names) + ADDRESS + uncertain)
    (body,) = (m.page.view for m in body_pages(graph) if m.page.address == "organ/radet/")
    assert [name["since"] and name["since"]["uncertain"] for name in body["names"]] == [
        None,
        "Bare året.",
    ]
    assert body["period"]["since"]["uncertain"] == "Bare året."
    (place,) = (m.page.view for m in municipality_pages(graph) if m.page.address.endswith("roya/"))
    assert place["member"]["since"]["uncertain"] == "Bare året."
    source = Source(graph)
    assert str(register_record(source)).count("Antatt: Bare året.") == len(doubted)
    tables = {file.uri: file.read().decode() for file in package_files(source)}
    assert "fra: Bare året." in tables["data/organer.csv"]
    assert "medlem_fra: Bare året." in tables["data/kommuner.csv"]
    (bodies,) = (f.read().decode() for f in oparl_files(source) if "organizations" in f.uri)
    assert "Nyrådet" in bodies
    assert "startDate" not in bodies


def test_nothing_else_of_the_register_can_be(tmp_path: Path) -> None:
    (tmp_path / "region.yml").write_text(REGION + "usikkert: {orgnr: Tull}\n", encoding="utf-8")
    codes = [finding.code for finding in load(tmp_path).findings]
    assert codes == ["unknown-uncertain-path"]


@pytest.mark.parametrize(
    ("written", "shown"), [("{nr:03}/{år2}", "001/26"), ("PS {nr}/{år}", "PS 1/2026")]
)
def test_a_body_shows_how_its_numbers_look(written: str, shown: str) -> None:
    graph = region.graph()
    body = graph.bodies["regionradet"]
    assert body.numbering is not None
    body = replace(body, numbering=replace(body.numbering, format=written))
    assert shown in numbering(View(graph, "nb", "organer/index.html"), body)[-1]
