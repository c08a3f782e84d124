"""The only module that knows MkDocs: translates its events into calls of the core."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal, cast

from jinja2 import Environment
from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from casebook.diagnostics import Severity
from casebook.engines.checking import check_written
from casebook.engines.clock import publication_day
from casebook.engines.staging import Staging
from casebook.engines.writing import Manifest, Rendered, Written, kept_in_memory, write_files
from casebook.i18n import Words
from casebook.keeping import with_lost_addresses
from casebook.ledger import LEDGER
from casebook.loading import Memory, TextStore, recall_memory, save_memory
from casebook.outputs.keys import code_digest
from casebook.outputs.output_file import OutputFile
from casebook.outputs.pages.shell import root_of
from casebook.outputs.search_files import SearchMemory
from casebook.outputs.site import SiteOptions, frame
from casebook.publishing import Edition, prepare
from casebook.reporting import Report, entry, message, summary

log = get_plugin_logger("casebook")

CACHE = Path(".cache/casebook")
"""Beside mkdocs.yml; may be deleted at any time."""


class CasebookConfig(base.Config):
    """Options of the plugin."""

    content = c.Type(str, default="cases")
    """The content folder, relative to ``mkdocs.yml``."""


class Target(File):
    """A generated page as MkDocs sees it: something to link to, nothing to render or copy."""

    def is_documentation_page(self) -> bool:
        """MkDocs renders nothing for it."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """The core writes it."""


class CasebookPlugin(BasePlugin[CasebookConfig]):
    """Publishes a content folder as part of a MkDocs site."""

    def __init__(self) -> None:
        """Start without an edition."""
        self._command = "build"
        self._memory: Memory | None = None
        self._search_memory = SearchMemory()
        self._rendered: Rendered = {}
        self._files: list[OutputFile] = []
        self._hand_written: tuple[str, ...] = ()
        self._written: Written | None = None
        self._manifest: Manifest | None = None
        self._staging: Staging | None = None
        self._edition: Edition | None = None
        self._finished = False
        self._pictures: Path | None = None

    @property
    def _options(self) -> SiteOptions:
        if self._command != "serve":
            return SiteOptions(written=self._hand_written, pictures=self._pictures)
        report = self._edition.report if self._edition is not None else None
        return SiteOptions(preview=True, problems=report.error_lines() if report else ())

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember what is being done; a dirty build is not staged."""
        self._command = "dirty" if dirty else command

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the content, and let the build write beside the site."""
        root = Path(config.config_file_path).parent / self.config.content
        self._finished = False
        self._pictures = Path(config.config_file_path).parent / CACHE / "pictures"
        # Our own sitemap knows when a record really changed; the theme's knows the day of the build.
        config.theme.static_templates -= {"sitemap.xml", "sitemap.xml.gz"}
        self._edition = self._read(root, config)
        region = self._edition.content.region
        if region is not None:
            day = publication_day()
            config.site_name, config.site_url = region.name(day), region.base_url
            config.theme["language"] = region.language
        if self._command in ("build", "gh-deploy") and self._staging is None:
            self._staging = Staging(Path(config.site_dir))
            config.site_dir = str(self._staging.folder)
        return config

    def _read(self, root: Path, config: MkDocsConfig) -> Edition:
        base_folder = Path(config.config_file_path).parent
        prefix = f"{root.relative_to(base_folder).as_posix()}/" if root != base_folder else ""
        memory = base_folder / CACHE / f"{Path(config.config_file_path).stem}-{root.name}.records"
        if self._memory is None:
            self._memory = recall_memory(memory, code_digest())
        texts = TextStore(base_folder / CACHE / "texts")
        edition = prepare(root, publication_day(), self._memory, prefix, texts)
        save_memory(self._memory, memory)
        if texts.read:
            log.info(f"tekst i {texts.read} vedlegg lest på {texts.seconds:.1f} s")
        error = log.warning if self._command == "serve" else log.error
        levels = {Severity.ERROR: error, Severity.WARNING: log.info, Severity.INFO: log.debug}
        for item in edition.report.findings:
            span = item.span
            place = f"{prefix}{span.path}:{span.line}:{span.column}"
            text = message(item, edition.report.language)
            levels[entry(item).severity](f"{place}: [{item.code}] {text}")
        if edition.report.errors and (self._command != "serve" or edition.graph is None):
            raise PluginError(summary(edition.report))
        return edition

    @event_priority(-50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Drop the theme's own assets, and make generated pages known as link targets."""
        for file in list(files):
            if file.src_uri.startswith("assets/") or file.src_uri == "sitemap.xml":
                files.remove(file)
        pages = files.documentation_pages(inclusion=InclusionLevel.is_included)
        self._hand_written = tuple(sorted(file.dest_uri for file in pages))
        if self._edition is not None and self._edition.graph is not None:
            self._files = list(self._edition.files(self._options))
            self._keep(self._edition)
            for output in self._files:
                if output.uri.endswith("index.html") and output.uri != "index.html":
                    uri = output.uri.removesuffix(".html") + ".md"
                    target = Target(uri, None, config.site_dir, config.use_directory_urls)
                    target.inclusion = InclusionLevel.NOT_IN_NAV
                    files.append(target)
        return files

    def _keep(self, edition: Edition) -> None:
        """Refuse a site that would lose an address; a preview only says so."""
        report = with_lost_addresses(edition, self._files)
        lost = [item for item in report.findings if item.code == "address-lost"]
        for item in lost:
            tell = log.warning if self._command == "serve" else log.error
            tell(f"{LEDGER}: [{item.code}] {message(item, report.language)}")
        if lost and self._command != "serve":
            raise PluginError(summary(report))

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Give the hand-written pages the texts of the site's language."""
        env.autoescape = True
        env.globals["t"] = Words(config.theme["language"])

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give a hand-written page the same frame as the generated ones."""
        return self._framed(context, page.file.dest_uri, config)

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give the theme's own pages (404) the same frame."""
        return self._framed(context, template_name, config)

    def _framed(self, context: TemplateContext, uri: str, config: MkDocsConfig) -> TemplateContext:
        if self._edition is None or self._edition.graph is None:
            return context
        graph, language = self._edition.graph, config.theme["language"]
        root = root_of(uri, graph.region.base_url)
        shared = frame(graph, self._options, language, root)
        return cast("TemplateContext", {**context, **shared, "lang": language})

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write every generated file into the finished build."""
        folder = Path(config.site_dir)
        site = self._staging.site if self._staging is not None else None
        manifest = self._standing(config) if site is not None else None
        if self._command == "serve":
            self._files = list(kept_in_memory(self._files, self._rendered))
        self._written = write_files(self._files, folder, site, manifest, self._late_files)
        log.info(f"{self._written.made} filer laget, {self._written.reused} gjenbrukt")
        self._manifest = manifest
        self._refuse_broken(folder)
        self._finished = True

    def _refuse_broken(self, folder: Path) -> None:
        """Stop a build whose feeds, calendars or data nobody could read."""
        report = Report.of(check_written(folder, (file.uri for file in self._files)), {})
        for item in report.findings:
            log.error(f"{item.span.path}: [{item.code}] {message(item, report.language)}")
        if report.errors:
            raise PluginError(summary(report))

    def _late_files(self) -> Iterable[OutputFile]:
        if self._edition is None or self._edition.graph is None:
            return ()
        return self._edition.late_files(self._options, self._search_memory)

    def _standing(self, config: MkDocsConfig) -> Manifest:
        """The keys of the site that stands."""
        base_folder = Path(config.config_file_path).parent
        name = (self._staging.site if self._staging else Path(config.site_dir)).name
        return Manifest(base_folder / CACHE / f"{name}.manifest")

    def on_build_error(self, *, error: Exception) -> None:
        """Remember that the build must not replace the site."""
        self._finished = False

    def on_shutdown(self) -> None:
        """Replace the site by a finished build; throw an unfinished one away."""
        if self._staging is not None:
            if self._finished:
                self._staging.swap()
                if self._manifest is not None and self._written is not None:
                    self._manifest.save(self._written)
            else:
                self._staging.discard()
            self._staging = None


def as_hooks(extra_key: str) -> tuple[CasebookPlugin, Callable[[MkDocsConfig], MkDocsConfig]]:
    """The plugin for use behind ``hooks:``, configured from ``extra``.

    Returns:
        The plugin, and the handler of ``on_config`` that reads its options first.
    """
    plugin = CasebookPlugin()

    def on_config(config: MkDocsConfig) -> MkDocsConfig:
        errors, warnings = plugin.load_config(
            config.extra.get(extra_key, {}), config.config_file_path
        )
        for key, warning in warnings:
            log.warning(f"extra.{extra_key}.{key}: {warning}")
        if errors:
            told = "; ".join(f"extra.{extra_key}.{key}: {error}" for key, error in errors)
            raise ConfigurationError(told)
        return plugin.on_config(config)

    return plugin, on_config

