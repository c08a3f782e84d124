"""Which file of a folder is which record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from casebook.loading.file_names import likely_name, likely_record
from casebook.loading.folder import Folder, is_file

_RECORD_FILES = frozenset({"case.md", "meeting.md", "process.md"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One record file and the folder that its own files lie in."""

    file: Path
    record_id: str
    folder: Path


def entries_of(folder: Path, content: Folder) -> Iterator[Entry]:
    """The record files of a folder: ``<id>.md``, or ``case.md`` in a folder named by the id.

    Args:
        folder: The folder, which may be missing.
        content: The content folder that it lies in; takes note of what is no record.
    """
    for path in content.listing(folder) if folder.is_dir() else ():
        if path.name.startswith("."):
            continue
        if path.is_dir():
            inner = next((path / n for n in sorted(_RECORD_FILES) if is_file(path / n)), None)
            if inner is not None:
                yield Entry(inner, path.name, path)
            elif not is_file(folder / f"{path.name}.md"):
                meant = likely_record(path.name, content.listing(path))
                content.add("folder-without-record", path, suggestion=meant, name=path.name)
        elif path.suffix == ".md":
            yield Entry(path, path.stem, folder / path.stem)
        else:
            content.add("stray-file", path, suggestion=likely_name(path), name=path.name)
