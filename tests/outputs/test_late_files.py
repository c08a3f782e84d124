"""Files made beside the search index are the very ones that nobody else writes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from casebook.model.publication import AddressChanges, Moved, Publication
from casebook.outputs.keys import Keys
from casebook.outputs.machine_files import machine_files
from casebook.outputs.records import Source
from casebook.outputs.site import Material, SiteOptions, late_files, site_files
from tests.support import region


def test_what_is_marked_as_late_is_what_is_made_late() -> None:
    graph, options = region.graph(), SiteOptions()
    every = list(machine_files(Source(graph), Keys(graph, options.base_key)))
    marked = {file.uri: file.key for file in every if file.late}
    made = {file.uri: file.key for file in late_files(graph, options)}
    assert made == marked
    assert {"data/einnsyn.json", "data/saker.csv", "feed/vedtak.xml"} <= marked.keys()
    assert len(marked) < len(every)


def test_a_copy_at_an_old_address_is_made_with_the_pages() -> None:
    """Nobody lists it anew, so a child that makes the late files would leave it out."""
    changes = AddressChanges(
        moved=(
            Moved(source="data/stemmetall.csv", target="data/voteringer.csv"),
            Moved(source="tema/vei/", target="tema/samferdsel/"),
        )
    )
    graph, options = region.graph(), SiteOptions()
    graph = replace(graph, publication=Publication(changes=changes))
    material = Material(locations=defaultdict(Path))
    every = {file.uri: file for file in site_files(graph, material, options)}
    assert every["data/voteringer.csv"].late
    assert {"data/stemmetall.csv", "feed/tema/vei.xml"} <= every.keys()
    marked = {file.uri for file in every.values() if file.late}
    assert marked == {file.uri for file in late_files(graph, options)}
