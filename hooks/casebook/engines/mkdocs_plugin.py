"""The door to MkDocs: translates its events into calls of the core."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal, cast

from jinja2 import Environment
from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from casebook.diagnostics import Severity
from casebook.engines.clock import publication_day
from casebook.engines.full_disk import FULL_DISK, is_full_disk
from casebook.engines.history import SHALLOW
from casebook.engines.mkdocs_languages import choose_language, language_of
from casebook.engines.mkdocs_pages import written_files
from casebook.engines.publisher import Publisher
from casebook.errors import CasebookError
from casebook.i18n import Words
from casebook.outputs.pages.environment import compiled_templates
from casebook.outputs.pages.shell import root_of
from casebook.outputs.site import frame
from casebook.reporting import Report, summary

log = get_plugin_logger("casebook")


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
        """Start without a publisher; the configuration makes it."""
        self._command = "build"
        self._publisher: Publisher | None = None
        self._config: MkDocsConfig | None = None
        self._finished = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember what is being done; a dirty build is not staged."""
        self._command = "dirty" if dirty else command

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the content, and let the build write beside the site."""
        self._finished = False
        self._config = config
        publisher = self._made(config)
        if self._command == "gh-deploy" and publisher.lacks_history:
            raise PluginError(SHALLOW)
        if self._command in ("build", "gh-deploy"):
            config.site_dir = _staged(publisher, config.site_dir)
        # Our own sitemap knows when a record really changed; the theme's knows the build's day.
        config.theme.static_templates -= {"sitemap.xml", "sitemap.xml.gz"}
        # Ours is the first; nothing below it reaches a reader, and listing 14,000 icons is slow.
        del config.theme.dirs[1:]
        report = publisher.read()
        edition = publisher.edition
        if edition is None or edition.graph is None or not publisher.preview:
            _refuse(report)
        if edition is not None and edition.content.region is not None:
            region = edition.content.region
            config.site_name, config.site_url = region.name(publication_day()), region.base_url
            config.theme["language"] = region.language
        return config

    def _made(self, config: MkDocsConfig) -> Publisher:
        if self._publisher is None:
            project = Path(config.config_file_path).parent
            content = project / self.config.content
            preview = self._command == "serve"
            self._publisher = Publisher(project, content, self._tell, preview=preview)
        return self._publisher

    def _tell(self, severity: Severity, text: str) -> None:
        """Show a line; what a preview can still show is a warning there."""
        error = log.warning if self._command == "serve" else log.error
        (error if severity is Severity.ERROR else log.info)(text)

    @event_priority(-50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Make generated pages known as link targets."""
        choose_language(files, config, config.theme["language"])
        publisher = self._made(config)
        publisher.hand_written = written_files(files, config.docs_dir)
        report = publisher.plan()
        if not publisher.preview:
            _refuse(report)
        for output in publisher.files:
            if output.uri.endswith("index.html") and output.uri != "index.html":
                uri = output.uri.removesuffix(".html") + ".md"
                files.append(
                    Target(
                        uri,
                        None,
                        config.site_dir,
                        config.use_directory_urls,
                        dest_uri=output.uri,
                        inclusion=InclusionLevel.NOT_IN_NAV,
                    )
                )
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Give the hand-written pages the texts of the site's language."""
        env.autoescape = True
        env.bytecode_cache = compiled_templates("mkdocs")
        env.globals["t"] = Words(config.theme["language"])

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give a hand-written page the same frame as the generated ones."""
        context = self._framed(context, page.file.dest_uri, config)
        return cast("TemplateContext", {**context, "written_in": language_of(page)})

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give the theme's own pages (404) the same frame."""
        return self._framed(context, template_name, config)

    def _framed(self, context: TemplateContext, uri: str, config: MkDocsConfig) -> TemplateContext:
        publisher = self._made(config)
        if publisher.edition is None or publisher.edition.graph is None:
            return context
        graph, language = publisher.edition.graph, config.theme["language"]
        root = root_of(uri, graph.region.base_url)
        shared = frame(graph, publisher.options(), language, root)
        return cast("TemplateContext", {**context, **shared, "lang": language})

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make the whole site of the generated files and what the engine has made."""
        publisher = self._made(config)
        folder, report = publisher.write(Path(config.site_dir))
        if not publisher.preview:
            _refuse(report)
        config.site_dir = str(folder)
        self._finished = True

    def on_build_error(self, *, error: Exception) -> None:
        """Remember that the build must not replace the site; say it in words when the disk is full.

        A preview goes on, so there MkDocs says what happened.
        """
        self._finished = False
        if is_full_disk(error) and self._command != "serve":
            raise Abort(FULL_DISK) from error

    def on_shutdown(self) -> None:
        """Let a finished build replace the site; ``gh-deploy`` looks for it there afterwards."""
        site = self._publisher.close(finished=self._finished) if self._publisher else None
        if site is not None and self._config is not None:
            self._config.site_dir = str(site)


def _staged(publisher: Publisher, site: str) -> str:
    """The folder for the engine's own pages, while the site is made beside the one that stands."""
    try:
        return str(publisher.stage(Path(site)))
    except CasebookError as error:
        raise PluginError(str(error)) from error


def _refuse(report: Report) -> None:
    """Stop the build when there are errors; they have been told."""
    if report.errors:
        raise PluginError(summary(report))


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
