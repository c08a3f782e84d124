"""The tables as CSV with a description that programmes can read (Frictionless Data Package)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from casebook.outputs.data.table import DATES, DAYS, FLAGS, NUMBERS, Table
from casebook.outputs.data.tables_action import ACTION_TABLES, REGISTER_TABLES
from casebook.outputs.data.tables_cases import CASE_TABLES
from casebook.outputs.data.tables_votes import VOTE_TABLES
from casebook.outputs.json_files import dump
from casebook.outputs.output_file import OutputFile
from casebook.outputs.records import VERSION, Json, Source
from casebook.outputs.records.licences import licence_of
from casebook.outputs.spreadsheets import table

TABLES: tuple[Table, ...] = (*CASE_TABLES, *VOTE_TABLES, *ACTION_TABLES, *REGISTER_TABLES)
PACKAGE = "data/datapackage.json"
DATE_PATTERN = r"(\.\./)?\d{4}(-\d{2}(-\d{2})?)?"
"""A date as far as it is known; ``../`` before it means «at the latest»."""


def package_files(source: Source) -> Iterator[OutputFile]:
    """One file per table, and the description of them all."""
    for shape in TABLES:
        yield OutputFile(f"data/{shape.name}.csv", partial(_csv, source, shape))
    yield OutputFile(PACKAGE, partial(_package, source))


def _csv(source: Source, shape: Table) -> bytes:
    return table(shape.columns, shape.rows(source))


def _package(source: Source) -> bytes:
    return f"{dump(data_package(source))}\n".encode()


def data_package(source: Source) -> Json:
    """The description of the tables."""
    words, region = source.words, source.graph.region
    site = region.name(source.graph.as_of)
    licence = licence_of(region.licence)
    return {
        "profile": "tabular-data-package",
        "name": region.namespace or "casebook",
        "title": words("data.title_of", site=site),
        "description": words("data.description", site=site),
        "version": VERSION,
        "homepage": source.url("data/"),
        "licenses": [{"name": licence.id, "title": licence.title, "path": licence.url}],
        "resources": [_resource(source, shape) for shape in TABLES],
    }


def _resource(source: Source, shape: Table) -> Json:
    schema: Json = {
        "fields": [_field(source, name) for name in shape.columns],
        "missingValues": [""],
        "primaryKey": list(shape.key),
    }
    if shape.foreign:
        schema["foreignKeys"] = [
            {"fields": list(own), "reference": {"resource": other, "fields": list(there)}}
            for own, (other, there) in shape.foreign.items()
        ]
    return {
        "profile": "tabular-data-resource",
        "name": shape.name,
        "title": source.words(f"data.table.{shape.name}"),
        "path": f"{shape.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "dialect": {"delimiter": ";", "lineTerminator": "\r\n", "header": True},
        "schema": schema,
    }


def _field(source: Source, name: str) -> Json:
    written: Json = {"name": name, "type": "string"}
    if name in NUMBERS:
        written["type"] = "integer"
    elif name in FLAGS:
        written["type"] = "boolean"
    elif name in DAYS:
        written["type"] = "date"
    elif name in DATES:
        written["constraints"] = {"pattern": DATE_PATTERN}
    written["description"] = source.words(f"data.col.{name}")
    return written
