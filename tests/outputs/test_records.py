"""Each record's JSON: the published schemas, what is derived, and what is left out."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import Any

import jsonschema
import pytest
import referencing

from casebook.model.region import Region
from casebook.model.values import Gap
from casebook.model.vocabulary import NamePolicy, Withheld
from casebook.outputs.records import Source
from casebook.outputs.records.register import register_record
from casebook.outputs.records.texts import Texts
from tests.support import region

SCHEMAS = sorted(uri for uri in region.outputs() if uri.endswith(".schema.json"))
RECORDS = sorted(
    uri
    for uri in region.outputs()
    if uri.startswith(("sak/", "mote/", "prosess/")) and uri.endswith(".json")
)
LISTS = [f"data/{name}.json" for name in ("saker", "moter", "prosesser", "register", "endringer")]


def data(uri: str) -> Any:
    return json.loads(region.outputs()[uri])


@cache
def registry() -> Any:
    resources = [referencing.Resource.from_contents(data(uri)) for uri in SCHEMAS]
    return referencing.Registry().with_resources([(r.id() or "", r) for r in resources])


@cache
def validator(schema: str) -> Any:
    return jsonschema.Draft202012Validator({"$ref": schema}, registry=registry())


@pytest.mark.parametrize("uri", SCHEMAS)
def test_schemas_are_schemas_and_stand_where_they_say(uri: str) -> None:
    schema = data(uri)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"https://eksempelregionen.example/{uri}"
    assert schema["title"]


def test_every_file_follows_its_schema() -> None:
    for uri in (*RECORDS, *LISTS):
        content = data(uri)
        validator(content["schema"]).validate(content)


def test_a_made_up_property_is_refused() -> None:
    content = data("sak/2021-felles-klimaplan/sak.json")
    content["treatments"][0]["hemmelig"] = "x"
    with pytest.raises(jsonschema.ValidationError):
        validator(content["schema"]).validate(content)


def test_lists_hold_the_same_as_the_files_beside_the_pages() -> None:
    for name, key in (("saker", "cases"), ("moter", "meetings"), ("prosesser", "processes")):
        kind = {"saker": "sak", "moter": "mote", "prosesser": "prosess"}[name]
        listed = data(f"data/{name}.json")[key]
        assert listed
        for record in listed:
            assert record == data(f"{kind}/{record['id']}/{kind}.json")
    graph = region.graph()
    assert [r["id"] for r in data("data/saker.json")["cases"]] == [
        c.id for c in graph.published_cases
    ]


def test_state_is_derived() -> None:
    case = data("sak/2021-felles-klimaplan/sak.json")
    assert case["state"]["outcome"] == "vedtatt"
    assert case["state"]["item"] == "representantskapet"
    assert case["follow_ups"][0]["status"] == "utført"
    assert case["follow_ups"][0]["open"] is False
    assert {r["type"] for r in case["inverse_relations"]} == {"iverksetter"}
    for record in data("data/saker.json")["cases"]:
        states = {s.follow_up.id: s for s in region.graph().follow_ups[record["id"]]}
        for follow_up in record.get("follow_ups", []):
            assert follow_up["overdue"] is states[follow_up["id"]].overdue
            assert follow_up["silent"] is states[follow_up["id"]].silent


def test_every_point_of_every_decision_is_there_with_its_number_and_address() -> None:
    graph = region.graph()
    for record in data("data/saker.json")["cases"]:
        for treatment in record.get("treatments", []):
            points = treatment.get("decision", {}).get("points", [])
            of_graph = graph.treatments_by_item(record["id"])[treatment["id"]].points
            assert [p["number"] for p in points] == [p.number for p in of_graph]
            for point in points:
                assert point["url"].endswith(f"#{treatment['id']}-p{point['id']}")


def test_gaps_and_doubts_travel() -> None:
    graph = region.graph()
    doubts = gaps = 0
    for case in graph.published_cases:
        record = data(f"sak/{case.id}/sak.json")
        found = {t["id"]: t for t in record.get("treatments", [])}
        for treatment in graph.treatments[case.id]:
            written = found[treatment.item.id]
            if treatment.date_doubt:
                doubts += 1
                assert written["uncertain"]["date"] == f"Antatt: {treatment.date_doubt}"
            for name, gap in treatment.item.gaps.items():
                gaps += gap is Gap.UNKNOWN
                assert written["gaps"][name] == gap.value
    assert doubts
    assert gaps


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("[avtale](../2021/2021-avtale.md)", "[avtale](../../sak/2021-avtale/)"),
        ("[p](2021-avtale#regionradet-p1)", "[p](../../sak/2021-avtale/#regionradet-p1)"),
        ("[ute](https://example.org/a)", "[ute](https://example.org/a)"),
        ("[her](#vedtak) og [a](<2021-avtale>)", "[her](#vedtak) og [a](<../../sak/2021-avtale/>)"),
    ],
)
def test_links_in_texts_lead_from_the_records_address(written: str, expected: str) -> None:
    assert Texts(region.graph(), "2021-felles-klimaplan").markdown(written) == expected


def test_link_definitions_lead_there_too() -> None:
    texts = Texts(region.graph(), "2021-felles-klimaplan")
    assert texts.definitions("[a]: ../2021/2021-avtale.md") == "[a]: ../../sak/2021-avtale/"


def test_names_of_voters_need_the_regions_policy() -> None:
    def offices_only(found: Region) -> Region:
        return replace(found, name_policy=NamePolicy.OFFICE)

    named = {
        name
        for case in region.graph().published_cases
        for item in case.agenda_items
        for vote in item.votes
        for side in vote.sides
        for name in side.names
    }
    assert named
    files = region.machine_outputs(region.graph(region=offices_only))
    for uri, content in files.items():
        if uri.endswith(".json"):
            assert '"names":["' not in content.decode().replace('"names":[{', ""), uri
    assert b";navn;" not in files["data/stemmer.csv"]
    assert b'"Votering"' not in files["data/einnsyn.json"]


def test_a_withheld_treatment_gives_its_basis_and_nothing_else() -> None:
    case = data("sak/2022-lukket-forhandling/sak.json")
    (closed,) = (t for t in case["treatments"] if t["id"] == "regionradet")
    assert closed["withheld"] == "offl. § 13 jf. fvl. § 13"
    assert not closed.keys() & {"votes", "amendments", "decision", "sections", "disqualified"}
    secret = data("sak/2023-lukket-sak-2/sak.json")
    assert not secret.keys() & {"title", "summary", "sections", "lead"}
    assert secret["exempt"]["what"] == [Withheld.TITLE.value, Withheld.CONTENT.value]


def test_a_tombstone_says_that_it_is_one() -> None:
    gone = data("sak/2021-tatt-av/sak.json")
    assert gone["removed"] is True
    assert gone["removed_on"] == "2023-02-01"
    assert "title" not in gone


def test_markdown_says_what_is_withheld_and_no_more() -> None:
    title_only = region.outputs()["sak/2022-lukket-sak/sak.md"].decode().replace("\xa0", " ")
    assert "Tittelen er unntatt offentlighet: offl. § 23 første ledd" in title_only
    assert "Teksten er unntatt" not in title_only
    assert "Teksten er unntatt" in region.outputs()["sak/2023-unntatt-innhold/sak.md"].decode()


def test_a_day_of_the_register_that_is_only_likely_fits_the_schema() -> None:
    def doubted(one: Region) -> Region:
        names = tuple(replace(name, doubts={"since": "Bare året."}) for name in one.bodies[1].names)
        body = replace(one.bodies[1], names=names, doubts={"until": "Bare året."})
        return replace(one, bodies=(one.bodies[0], body, *one.bodies[2:]))

    written = register_record(Source(region.graph(region=doubted)))
    assert "Antatt: Bare året." in str(written)
    validator(str(written["schema"])).validate(json.loads(json.dumps(written)))
