"""Each record's JSON and Markdown, beside its page.

A case that is taken down keeps both addresses; they then tell that it is gone, and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

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


def joined(written: Iterable[str]) -> str:
    """The items of a list, one on each line."""
    return ",\n".join(written)


class RecordTexts:
    """The JSON of every record, made once and kept for the files that hold them all."""

    def __init__(self, source: Source) -> None:
        """Take what the records are made from."""
        self.source = source
        self._cases: dict[str, str] = {}
        self._meetings: dict[str, str] = {}
        self._processes: dict[str, str] = {}

    def case(self, case: Case) -> str:
        """A case's JSON, or that of its tombstone."""
        published = case.id in self.source.published
        make = case_record if published else tombstone_record
        return self._kept(self._cases, case.id, partial(make, self.source, case))

    def meeting(self, meeting_id: str) -> str:
        """A meeting's JSON."""
        meeting = self.source.graph.meetings[meeting_id]
        make = partial(meeting_record, self.source, meeting)
        return self._kept(self._meetings, meeting_id, make)

    def process(self, process_id: str) -> str:
        """A process's JSON."""
        process = self.source.graph.processes[process_id]
        make = partial(process_record, self.source, process)
        return self._kept(self._processes, process_id, make)

    @staticmethod
    def _kept(known: dict[str, str], record_id: str, make: Callable[[], Json]) -> str:
        if record_id not in known:
            known[record_id] = dump(make())
        return known[record_id]


def record_files(texts: RecordTexts, keys: Keys) -> Iterator[OutputFile]:
    """Two files per record."""
    source, graph = texts.source, texts.source.graph
    for case in graph.cases.values():
        make = case_markdown if case.id in source.published else tombstone_markdown
        data, text = partial(_line, texts.case, case), partial(_encoded, make, source, case)
        yield from _beside(addresses.case(case.id), "sak", case, (data, text), keys)
    for meeting in graph.meetings.values():
        data = partial(_line, texts.meeting, meeting.id)
        text = partial(_encoded, meeting_markdown, source, meeting)
        yield from _beside(addresses.meeting(meeting.id), "mote", meeting, (data, text), keys)
    for process in graph.processes.values():
        data = partial(_line, texts.process, process.id)
        text = partial(_encoded, process_markdown, source, process)
        yield from _beside(addresses.process(process.id), "prosess", process, (data, text), keys)


def _beside(
    folder: str,
    name: str,
    record: Case | Meeting | Process,
    contents: tuple[Callable[[], bytes], Callable[[], bytes]],
    keys: Keys,
) -> Iterator[OutputFile]:
    """A record's JSON and Markdown."""
    for ending, content in zip(("json", "md"), contents, strict=True):
        key = keys.of_record(record.id, ending)
        yield OutputFile(f"{folder}{name}.{ending}", content, key, record.origin.path)


def _line(make: Callable[[Any], str], record: object) -> bytes:
    return f"{make(record)}\n".encode()


def _encoded(make: Callable[[Source, Any], str], source: Source, record: object) -> bytes:
    return make(source, record).encode()


NAMES: Mapping[str, str] = {"case": "sak", "meeting": "mote", "process": "prosess"}
"""Kind of page to the name of the files beside it."""
