"""The template environments: one per language, with the texts as a global function."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, MutableMapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context
from markupsafe import Markup, escape

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


_SHORT = 40
_escaped = lru_cache(maxsize=4096)(escape)
"""For short texts: labels, ids and names come again on most pages."""


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


class _PlainCode(CodeGenerator):
    """Puts a value that is safe already into the page as it is; Jinja would copy it first.

    That is nearly half of the several hundred values of a page, and the longest ones.
    """

    def _output_child_pre(self, *about: Any) -> None:
        self.write("environment.shown(")


class _PageEnvironment(Environment):
    """Knows what our templates do, and is quick about it."""

    code_generator_class = _PlainCode
    context_class = _PlainContext

    @staticmethod
    def shown(value: object) -> str:
        """A value as it stands in a page."""
        if type(value) is Markup:
            return value
        if type(value) is str and len(value) < _SHORT:
            return _escaped(value)
        return str(value) if type(value) is int else escape(value)

    def getattr(self, value: Any, name: str) -> Any:
        """Looks first where a template nearly always finds what it names: under a dict's key."""
        if type(value) is dict and name in value:
            return value[name]
        return super().getattr(value, name)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """As one dict, since every import of a template compares it with that of the importer."""
        return {**self.globals, **(d or {})}


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
    # Templates are compiled in the way of this module; what another version of it made is no use.
    made_by = hashlib.blake2b(Path(__file__).read_bytes(), digest_size=4).hexdigest()
    return FileSystemBytecodeCache(str(folder), f"__{whose}_{made_by}_%s.cache")


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

    @cache
    def plain(key: str) -> Markup:
        return escape(words(key))

    def text(key: str, **values: Any) -> str:
        """A text of the locale files; one without values is made ready for pages once."""
        return words(key, **values) if values else plain(key)

    environment.globals.update(t=text, words=words)
    for name, macros in _PURE.items():
        module = environment.get_template(name).module
        for macro in macros:
            setattr(module, macro, cache(getattr(module, macro)))
    return environment
