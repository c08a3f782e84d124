"""Markdown as plain words, for tables and for comparing texts."""

from __future__ import annotations

from casebook.markdown import plain_text, render


def in_words(markdown: str) -> str:
    """The text of a piece of Markdown on one line, without marks."""
    return " ".join(plain_text(render(markdown).html).split())
