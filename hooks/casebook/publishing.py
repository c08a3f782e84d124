"""The whole programme on one screen: load, join, check, and list what to publish."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from casebook.graph import Graph, build_graph
from casebook.loading import Content, Memory, load
from casebook.model.publication import Publication
from casebook.outputs.output_file import OutputFile
from casebook.outputs.search_files import SearchMemory
from casebook.outputs.site import Material, SiteOptions, site_files
from casebook.reporting import Report
from casebook.rules import check, check_sources


@dataclass(frozen=True, slots=True)
class Edition:
    """One reading of the content on one day, checked; ready to publish when it has no errors."""

    content: Content
    graph: Graph | None
    """None when there is no readable region."""
    report: Report

    def files(
        self, options: SiteOptions, search_memory: SearchMemory | None = None
    ) -> Iterator[OutputFile]:
        """Every file of the site; only for an edition without errors."""
        if self.graph is None or self.report.errors:
            raise ValueError("an edition with errors has no files")
        content = self.content
        material = Material(
            locations=content.locations,
            search=content.search,
            search_memory=search_memory or SearchMemory(),
        )
        return site_files(self.graph, material, options)


def prepare(root: Path, as_of: date, memory: Memory | None = None, prefix: str = "") -> Edition:
    """Read and check a content folder.

    Args:
        root: The content folder.
        as_of: The day that deadlines and coming meetings are counted from.
        memory: What earlier readings found; reused where files are unchanged.
        prefix: How findings name the content folder.

    Raises:
        SourceUnreadable: The folder does not exist.
    """
    content = load(root, memory)
    found = [*content.findings, *check_sources(content.sources)]
    if content.region is None:
        return Edition(content, None, Report.of(found, content.sources, prefix))
    graph = build_graph(
        content.region,
        tuple(content.cases.values()),
        content.meetings.values(),
        content.processes.values(),
        content.files,
        as_of,
        Publication(content.ledger, content.address_changes),
    )
    findings = [*found, *check(graph)]
    language = content.region.language
    return Edition(content, graph, Report.of(findings, content.sources, prefix, language))
