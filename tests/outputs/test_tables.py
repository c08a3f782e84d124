"""The tables, read by frictionless and counted against the records."""

from __future__ import annotations

import csv
import io
import json
import warnings
from pathlib import Path

import pytest

from casebook.outputs.data.package import TABLES
from casebook.outputs.records import Source
from casebook.outputs.tables import matrix_table
from tests.support import region
from tests.support.written import case, graph_of

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


DOUBTED = """
tittel: Sak
behandling:
  - organ: radet
    dato: 2025-03-04
    rolle: avgjør
    utfall: vedtatt
    utfall_punkter: {2: utsatt}
    votering: [{type: for-mot, for: {antall: 5, parti: {A: 5}}, mot: 2}]
kreves_av: {kommuner: [nordvik], grunn: Avtalen}
usikkert:
  behandling.radet.votering: Etter minnet.
  behandling.radet.votering.1.vedtatt: Står ikke.
  behandling.radet.votering.1.for.antall: Uleselig.
  behandling.radet.utfall_punkter: Bare muntlig.
  kreves_av.kommuner: Avtalen er ikke funnet.
"""
MEETING = """
type: ordinært
organ: radet
dato: 2025-03-04
protokoll: {status: godkjent}
usikkert: {protokoll.status: Ingen underskrift.}
"""


def test_votes_points_and_what_a_row_gathers_say_what_is_assumed(tmp_path: Path) -> None:
    text = "## Vedtak\n\n1. Ja.\n2. Nei.\n"
    files = {"2025/sak.md": case(DOUBTED, text), "meetings/m.md": case(MEETING, "")}
    source = Source(graph_of(tmp_path, files))
    told = {t.name: [row[t.columns.index("antatt")] for row in t.rows(source)]
            for t in TABLES if "antatt" in t.columns}  # fmt: skip
    every = "votering: Etter minnet.; vedtatt: Står ikke."
    assert told["voteringer"] == [f"{every}; antall: Uleselig.", every]
    assert told["stemmer"] == [f"{every}; antall: Uleselig."]
    assert told["punkter"] == ["", "utfall: Bare muntlig."]
    assert told["saker"] == ["kreves_av: Avtalen er ikke funnet."]
    assert told["moter"] == ["protokoll: Ingen underskrift."]


def test_a_spreadsheet_takes_nothing_for_a_formula() -> None:
    for shape in TABLES:
        for row in rows(shape.name):
            for name, value in row.items():
                assert not value.startswith(("=", "+", "@", "\t")), (shape.name, name, value)


def test_a_deadline_in_words_is_not_lost() -> None:
    told = {(row["sak_id"], row["oppfolging_id"]): row for row in rows("oppfolginger")}
    row = told["2024-brannvern", "signering"]
    assert (row["frist"], row["frist_tekst"]) == ("", "når alle kommunene har vedtatt avtalen")


def test_what_a_row_takes_from_elsewhere_says_that_it_is_only_likely() -> None:
    graph, found = region.graph(), {row["sak_id"]: row["antatt"] for row in rows("saker")}
    outcomes = {c.id for c in graph.published_cases
                if (t := graph.states[c.id].treatment) and t.item.doubt("outcome")}  # fmt: skip
    assert outcomes
    assert all("utfall: " in found[key] for key in outcomes)
    told = {(row["sak_id"], row["oppfolging_id"]): row["antatt"] for row in rows("oppfolginger")}
    doubted = [s for s in graph.all_follow_ups if s.status_doubt]
    assert doubted
    for state in doubted:
        assert f"status: {state.status_doubt}" in told[state.case.id, state.follow_up.id]


def test_an_outcome_that_is_registered_as_unknown_is_not_called_unregistered() -> None:
    found = {row["sak_id"]: row["utfall"] for row in rows("saker")}
    record = json.loads(region.outputs()["sak/2024-taletid/sak.json"])
    assert found["2024-taletid"] == record["state"]["key"] == "ukjent"


def test_the_matrix_keeps_doubt_late_and_at_the_latest() -> None:
    content = matrix_table(region.graph()).decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(content), delimiter=";"))
    cells = {(line["sak"], line["kommune"]): line for line in lines}
    assert cells["2024-hoering-kommunene", "Fjellby"]["status antatt"] == "ja"
    assert cells["2023-samarbeidsavtale", "Fjellby"]["dato"] == "../2023-04"
    assert {line["over frist"] for line in lines} == {"", "ja"}


def test_blank_votes_and_what_settled_a_tie_have_a_place() -> None:
    found = [row for row in rows("voteringer") if row["sak_id"] == "2023-valg-av-leder"]
    assert {row["avgjort_av"] for row in found if row["votering"] == "1"} == {"loddtrekning"}
    assert [row["antall"] for row in found if row["side"] == "blankt"] == ["2", "3"]
