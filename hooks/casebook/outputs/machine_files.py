"""Everything that other programmes read, as files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from casebook.outputs.calendars import calendar_files
from casebook.outputs.data.dcat import dcat_files
from casebook.outputs.data.dumps import dump_files, register_files
from casebook.outputs.data.einnsyn import einnsyn_files
from casebook.outputs.data.oparl import oparl_files
from casebook.outputs.data.package import package_files
from casebook.outputs.data.schemas_lists import schema_files
from casebook.outputs.feeds import feed_files
from casebook.outputs.json_files import record_files
from casebook.outputs.keys import Keys
from casebook.outputs.output_file import OutputFile
from casebook.outputs.records import Source


def machine_files(source: Source, keys: Keys) -> Iterator[OutputFile]:
    """The heavy files first, so that a build on several cores is not left waiting for them."""
    records = list(record_files(source, keys))
    yield from shared_files(source, keys)
    for file in dump_files(source, records):
        yield replace(file, key=keys.of_all(file.uri))
    for file in schema_files(source):
        yield replace(file, key=keys.of(file.uri))
    yield from records


def shared_files(source: Source, keys: Keys) -> Iterator[OutputFile]:
    """Files that follow from many records, and need no other file."""
    for file in _shared_files(source):
        yield replace(file, key=keys.of_all(file.uri), late=True)


def _shared_files(source: Source) -> Iterator[OutputFile]:
    yield from register_files(source)
    yield from einnsyn_files(source)
    yield from oparl_files(source)
    yield from package_files(source)
    yield from dcat_files(source)
    yield from feed_files(source)
    yield from calendar_files(source)
