"""What a content folder holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from casebook.diagnostics import Diagnostic
from casebook.loading.source_texts import SourceTexts
from casebook.model.case import Case
from casebook.model.files import FileFacts
from casebook.model.meeting import Meeting
from casebook.model.process import Process
from casebook.model.publication import AddressChanges, Published
from casebook.model.region import Region
from casebook.model.search_lists import SearchLists


@dataclass(slots=True)
class Content:
    """Everything that the folder holds, decoded but not yet joined."""

    region: Region | None = None
    search: SearchLists = field(default_factory=SearchLists)
    address_changes: AddressChanges = field(default_factory=AddressChanges)
    ledger: dict[str, Published] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)
    meetings: dict[str, Meeting] = field(default_factory=dict)
    processes: dict[str, Process] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    """Ids of files that are there but could not be read as records."""
    files: dict[str, dict[str, FileFacts]] = field(default_factory=dict)
    """Record id to the files beside it, by name."""
    locations: dict[tuple[str, str], Path] = field(default_factory=dict)
    """Where each file lies on the disk, by record id and name."""
    sources: SourceTexts = field(default_factory=SourceTexts)
    """Text of every source file by path, for showing findings."""
    findings: list[Diagnostic] = field(default_factory=list)
