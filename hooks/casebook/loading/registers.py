"""Reads the files that stand for the site as a whole: the region, search, and its addresses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from casebook.diagnostics import Collector, Diagnostic
from casebook.ledger import LEDGER, read_ledger
from casebook.loading.content import Content
from casebook.loading.folder import Folder
from casebook.loading.source_texts import SourceTexts
from casebook.loading.text_faults import text_faults
from casebook.reading import Source, read_address_changes, read_region, read_search_lists

Register = TypeVar("Register")


def read_registers(folder: Folder, content: Content, collector: Collector) -> None:
    """Read ``region.yml``, ``sok.yml``, ``adresser.yml`` and the ledger into ``content``."""
    region = folder.root / "region.yml"
    if _stands(region):
        content.region = _register(folder, collector, region, read_region)
    else:
        folder.add("missing-region", region)
    path = folder.root / "sok.yml"
    content.search = _register(folder, collector, path, read_search_lists) or content.search
    path = folder.root / "adresser.yml"
    changes = _register(folder, collector, path, read_address_changes)
    content.address_changes = changes or content.address_changes
    path = folder.root / LEDGER
    if path.is_file():
        content.sources.paths[LEDGER] = None
        written = content.sources.get(LEDGER)
        if written is None:
            folder.add("unreadable-file", path)
        else:
            content.ledger, findings = read_ledger(written)
            collector.extend(findings)


def read_language(root: Path) -> str:
    """The language of the region, for what reads nothing else; bokmål when nobody can tell."""
    collector = Collector()
    folder = Folder(root, collector, SourceTexts())
    region = _register(folder, collector, root / "region.yml", read_region)
    return region.language if region else "nb"


def _register(
    folder: Folder,
    collector: Collector,
    path: Path,
    read: Callable[[Source], tuple[Register | None, list[Diagnostic]]],
) -> Register | None:
    """What one file says; None when there is no such file, or nobody can read it."""
    source = folder.source(path, path.stem) if _stands(path) else None
    if source is None:
        return None
    faults = text_faults(source.text, source.path)
    register, findings = (None, faults) if faults else read(source)
    collector.extend(findings)
    return register


def _stands(path: Path) -> bool:
    """Whether there is such a file; a link that leads nowhere is one that cannot be read."""
    return path.is_file() or path.is_symlink()
