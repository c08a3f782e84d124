"""Everything as JSON: one file per kind of record, joined from the files beside the pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from casebook.outputs.data.changes import change_feed
from casebook.outputs.json_files import RecordTexts, dump, joined
from casebook.outputs.output_file import OutputFile
from casebook.outputs.records import VERSION, Json, Source, register_record


def dump_files(texts: RecordTexts) -> Iterator[OutputFile]:
    """The files with every record, the registers, and the change feed."""
    yield OutputFile("data/saker.json", partial(_cases, texts))
    yield OutputFile("data/moter.json", partial(_meetings, texts))
    yield OutputFile("data/prosesser.json", partial(_processes, texts))
    yield OutputFile("data/register.json", partial(_register, texts.source))
    yield OutputFile("data/endringer.json", partial(_changes, texts.source))


def _cases(texts: RecordTexts) -> bytes:
    cases = texts.source.graph.published_cases
    return _joined(texts.source, "cases", (texts.case(case) for case in cases))


def _meetings(texts: RecordTexts) -> bytes:
    meetings = texts.source.graph.meetings
    return _joined(texts.source, "meetings", (texts.meeting(key) for key in meetings))


def _processes(texts: RecordTexts) -> bytes:
    processes = texts.source.graph.processes
    return _joined(texts.source, "processes", (texts.process(key) for key in processes))


def _joined(source: Source, name: str, records: Iterable[str]) -> bytes:
    """A list of records around the texts that are there already."""
    head: Json = {
        "schema": source.schema("samling"),
        "version": VERSION,
        "licence": source.graph.region.licence,
        "site": source.graph.region.name(source.graph.as_of),
        "as_of": source.graph.as_of.isoformat(),
    }
    start = f'{dump(head)[:-1]},"{name}":[\n'
    return f"{start}{joined(records)}\n]}}\n".encode()


def _register(source: Source) -> bytes:
    return f"{dump(register_record(source))}\n".encode()


def _changes(source: Source) -> bytes:
    return f"{dump(change_feed(source))}\n".encode()
