"""One site over its builds: what is remembered between them, and how a build becomes the site.

Knows no site generator; whoever does tells it what is going on, and gets files and findings back.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from casebook.diagnostics import Severity
from casebook.engines.clock import publication_day
from casebook.engines.history import SHALLOW_BUILD, is_shallow, read_history
from casebook.engines.indexing import Indexer
from casebook.engines.late import LateFiles
from casebook.engines.parallel import FEWEST, Task, begin
from casebook.engines.reuse import Manifest, Rendered, kept_in_memory
from casebook.engines.staging import Staging
from casebook.engines.writer import Place, Writer
from casebook.engines.writing import Written, write_files
from casebook.keeping import with_lost_addresses
from casebook.loading import Memory, TextStore, read_ahead
from casebook.outputs.keys import code_digest
from casebook.outputs.output_file import OutputFile
from casebook.outputs.site import SiteOptions
from casebook.publishing import Edition, prepare
from casebook.reporting import Report, entry, message

CACHE = Path(".cache/casebook")
"""Beside the project file; may be deleted at any time."""

Tell = Callable[[Severity, str], None]
"""Shows one line to whoever runs the build."""


class Publisher:
    """Reads, plans, writes and publishes one site; lives as long as the engine runs."""

    def __init__(self, project: Path, content: Path, tell: Tell, *, preview: bool) -> None:
        """Take a project.

        Args:
            project: The folder that caches stand in and that findings are named from.
            content: The content folder.
            tell: Shows findings and what was done.
            preview: A live preview: nothing is refused that can be shown, nothing is swapped.
        """
        self.preview = preview
        self.edition: Edition | None = None
        self.files: list[OutputFile] = []
        self.hand_written: tuple[str, ...] = ()
        """Files of the pages that the engine itself renders."""
        self._project = project
        self._content = content
        self._tell = tell
        self._cache = project / CACHE
        self._name = content.name
        self._memory: Memory | None = None
        self._indexer = Indexer(self._cache / f"{self._name}.search")
        self._rendered: Rendered = {}
        self._staging: Staging | None = None
        # One build makes next to no cycles, and its records live as long as it does.
        (gc.enable if preview else gc.disable)()
        self._writer: Writer | None = None
        self._late: LateFiles | None = None
        self._written: Written | None = None
        self._manifest: Manifest | None = None

    def read(self) -> Report:
        """Read and check the content; findings are told as they are found."""
        inside = self._content.is_relative_to(self._project)
        prefix = f"{self._content.relative_to(self._project).as_posix()}/" if inside else ""
        records = self._cache / "records" / self._name
        ahead: Task[None] = Task(lambda: None)
        if self._memory is None:
            self._memory = Memory(records, code_digest())
            ahead = self._read_ahead(self._memory, Memory(records, code_digest()))
        texts = TextStore(self._cache / "texts")
        if self.lacks_history:
            self._tell(Severity.INFO, SHALLOW_BUILD)
        history = read_history(self._content)

        def joined(so_far: Edition) -> None:
            ahead.give_up()
            self._begin_late(so_far)

        day = publication_day()
        edition = prepare(self._content, day, self._memory, prefix, texts, history, joined)
        ahead.give_up()
        if texts.read:
            told = f"tekst i {texts.read} vedlegg lest på {texts.seconds:.1f} s"
            self._tell(Severity.INFO, told)
        last = self.edition
        if self.preview and edition.graph is None and last is not None and last.graph is not None:
            # A preview of an unreadable register stands as it was, under what must be mended.
            self.edition = replace(last, report=edition.report)
        else:
            self.edition = edition
        self._report(edition.report)
        return edition.report

    def _read_ahead(self, memory: Memory, another: Memory) -> Task[None]:
        """Share a first reading with a child, which begins from the other end."""
        folders = [folder for folder in self._content.glob("[0-9]*") if folder.is_dir()]
        known = any(memory.holds(folder.name) for folder in folders)
        if known or sum(1 for folder in folders for _ in folder.iterdir()) < FEWEST:
            return Task(lambda: None)
        return begin(lambda: read_ahead(self._content, another))

    def _begin_late(self, edition: Edition) -> None:
        """Start with what takes long and needs neither findings nor pages."""
        if self._staging is not None:
            self._writer = Writer(self._place(self._staging))
            self._late = self._late_files(edition, self._writer, at_once=True)

    @property
    def lacks_history(self) -> bool:
        """Whether the content lies in a clone that must not be published from."""
        return is_shallow(self._content)

    def options(self) -> SiteOptions:
        """What this engine decides about the publication."""
        if self.preview:
            problems = self.edition.report.error_lines() if self.edition is not None else ()
            return SiteOptions(preview=True, problems=problems, written=self.hand_written)
        return SiteOptions(written=self.hand_written, pictures=self._cache / "pictures")

    def plan(self) -> Report:
        """List every file of the site; reports addresses that it would lose."""
        if self.edition is None or self.edition.graph is None:
            return Report.of((), {})
        self.files = list(self.edition.files(self.options()))
        report = with_lost_addresses(self.edition, self.files, self.hand_written)
        lost = [item for item in report.findings if item.code == "address-lost"]
        found = Report.of(lost, report.sources, report.prefix, report.language)
        self._report(found)
        return found

    def stage(self, site: Path) -> Path:
        """The folder for the engine's own pages; recovers what an earlier build left."""
        if self._staging is None:
            self._staging = Staging(site)
        return self._staging.engine

    def write(self, folder: Path) -> tuple[Path, Report]:
        """Write every file.

        Args:
            folder: What the engine has written; what is not staged is written there too.

        Returns:
            The folder with the whole site, and a report of files that nobody could read.
        """
        files = self.files
        if self.preview:
            files = [replace(file, late=False) for file in kept_in_memory(files, self._rendered)]
        if self._writer is None:
            self._writer = Writer(Place(folder, keeps=True))
        if self._late is None:
            self._late = self._late_files(self.edition, self._writer, at_once=False)
        self._written = write_files(files, self._writer, self._late)
        folder, self._writer, self._late = self._writer.folder, None, None
        done = f"{len(self._written.made)} filer laget, {self._written.reused} gjenbrukt"
        self._tell(Severity.INFO, done)
        report = Report.of(self._written.findings, {})
        self._report(report)
        return folder, report

    def _place(self, staging: Staging) -> Place:
        self._manifest = Manifest(self._cache / f"{staging.site.name}.manifest")
        return Place(staging.folder, staging.site, self._manifest, staging.engine)

    def close(self, *, finished: bool) -> Path | None:
        """Put a finished build in the place of the site; throw away an unfinished one."""
        if self._staging is None:
            return None
        site = self._staging.site
        if finished:
            self._staging.swap()
            if self._manifest is not None and self._written is not None:
                self._manifest.save(self._written.entries)
            # The process ends now; nothing is gained by walking every record once more.
            gc.freeze()
        else:
            if self._late is not None:
                self._late.give_up()
            self._staging.discard()
        self._staging = None
        return site

    def _late_files(self, edition: Edition | None, writer: Writer, *, at_once: bool) -> LateFiles:
        """The search index, and what else is best made beside the pages."""
        if edition is None or edition.graph is None:
            return LateFiles(writer, list, list, at_once=False)
        options = self.options()
        index = partial(self._indexer.files, edition, options)

        def rest() -> list[OutputFile]:
            return [] if self.preview else list(edition.late_files(options))

        return LateFiles(writer, index, rest, at_once=at_once)

    def _report(self, report: Report) -> None:
        for item in report.findings:
            span = item.span
            place = f"{report.prefix}{span.path}:{span.line}:{span.column}"
            severity = entry(item).severity
            self._tell(severity, f"{place}: [{item.code}] {message(item, report.language)}")
