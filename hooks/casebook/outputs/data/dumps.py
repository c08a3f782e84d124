"""Everything as JSON: one file per kind of record, joined from the files beside the pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from casebook.outputs.data.changes import change_feed
from casebook.outputs.json_files import case_file, dump, meeting_file, process_file
from casebook.outputs.output_file import Joined, OutputFile
from casebook.outputs.records import VERSION, Json, Source, register_record


def dump_files(source: Source, records: Iterable[OutputFile]) -> Iterator[OutputFile]:
    """The files with every record.

    Args:
        source: What the records are made from.
        records: The files beside the pages.
    """
    graph = source.graph
    cases = [case_file(case.id) for case in graph.published_cases]
    files = {file.uri: file for file in records}
    named = {
        "saker": ("cases", cases),
        "moter": ("meetings", map(meeting_file, graph.meetings)),
        "prosesser": ("processes", map(process_file, graph.processes)),
    }
    for name, (key, uris) in named.items():
        parts = tuple(files[uri] for uri in uris)
        yield OutputFile(f"data/{name}.json", _joined(source, key, parts))


def register_files(source: Source) -> Iterator[OutputFile]:
    """The registers, and the change feed."""
    yield OutputFile("data/register.json", partial(_register, source))
    yield OutputFile("data/endringer.json", partial(_changes, source))


def _joined(source: Source, name: str, parts: tuple[OutputFile, ...]) -> Joined:
    """A list of records around the files that are there already."""
    head: Json = {
        "schema": source.schema("samling"),
        "version": VERSION,
        "licence": source.graph.region.licence,
        "site": source.graph.region.name(source.graph.as_of),
        "as_of": source.graph.as_of.isoformat(),
    }
    return Joined(f'{dump(head)[:-1]},"{name}":[\n'.encode(), parts, b"\n]}\n")


def _register(source: Source) -> bytes:
    return f"{dump(register_record(source))}\n".encode()


def _changes(source: Source) -> bytes:
    return f"{dump(change_feed(source))}\n".encode()
