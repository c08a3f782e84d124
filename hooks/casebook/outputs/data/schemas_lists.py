"""JSON Schemas of the registers, the change feed and the files that hold many records."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from casebook.model import region
from casebook.outputs.data.schema_types import DAY, FLAG, TEXT, URL, closed, described, many
from casebook.outputs.data.schemas import (
    case_schema,
    meeting_schema,
    process_schema,
    schema_of,
)
from casebook.outputs.json_files import dump
from casebook.outputs.output_file import OutputFile
from casebook.outputs.records import VERSION, Json, Source

_NAMED: Json = {"url": URL, "name": TEXT}


def register_schema(source: Source) -> Json:
    """The registers."""
    head = dict.fromkeys(("namespace", "licence", "summary", "organisation_number"), TEXT)
    shape: Json = {
        **head,
        "schema": URL,
        "version": {"const": VERSION},
        "record": {"const": "register"},
        "url": URL,
        "language": {"enum": ["nb", "nn"]},
        "invented": FLAG,
        "as_of": DAY,
        "contact": TEXT,
        "archive": TEXT,
        "sources": many({"$ref": "#/$defs/Source"}),
        "names": many({"$ref": "#/$defs/NamePeriod"}),
        "bodies": many(described(region.Body, more=_NAMED, required=("id", "url", "name"))),
        "municipalities": many(
            described(region.Municipality, more={**_NAMED, "number": TEXT}, required=("id", "url"))
        ),
        "topics": many(described(region.Topic, more={"url": URL}, required=("id", "url"))),
        "owners": many({"$ref": "#/$defs/Owner"}),
    }
    required = ("schema", "version", "record", "names", "bodies", "municipalities", "topics")
    return schema_of(source, "register", closed(shape, required), {})


def change_schema(source: Source) -> Json:
    """The change feed."""
    record: Json = {"enum": ["case", "meeting", "process"]}
    named: Json = {"record": record, "id": TEXT, "url": URL}
    kinds = ["retting", "oppdatering", "oppfølging", "endring", "fjernet"]
    change: Json = {
        **named,
        "kind": {"enum": kinds},
        "date": {"$ref": "#/$defs/date"},
        "text": TEXT,
        "uncertain": {"type": "object", "additionalProperties": TEXT},
    }
    listed = closed({**named, "json": URL, "updated": DAY}, (*named, "json"))
    shape: Json = {
        "schema": URL,
        "version": {"const": VERSION},
        "licence": TEXT,
        "as_of": DAY,
        "records": many(listed),
        "changes": many(closed(change, (*named, "kind", "date"))),
    }
    return schema_of(source, "endringer", closed(shape, shape), {})


def collection_schema(source: Source) -> Json:
    """A file with every record of a kind."""
    lists = {
        name: many({"$ref": source.schema(kind)})
        for name, kind in (("cases", "sak"), ("meetings", "mote"), ("processes", "prosess"))
    }
    head: Json = {
        "schema": URL, "version": {"const": VERSION}, "licence": TEXT, "site": TEXT, "as_of": DAY,
    }  # fmt: skip
    return schema_of(source, "samling", closed({**head, **lists}, head), {})


SCHEMAS: Mapping[str, Callable[[Source], Json]] = {
    "sak": case_schema,
    "mote": meeting_schema,
    "prosess": process_schema,
    "register": register_schema,
    "endringer": change_schema,
    "samling": collection_schema,
}
"""Kind of file to the maker of its schema."""


def schema_files(source: Source) -> Iterator[OutputFile]:
    """The published schemas, under the first number of their version."""
    for kind, make in SCHEMAS.items():
        address = f"data/skjema/{VERSION.partition('.')[0]}/{kind}.schema.json"
        yield OutputFile(address, partial(_written, source, make))


def _written(source: Source, make: Callable[[Source], Json]) -> bytes:
    return f"{dump(make(source))}\n".encode()
