from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from casebook.schema.fields import RecordType
from casebook.schema.json_schema import json_schema
from casebook.schema.tables import CASE, FILES, MEETING, PROCESS, REGION
from tests.support.building import ROOT

DEMO = ROOT / "tests" / "fixtures" / "cases"


class EditorLoader(yaml.SafeLoader):
    """Reads YAML as editors do (YAML 1.2 core): dates are strings, «ja» is a word."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag.endswith((":null", ":int", ":float"))]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+$"), None)


def front_matter(path: Path) -> Any:
    text = path.read_text(encoding="utf-8-sig")
    if path.suffix == ".md":
        text = text.split("---\n", 2)[1]
    return yaml.load(text, Loader=EditorLoader)  # noqa: S506  # a SafeLoader by descent


def files_of(record: RecordType) -> list[Path]:
    if record is REGION:
        return [DEMO / "region.yml"]
    if record in (MEETING, PROCESS):
        return sorted((DEMO / f"{record.key}s".replace("ss", "sse")).rglob("*.md"))
    return sorted(path for path in DEMO.glob("[0-9]*/**/*.md"))


@pytest.mark.parametrize("record", FILES, ids=lambda record: record.key)
def test_a_schema_is_valid(record: RecordType) -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema(record))


@pytest.mark.parametrize("record", [CASE, MEETING, PROCESS, REGION], ids=lambda record: record.key)
def test_the_invented_region_passes_its_schemas(record: RecordType) -> None:
    validator = jsonschema.Draft202012Validator(json_schema(record))
    paths = files_of(record)
    assert paths
    problems = [
        f"{path.name}: {error.json_path}: {error.message[:120]}"
        for path in paths
        for error in validator.iter_errors(front_matter(path))
    ]
    assert problems == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("tittel: Plan", False),
        ("title: Plan", False),
        ("kort: Uten tittel", True),
        ("{tittel: Plan, titel: Plan}", True),
        ("{tittel: Plan, arkivsak: ukjent}", False),
        ("{tittel: Plan, behandling: [{rolle: bestemmer}]}", True),
        ("{tittel: Plan, behandling: [{rolle: avgjør, dato: 2021-10}]}", False),
        ("{tittel: Plan, behandling: [{dato: 12.10.2021}]}", True),
        ("{tittel: Plan, behandling: ukjent}", False),
    ],
)
def test_a_schema_says_what_the_check_says(text: str, wrong: bool) -> None:
    validator = jsonschema.Draft202012Validator(json_schema(CASE))
    read = yaml.load(text, Loader=EditorLoader)  # noqa: S506  # a SafeLoader by descent
    assert bool(list(validator.iter_errors(read))) is wrong


def test_both_names_of_a_field_are_offered_with_its_help() -> None:
    properties = json_schema(CASE)["properties"]
    assert properties["tittel"]["description"] == properties["title"]["description"]
    assert properties["title"]["deprecated"] is True
