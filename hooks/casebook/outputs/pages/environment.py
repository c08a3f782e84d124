"""The template environments: one per language, with the texts as a global function."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader
from jinja2.runtime import Context

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


class _PlainContext(Context):
    """Calls what a template calls, and does not first ask whether it wants the context.

    A page calls some hundreds of functions and macros, of which none does.
    """

    def call(
        self,
        function: Callable[..., Any],
        /,
        *args: Any,
        _loop_vars: object = None,
        _block_vars: object = None,
        **named: Any,
    ) -> Any:
        return function(*args, **named)


class _PageEnvironment(Environment):
    """Looks first where a template nearly always finds what it names: under a dict's key."""

    context_class = _PlainContext

    def getattr(self, value: Any, name: str) -> Any:
        if type(value) is dict and name in value:
            return value[name]
        return super().getattr(value, name)


def environments() -> dict[str, Environment]:
    """One environment per language."""
    return {language: _environment(language) for language in LANGUAGES}


def compiled_templates(whose: str) -> FileSystemBytecodeCache | None:
    """Keeps compiled templates where Python keeps the compiled modules of this package.

    Args:
        whose: A name for environments that compile alike; it must not be shared by others.

    Returns:
        None where Python keeps nothing, or may not write.
    """
    folder = Path(__file__).with_name("__pycache__")
    if sys.dont_write_bytecode or not os.access(folder, os.W_OK):
        return None
    return FileSystemBytecodeCache(str(folder), f"__{whose}_%s.cache")


def _environment(language: str) -> Environment:
    environment = _PageEnvironment(
        loader=PackageLoader("casebook", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=compiled_templates("pages"),
    )
    words = Words(language)
    environment.globals.update(t=words, words=words)
    for name, macros in _PURE.items():
        module = environment.get_template(name).module
        for macro in macros:
            setattr(module, macro, cache(getattr(module, macro)))
    return environment
