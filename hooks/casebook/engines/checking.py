"""Reads machine-readable outputs back from the folder they were written to, and checks them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from casebook.diagnostics import Diagnostic
from casebook.outputs.self_check import check_output, is_machine_output


def check_written(folder: Path, uris: Iterable[str]) -> Iterator[Diagnostic]:
    """What is wrong with the files that other programmes read, as they stand on the disk."""
    for uri in uris:
        if is_machine_output(uri):
            yield from check_output(uri, (folder / uri).read_bytes())
