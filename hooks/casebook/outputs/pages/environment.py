"""The template environments: one per language, with the texts as a global function."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader

from casebook.i18n import LANGUAGES, Words

_PURE = {
    "parts/icons.html": ("icon", "mark"),
    "parts/status.html": (
        "outcome",
        "follow_up_status",
        "local_status",
        "meeting_status",
        "process_status",
    ),
    "parts/words.html": ("nothing", "doubted"),
}
"""Parts that depend on their arguments alone, which are few words: each is drawn once and kept."""


def environments(compiled: Path | None = None) -> dict[str, Environment]:
    """One environment per language.

    Args:
        compiled: A folder where compiled templates are kept between builds.
    """
    return {language: _environment(language, compiled) for language in LANGUAGES}


def _environment(language: str, compiled: Path | None) -> Environment:
    if compiled is not None:
        compiled.mkdir(parents=True, exist_ok=True)
    environment = Environment(
        loader=PackageLoader("casebook", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=FileSystemBytecodeCache(str(compiled)) if compiled is not None else None,
    )
    words = Words(language)
    environment.globals.update(t=words, words=words)
    for name, macros in _PURE.items():
        module = environment.get_template(name).module
        for macro in macros:
            setattr(module, macro, cache(getattr(module, macro)))
    return environment
