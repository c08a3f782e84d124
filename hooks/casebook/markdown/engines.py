"""Which engine reads Markdown: the compiled one, unless it is not there or not wanted."""

from __future__ import annotations

import os
from functools import lru_cache

from casebook.markdown.scan import Engine, Scan

VARIABLE = "CASEBOOK_MARKDOWN"
"""The environment variable that names the engine: ``pyromark`` or ``markdown-it``."""


@lru_cache(maxsize=4)
def engine(name: str | None = None) -> Engine:
    """The engine of this name; without a name the environment's, else the fastest."""
    wanted = name or os.environ.get(VARIABLE, "")
    if wanted not in {"", "pyromark", "markdown-it"}:
        message = f"no such Markdown engine: {wanted!r}"
        raise ValueError(message)
    if wanted == "markdown-it":
        return _in_python()
    try:
        from casebook.markdown.with_pyromark import PyromarkEngine  # noqa: PLC0415  # optional
    except ImportError:
        if wanted:
            raise
        return _in_python()
    return PyromarkEngine(_in_python)


@lru_cache(maxsize=1)
def _in_python() -> Engine:
    # Takes longer to load than all our own Markdown code, and few builds need it.
    from casebook.markdown.with_markdown_it import MarkdownItEngine  # noqa: PLC0415

    return MarkdownItEngine()


@lru_cache(maxsize=32)
def scan(source: str) -> Scan:
    """What stands where in a source text; the checks of one file share one reading."""
    return engine().scan(source)
