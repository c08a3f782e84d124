"""Markdown as plain words, for tables and for comparing texts."""

from __future__ import annotations

from functools import lru_cache

from casebook.markdown import plain_text, render


@lru_cache(maxsize=4096)  # a point often stands in the proposal and in the decision alike
def in_words(markdown: str) -> str:
    """The text of a piece of Markdown on one line, without marks."""
    return " ".join(plain_text(render(markdown).html).split())
