"""Hand-written pages in the site's language: ``sak.nn.md`` stands in for ``sak.md`` in nynorsk.

A page without a version in the site's language is shown as it is, and says which language it is in.
"""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from casebook.i18n import LANGUAGES

PLAIN = "nb"
"""The language of a page whose file name names none."""
_VERSIONS = {f".{language}.md": language for language in LANGUAGES}


def choose_language(files: Files, config: MkDocsConfig, language: str) -> None:
    """Keep one version of each hand-written page: the one in the language, else the plain one."""
    for version in list(files):
        suffix = next((end for end in _VERSIONS if version.src_uri.endswith(end)), None)
        if suffix is None:
            continue
        files.remove(version)
        plain = files.get_file_from_path(version.src_uri.removesuffix(suffix) + ".md")
        if plain is not None and version.abs_src_path and _VERSIONS[suffix] == language:
            files.remove(plain)
            chosen = File.generated(config, plain.src_uri, abs_src_path=version.abs_src_path)
            chosen.src_dir = version.src_dir
            files.append(chosen)


def language_of(page: Page) -> str:
    """The language that a hand-written page is in: what it says itself, else its file's name."""
    said = page.meta.get("lang")
    if said in LANGUAGES:
        return str(said)
    source = page.file.abs_src_path or ""
    return next((name for end, name in _VERSIONS.items() if source.endswith(end)), PLAIN)
