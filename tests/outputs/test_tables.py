"""The tables, read by frictionless and counted against the records."""

from __future__ import annotations

import csv
import io
import json
import warnings
from pathlib import Path

import pytest

from casebook.outputs.data.package import TABLES
from tests.support import region

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import frictionless


def rows(name: str) -> list[dict[str, str]]:
    content = region.outputs()[f"data/{name}.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content), delimiter=";"))


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {uri: b for uri, b in region.outputs().items() if uri.startswith("data/")}
    return region.write(files, tmp_path_factory.mktemp("package")) / "data" / "datapackage.json"


def test_the_package_is_valid_with_keys_and_references(package: Path) -> None:
    report = frictionless.validate(str(package))
    assert report.flatten(["resourceName", "rowNumber", "fieldName", "type", "message"]) == []
    assert report.stats["tasks"] == len(TABLES)


def test_a_broken_reference_would_be_found(package: Path) -> None:
    table = package.with_name("punkter.csv")
    content = table.read_bytes()
    table.write_bytes(content.replace(b"2021-felles-klimaplan", b"2021-finnes-ikke"))
    report = frictionless.validate(str(package))
    table.write_bytes(content)
    assert {kind for (kind,) in report.flatten(["type"])} == {"foreign-key"}


def test_every_column_is_described_and_every_table_has_rows() -> None:
    described = json.loads(region.outputs()["data/datapackage.json"])
    assert described["licenses"][0]["path"].startswith("https://data.norge.no/nlod")
    for resource in described["resources"]:
        assert resource["title"]
        assert all(field["description"] for field in resource["schema"]["fields"])
        assert rows(resource["name"]), resource["name"]


def test_tables_count_what_there_is() -> None:
    graph = region.graph()
    cases = graph.published_cases
    assert len(rows("saker")) == len(cases)
    assert len(rows("behandlinger")) == sum(len(graph.treatments[c.id]) for c in cases)
    assert len(rows("oppfolginger")) == len(graph.all_follow_ups)
    assert len(rows("oppfolgingslogg")) == sum(len(s.follow_up.log) for s in graph.all_follow_ups)
    assert len(rows("vedlegg")) == sum(len(c.attachments) for c in cases)
    assert len(rows("moter")) == len(graph.meetings)


def test_assumed_values_say_so() -> None:
    graph = region.graph()
    doubtful = {
        (case.id, t.item.id): t.date_doubt
        for case in graph.published_cases
        for t in graph.treatments[case.id]
        if t.date_doubt
    }
    found = {(r["sak_id"], r["behandling_id"]): r["antatt"] for r in rows("behandlinger")}
    assert doubtful
    for key, reason in doubtful.items():
        assert f"dato: {reason}" in found[key]


def test_a_spreadsheet_takes_nothing_for_a_formula() -> None:
    for shape in TABLES:
        for row in rows(shape.name):
            for name, value in row.items():
                assert not value.startswith(("=", "+", "@", "\t")), (shape.name, name, value)


def test_a_deadline_in_words_is_not_lost() -> None:
    told = {(row["sak_id"], row["oppfolging_id"]): row for row in rows("oppfolginger")}
    row = told["2024-brannvern", "signering"]
    assert (row["frist"], row["frist_tekst"]) == ("", "når alle kommunene har vedtatt avtalen")
