"""Each record's JSON and Markdown, beside its page.

A case that is taken down keeps both addresses; they then tell that it is gone, and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from casebook.model.case import Case
from casebook.model.meeting import Meeting
from casebook.model.process import Process
from casebook.outputs import addresses
from casebook.outputs.keys import Keys
from casebook.outputs.markdown_events import meeting_markdown, process_markdown
from casebook.outputs.markdown_files import case_markdown, tombstone_markdown
from casebook.outputs.output_file import OutputFile
from casebook.outputs.records import (
    Json,
    Source,
    case_record,
    meeting_record,
    process_record,
    tombstone_record,
)

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)


def dump(value: object) -> str:
    """Compact JSON that keeps æ, ø and å readable; the order of keys is the order of making."""
    return _ENCODER.encode(value)


def listed(items: Iterable[Json]) -> Iterator[bytes]:
    """The items of a list, one on each line, each made when the one before it has been taken."""
    for place, item in enumerate(items):
        yield ((",\n" if place else "") + dump(item)).encode()


def record_files(source: Source, keys: Keys) -> Iterator[OutputFile]:
    """Two files per record."""
    graph = source.graph
    for case in graph.cases.values():
        published = case.id in source.published
        data = case_record if published else tombstone_record
        text = case_markdown if published else tombstone_markdown
        makers = partial(data, source, case), partial(text, source, case)
        yield from _beside(case_file(case.id), case, makers, keys)
    for meeting in graph.meetings.values():
        makers = (
            partial(meeting_record, source, meeting),
            partial(meeting_markdown, source, meeting),
        )
        yield from _beside(meeting_file(meeting.id), meeting, makers, keys)
    for process in graph.processes.values():
        makers = (
            partial(process_record, source, process),
            partial(process_markdown, source, process),
        )
        yield from _beside(process_file(process.id), process, makers, keys)


def case_file(case_id: str) -> str:
    """The JSON file of a case."""
    return f"{addresses.case(case_id)}sak.json"


def meeting_file(meeting_id: str) -> str:
    """The JSON file of a meeting."""
    return f"{addresses.meeting(meeting_id)}mote.json"


def process_file(process_id: str) -> str:
    """The JSON file of a process."""
    return f"{addresses.process(process_id)}prosess.json"


def _beside(
    uri: str,
    record: Case | Meeting | Process,
    makers: tuple[Callable[[], Json], Callable[[], str]],
    keys: Keys,
) -> Iterator[OutputFile]:
    """A record's JSON and Markdown."""
    data, text = partial(_line, makers[0]), partial(_encoded, makers[1])
    path = record.origin.path
    yield OutputFile(uri, data, keys.of_record(record.id, "json"), path)
    yield OutputFile(f"{uri[:-4]}md", text, keys.of_record(record.id, "md"), path)


def _line(make: Callable[[], Json]) -> bytes:
    return f"{dump(make())}\n".encode()


def _encoded(make: Callable[[], str]) -> bytes:
    return make().encode()


NAMES: Mapping[str, str] = {"case": "sak", "meeting": "mote", "process": "prosess"}
"""Kind of page to the name of the files beside it."""
