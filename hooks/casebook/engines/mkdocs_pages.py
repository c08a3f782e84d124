"""Which files MkDocs makes itself, from the hand-written pages; commands ask without a build."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config import load_config
from mkdocs.structure.files import Files, get_files

from casebook.engines.mkdocs_languages import PLAIN, choose_language

CONFIGURATION = "mkdocs.yml"
"""The project file, beside the content folder."""


def written_files(files: Files, docs: str) -> tuple[str, ...]:
    """The files of the site that come from the folder of hand-written pages.

    Args:
        files: All that MkDocs knows of; files of the theme are among them.
        docs: The folder of hand-written pages.
    """
    return tuple(
        sorted(
            file.dest_uri for file in files if file.src_dir == docs and file.inclusion.is_included()
        )
    )


def hand_written(content: Path) -> tuple[str, ...]:
    """What the project that a content folder belongs to writes by hand; nothing without one."""
    project = content.resolve().parent / CONFIGURATION
    if not project.is_file():
        return ()
    config = load_config(str(project))
    files = get_files(config)
    choose_language(files, config, PLAIN)  # any would do: every version has the same address
    return written_files(files, config.docs_dir)
