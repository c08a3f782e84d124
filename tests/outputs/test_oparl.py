"""OParl 1.1: required fields, types and references, by a validator of our own.

The lists of fields follow the schema files of the OParl specification 1.1.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from casebook.model.case import Case
from tests.support import region

BASE = "https://eksempelregionen.example/data/oparl/"
TYPE = "https://schema.oparl.org/1.1/"
REQUIRED = {
    "System": {"oparlVersion", "body"},
    "Body": {"name", "organization", "person", "meeting", "paper", "legislativeTerm"},
    "Organization": set(),
    "Meeting": set(),
    "AgendaItem": {"order"},
    "Paper": set(),
    "Consultation": set(),
    "File": {"accessUrl"},
    "Location": set(),
}
COMMON = {"id", "type", "license", "keyword", "created", "modified", "web", "deleted"}
ALLOWED = {
    "System": {"oparlVersion", "otherOparlVersions", "body", "name", "contactEmail",
               "contactName", "website", "vendor", "product"},
    "Body": {"system", "shortName", "name", "website", "licenseValidSince", "oparlSince",
             "equivalent", "contactEmail", "contactName", "organization", "person", "meeting",
             "paper",
             "legislativeTerm", "agendaItem", "consultation", "file", "locationList",
             "legislativeTermList", "membership", "classification", "location", "mainOrganization"},
    "Organization": {"body", "name", "membership", "meeting", "consultation", "shortName", "post",
                     "subOrganizationOf", "organizationType", "classification", "startDate",
                     "endDate", "website", "location", "externalBody"},
    "Meeting": {"name", "meetingState", "cancelled", "start", "end", "location", "organization",
                "participant", "invitation", "resultsProtocol", "verbatimProtocol",
                "auxiliaryFile", "agendaItem"},
    "AgendaItem": {"meeting", "number", "order", "name", "public", "consultation", "result",
                   "resolutionText", "resolutionFile", "auxiliaryFile", "start", "end"},
    "Paper": {"body", "name", "reference", "date", "paperType", "relatedPaper",
              "superordinatedPaper", "subordinatedPaper", "mainFile", "auxiliaryFile", "location",
              "originatorPerson", "underDirectionOf", "originatorOrganization", "consultation"},
    "Consultation": {"paper", "agendaItem", "meeting", "organization", "authoritative", "role"},
    "File": {"name", "fileName", "mimeType", "date", "size", "sha1Checksum", "sha512Checksum",
             "text", "accessUrl", "downloadUrl", "externalServiceUrl", "masterFile",
             "derivativeFile", "fileLicense", "meeting", "agendaItem", "person", "paper"},
    "Location": {"description", "geojson", "streetAddress", "room", "postalCode", "locality"},
}  # fmt: skip
REFERENCES = {"system", "meeting", "paper", "agendaItem", "consultation", "organization",
              "relatedPaper", "superordinatedPaper"}  # fmt: skip
EXTERNAL = {"System": {"body"}, "Body": {"organization", "person", "meeting", "paper", "agendaItem",
            "consultation", "file"}, "Organization": {"meeting"}}  # fmt: skip
FILES = sorted(uri for uri in region.outputs() if uri.startswith("data/oparl/"))
LISTS = [uri for uri in FILES if "data" in json.loads(region.outputs()[uri])]
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")


def data(uri: str) -> Any:
    return json.loads(region.outputs()[uri])


def objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if str(value.get("type", "")).startswith(TYPE):
            yield value
        for name, below in value.items():
            if ":" not in name:
                yield from objects(below)
    elif isinstance(value, list):
        for item in value:
            yield from objects(item)


@pytest.mark.parametrize("uri", FILES)
def test_objects_have_the_required_fields_and_no_others(uri: str) -> None:
    for found in objects(data(uri)):
        kind = found["type"].removeprefix(TYPE)
        own = {name for name in found if ":" not in name}
        assert REQUIRED[kind] <= own
        assert own <= ALLOWED[kind] | COMMON
        assert found["id"].startswith(BASE)
        for name in ("start", "end", "modified", "created"):
            assert name not in found or TIME.fullmatch(found[name])


@pytest.mark.parametrize("uri", LISTS)
def test_lists_are_whole(uri: str) -> None:
    page = data(uri)
    assert page["pagination"]["totalElements"] == len(page["data"])
    assert page["links"]["self"].endswith(uri.rpartition("/")[2])
    assert "next" not in page["links"]
    ids = [found["id"] for found in page["data"]]
    assert len(ids) == len(set(ids))
    for found in page["data"]:
        if found["id"] != f"{BASE}body.json":
            assert found["id"].startswith(f"{page['links']['self']}#")


def test_every_reference_leads_to_an_object() -> None:
    known = {found["id"] for uri in FILES for found in objects(data(uri))}
    lists = {f"{BASE}{uri.rpartition('/')[2]}" for uri in FILES}
    for uri in FILES:
        for found in objects(data(uri)):
            kind = found["type"].removeprefix(TYPE)
            for name in REFERENCES & found.keys():
                target = lists if name in EXTERNAL.get(kind, set()) else known
                values = found[name] if isinstance(found[name], list) else [found[name]]
                references = [value for value in values if isinstance(value, str)]
                assert set(references) <= target, (uri, name)


def test_the_entry_point_says_what_a_static_host_cannot_do() -> None:
    system = data("data/oparl/system.json")
    assert system["oparlVersion"] == TYPE
    assert "modified_since" in system["casebook:limits"]


def test_every_case_and_decision_is_there() -> None:
    graph = region.graph()
    papers = {found["id"].partition("#")[2] for found in data("data/oparl/papers.json")["data"]}
    assert papers == {case.id for case in graph.published_cases}
    texts = {f["id"].partition("#")[2]: f for f in data("data/oparl/agenda-items.json")["data"]}
    item = texts["2021-felles-klimaplan.representantskapet"]
    assert item["result"] == "vedtatt"
    assert "Rapport hvert år." in item["resolutionText"]


def test_follow_ups_ride_along_under_our_own_name() -> None:
    papers = {f["id"].partition("#")[2]: f for f in data("data/oparl/papers.json")["data"]}
    follow_up = papers["2021-felles-klimaplan"]["casebook:followUp"][0]
    assert follow_up["status"] == "utført"


def test_nothing_without_an_address() -> None:
    files = region.machine_outputs(region.graph(region=region.without_address))
    assert not [uri for uri in files if "oparl" in uri or "einnsyn" in uri or uri.endswith(".ttl")]


def test_what_is_only_likely_says_so_besides_dates() -> None:
    graph = region.graph()
    told = {f["id"].partition("#")[2]: f for f in data("data/oparl/papers.json")["data"]}
    settling = {c.id: graph.states[c.id].treatment for c in graph.published_cases}
    doubts = {key: t.item.doubt("outcome") for key, t in settling.items() if t is not None}
    assert any(doubts.values())
    for key, doubt in doubts.items():
        if doubt:
            assert f"utfall: {doubt}" in told[key]["casebook:uncertain"]


def test_a_file_has_no_day_that_is_only_likely() -> None:
    def doubted(case: Case) -> Case:
        files = [replace(file, doubts={"date": "Udatert."}) for file in case.attachments]
        return replace(case, attachments=tuple(files))

    written = region.machine_outputs(region.graph(case=doubted))["data/oparl/files.json"]
    assert any("date" in file for file in data("data/oparl/files.json")["data"])
    assert not any("date" in file for file in json.loads(written)["data"])
