"""Reads the files that stand for the site as a whole: the region, search, and its addresses."""

from __future__ import annotations

from casebook.diagnostics import Collector
from casebook.ledger import LEDGER, read_ledger
from casebook.loading.content import Content
from casebook.loading.folder import Folder
from casebook.reading import read_address_changes, read_region, read_search_lists


def read_registers(folder: Folder, content: Content, collector: Collector) -> None:
    """Read ``region.yml``, ``sok.yml``, ``adresser.yml`` and the ledger into ``content``."""
    _region(folder, content, collector)
    _search_lists(folder, content, collector)
    _address_changes(folder, content, collector)
    path = folder.root / LEDGER
    if path.is_file():
        content.sources.paths[LEDGER] = None
        content.ledger, findings = read_ledger(path.read_text("utf-8", "replace"))
        collector.extend(findings)


def _region(folder: Folder, content: Content, collector: Collector) -> None:
    path = folder.root / "region.yml"
    if not path.is_file():
        folder.add("missing-region", path)
        return
    source = folder.source(path, "region")
    if source is not None:
        content.region, findings = read_region(source)
        collector.extend(findings)


def _search_lists(folder: Folder, content: Content, collector: Collector) -> None:
    path = folder.root / "sok.yml"
    source = folder.source(path, "sok") if path.is_file() else None
    if source is not None:
        lists, findings = read_search_lists(source)
        collector.extend(findings)
        content.search = lists or content.search


def _address_changes(folder: Folder, content: Content, collector: Collector) -> None:
    path = folder.root / "adresser.yml"
    source = folder.source(path, "adresser") if path.is_file() else None
    if source is not None:
        changes, findings = read_address_changes(source)
        collector.extend(findings)
        content.address_changes = changes or content.address_changes
