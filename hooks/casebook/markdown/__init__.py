"""Markdown of case files: the one door to an engine, and what may come out of it.

Case files are CommonMark with tables. Nothing outside this package imports an engine or a cleaner.
"""

from __future__ import annotations

from casebook.markdown.addresses import is_external, is_local, is_safe
from casebook.markdown.checks import find_raw_html, find_unsafe_links, span_of
from casebook.markdown.clean import clean
from casebook.markdown.definitions import used_definitions, without_definitions
from casebook.markdown.engines import engine, scan
from casebook.markdown.plain import plain_text
from casebook.markdown.render import (
    Rendered,
    RenderedHeading,
    Resolve,
    Rewrite,
    inline,
    render,
    text_of,
)
from casebook.markdown.scan import Definition, Heading, Link, Piece, Scan
from casebook.markdown.slugs import slug

__all__ = [
    "Definition",
    "Heading",
    "Link",
    "Piece",
    "Rendered",
    "RenderedHeading",
    "Resolve",
    "Rewrite",
    "Scan",
    "clean",
    "engine",
    "find_raw_html",
    "find_unsafe_links",
    "inline",
    "is_external",
    "is_local",
    "is_safe",
    "plain_text",
    "render",
    "scan",
    "slug",
    "span_of",
    "text_of",
    "used_definitions",
    "without_definitions",
]
