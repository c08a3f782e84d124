"""Writes all output files of a site, on every core that is free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from casebook.diagnostics import Diagnostic
from casebook.engines.late import LateFiles
from casebook.engines.parallel import share
from casebook.engines.reuse import Entry
from casebook.engines.writer import Done, Writer
from casebook.outputs.output_file import Joined, OutputFile


@dataclass(frozen=True, slots=True)
class Written:
    """What one build wrote: how much was new, and what the next build may reuse."""

    made: list[str]
    """Addresses of the files that were made anew."""
    reused: int
    entries: dict[str, Entry]
    findings: list[Diagnostic]
    """What is wrong with those that other programmes read."""


def write_files(files: Sequence[OutputFile], writer: Writer, late: LateFiles) -> Written:
    """Write every file of a site, and remove every other file from its folder.

    Args:
        files: The outputs, those among them that are marked as late.
        writer: Writes them.
        late: Writes those, and the search index, perhaps in a child already.
    """
    done: list[Done] = []
    missing: list[OutputFile] = []
    for file in files:
        if file.late:
            continue
        found = writer.reuse(file)
        if found is None:
            missing.append(file)
        else:
            done.append(found)
    todo = [file for file in missing if not isinstance(file.content, Joined)]
    done += share(writer.write, todo, late.task)
    done += late.result([file for file in files if file.late])
    # What is joined of other files comes when they all stand.
    done += [writer.write(file) for file in missing if isinstance(file.content, Joined)]
    writer.finish(file.uri for file in done)
    return Written(
        made=sorted(file.uri for file in done if file.made),
        reused=sum(not file.made for file in done),
        entries={
            file.uri: (file.key, *file.stamp)
            for file in sorted(done, key=attrgetter("uri"))
            if file.key
        },
        findings=[found for file in done for found in file.findings],
    )
