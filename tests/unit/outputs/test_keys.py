"""An output that names a record is made anew when the record changes.

A key that forgets a neighbour leaves yesterday's words on a page, and no build says so.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TypeVar

import pytest

from casebook.graph import Graph
from casebook.model.case import Case
from casebook.model.meeting import Meeting
from casebook.model.process import Process
from casebook.outputs.embeds import embed_files
from casebook.outputs.json_files import record_files
from casebook.outputs.keys import Keys
from casebook.outputs.pages.view import View
from casebook.outputs.records import Source
from casebook.outputs.site import all_pages
from tests.support import region

Kind = TypeVar("Kind", Case, Meeting, Process)
EVERY = 3
"""Every third case and meeting is changed, and every process: all of them would take long."""


def keys_of(graph: Graph) -> dict[str, str]:
    keys = Keys(graph)
    pages = {page.uri: page.key for page in all_pages(graph, keys)}
    files = (*record_files(Source(graph), keys), *embed_files(graph, keys))
    return {uri: key or "" for uri, key in {**pages, **{f.uri: f.key for f in files}}.items()}


@cache
def before() -> dict[str, str]:
    return keys_of(region.graph())


@cache
def texts() -> dict[str, str]:
    """What every output shows, by address."""
    graph = region.graph()
    keys = Keys(graph)
    files = (*record_files(Source(graph), keys), *embed_files(graph, keys))
    shown = {planned.uri: repr(planned.make()) for planned in all_pages(graph, keys)}
    return {**shown, **{file.uri: file.read().decode() for file in files}}


@cache
def titles() -> dict[str, str]:
    """Record id to title, for titles that can be told from other words and from each other."""
    graph = region.graph()
    view = View(graph, "nb", "index.html")
    found = {case.id: view.title(case.id) for case in graph.published_cases}
    found |= {key: view.meeting_title(key) for key in graph.meetings}
    found |= {key: process.title for key, process in graph.processes.items()}
    whole = " ".join(found.values())
    return {key: title for key, title in found.items() if " " in title and whole.count(title) == 1}


def chosen() -> list[str]:
    graph = region.graph()
    named = [key for key in (*graph.cases, *graph.meetings) if key in titles()]
    return [*named[::EVERY], *(key for key in graph.processes if key in titles())]


@pytest.mark.parametrize("record_id", chosen())
def test_what_names_a_record_has_another_key_when_the_record_changes(record_id: str) -> None:
    def changed(record: Kind) -> Kind:
        if record.id != record_id:
            return record
        return replace(record, title="Et helt annet navn", digest="en annen fil")

    after = keys_of(region.graph(case=changed, meeting=changed, process=changed))
    named = (titles()[record_id], f"{record_id}/")
    naming = {uri for uri, text in texts().items() if all(name in text for name in named)}
    assert len(naming) > 1
    assert {uri for uri in naming if before()[uri] and after[uri] == before()[uri]} == set()
