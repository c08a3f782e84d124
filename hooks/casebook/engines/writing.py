"""Writes output files into a folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from casebook.outputs.output_file import OutputFile


def write_files(files: Iterable[OutputFile], folder: Path) -> int:
    """Write every file; returns how many there were."""
    made: set[Path] = set()
    count = 0
    for file in files:
        target = folder / file.uri
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        if isinstance(file.content, Path):
            shutil.copyfile(file.content, target)
        else:
            target.write_bytes(file.read())
        count += 1
    return count
