"""The whole programme on one screen: load, join, check, and list what to publish."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from casebook.diagnostics import Diagnostic
from casebook.graph import Graph, build_graph
from casebook.graph.links import published_names
from casebook.loading import Content, Memory, StoredTexts, TextStore, is_readable, load
from casebook.model.publication import Publication, Revision
from casebook.outputs.output_file import OutputFile
from casebook.outputs.site import Material, SiteOptions, index_files, late_files, site_files
from casebook.reporting import Report
from casebook.rules import check, check_texts
from casebook.rules.consequences import without_consequences
from casebook.search import Frequencies, IndexCache, norwegian_frequencies


@dataclass(frozen=True, slots=True)
class Edition:
    """One reading of the content on one day, checked; ready to publish when it has no errors."""

    content: Content
    graph: Graph | None
    """None when there is no readable region."""
    report: Report
    texts: StoredTexts = field(default_factory=lambda: StoredTexts(TextStore(), {}))
    """Text of the attachments that are published."""

    def files(self, options: SiteOptions) -> Iterator[OutputFile]:
        """Every file of the site but the search index; only for an edition without errors."""
        graph = self._publishable(preview=options.preview)
        return site_files(graph, self._material(), options)

    def index_files(
        self,
        options: SiteOptions,
        cache: IndexCache,
        frequencies: Callable[[], Frequencies] = norwegian_frequencies,
    ) -> Iterator[OutputFile]:
        """The search index, apart because it takes long; only for an edition without errors.

        Args:
            options: What the engine decides.
            cache: What earlier builds worked out; this one adds to it.
            frequencies: Gives the word list, when it is needed.
        """
        graph = self._publishable(preview=options.preview)
        material = replace(self._material(), search_cache=cache, frequencies=frequencies)
        return index_files(graph, material, options)

    def late_files(self, options: SiteOptions) -> Iterator[OutputFile]:
        """The files that are marked as late; only for an edition without errors."""
        return late_files(self._publishable(preview=options.preview), options)

    def _publishable(self, *, preview: bool) -> Graph:
        """The graph; a preview shows what can be read, also when there are errors."""
        if self.graph is None or (self.report.errors and not preview):
            raise ValueError("an edition with errors has no files")
        return self.graph

    def _material(self) -> Material:
        content = self.content
        return Material(content.locations, self.texts, content.search)


def prepare(
    root: Path,
    as_of: date,
    memory: Memory | None = None,
    prefix: str = "",
    store: TextStore | None = None,
    history: Mapping[str, tuple[Revision, ...]] | None = None,
    joined: Callable[[Edition], None] = lambda _: None,
) -> Edition:
    """Read and check a content folder.

    Args:
        root: The content folder.
        as_of: The day that deadlines and coming meetings are counted from.
        memory: What earlier readings found; reused where files are unchanged.
        prefix: How findings name the content folder.
        store: What earlier readings of attachments found; only published ones are read.
        history: Changes of the source files by path, for the change log.
        joined: Told of an edition that has no errors as yet, before the rules are asked, so that
            what takes long can begin.

    Raises:
        SourceUnreadable: The folder does not exist.
    """
    memory = memory or Memory()
    content = load(root, memory)
    if content.region is None:
        return Edition(content, None, Report.of(content.findings, content.sources, prefix))
    graph = build_graph(
        content.region,
        tuple(content.cases.values()),
        content.meetings.values(),
        content.processes.values(),
        content.files,
        as_of,
        Publication(content.ledger, content.address_changes, history or {}),
        memory.suggestions,
    )
    texts = StoredTexts(store or TextStore(), _readable_files(content, graph))
    language = content.region.language

    def edition(*found: Diagnostic) -> Edition:
        findings = without_consequences(found)
        report = Report.of(findings, content.sources, prefix, language)
        return Edition(content, graph, report, texts)

    in_texts = list(check_texts(graph, texts.facts()))
    so_far = edition(*content.findings, *in_texts)
    if not so_far.report.errors:
        joined(so_far)
    return edition(*content.findings, *check(graph, frozenset(content.unread)), *in_texts)


def _readable_files(content: Content, graph: Graph) -> dict[tuple[str, str], tuple[Path, str]]:
    """The attachments that are published and can be read: where each lies, and its checksum."""
    records = [*(case.id for case in graph.published_cases), *graph.meetings]
    named = [(record, name) for record in records for name in published_names(graph, record)]
    return {
        (record, name): (content.locations[record, name], graph.files[record][name].sha256)
        for record, name in named
        if (record, name) in content.locations and is_readable(content.locations[record, name])
    }
