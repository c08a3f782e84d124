"""The invented region as data: read, joined and written without an engine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from casebook.graph import Graph, build_graph
from casebook.loading import Content, load
from casebook.model.case import Case
from casebook.model.meeting import Meeting
from casebook.model.process import Process
from casebook.model.region import Region
from casebook.outputs.keys import Keys
from casebook.outputs.machine_files import machine_files
from casebook.outputs.metadata import metadata_files
from casebook.outputs.records import Source
from tests.support.building import ROOT

TODAY = date(2026, 11, 23)


@cache
def content() -> Content:
    """The content of the invented region."""
    return load(ROOT / "tests" / "fixtures" / "cases")


def graph(
    day: date = TODAY,
    *,
    region: Callable[[Region], Region] = lambda region: region,
    case: Callable[[Case], Case] = lambda case: case,
    meeting: Callable[[Meeting], Meeting] = lambda meeting: meeting,
    process: Callable[[Process], Process] = lambda process: process,
) -> Graph:
    """The joined records on a day.

    Args:
        day: What is called today.
        region: Changes the region first.
        case: Changes each case first.
        meeting: Changes each meeting first.
        process: Changes each process first.
    """
    found = content()
    assert found.region is not None
    return build_graph(
        region(found.region),
        tuple(case(one) for one in found.cases.values()),
        map(meeting, found.meetings.values()),
        map(process, found.processes.values()),
        found.files,
        day,
    )


def without_address(region: Region) -> Region:
    """A region whose site has no known address yet."""
    return replace(region, base_url="")


def below(region: Region) -> Region:
    """A region whose site lies in a folder of its host."""
    return replace(region, base_url="https://host.example/sub/path/")


def machine_outputs(joined: Graph) -> dict[str, bytes]:
    """Every output that other programmes read, by address."""
    source = Source(joined)
    files = list(machine_files(source, Keys(joined)))
    files += metadata_files(source, ["index.html", "sok/index.html", "saker/index.html"])
    return {file.uri: file.read() for file in files}


@cache
def outputs() -> dict[str, bytes]:
    """The outputs of the invented region as it is."""
    return machine_outputs(graph())


def write(files: dict[str, bytes], folder: Path) -> Path:
    """Write outputs into a folder."""
    for uri, written in files.items():
        target = folder / uri
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(written)
    return folder
