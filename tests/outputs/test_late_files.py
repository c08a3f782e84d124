"""Files made beside the search index are the very ones that nobody else writes."""

from __future__ import annotations

from casebook.outputs.keys import Keys
from casebook.outputs.machine_files import machine_files
from casebook.outputs.records import Source
from casebook.outputs.site import SiteOptions, late_files
from tests.support import region


def test_what_is_marked_as_late_is_what_is_made_late() -> None:
    graph, options = region.graph(), SiteOptions()
    every = list(machine_files(Source(graph), Keys(graph, options.base_key)))
    marked = {file.uri: file.key for file in every if file.late}
    made = {file.uri: file.key for file in late_files(graph, options)}
    assert made == marked
    assert {"data/einnsyn.json", "data/saker.csv", "feed/vedtak.xml"} <= marked.keys()
    assert len(marked) < len(every)
