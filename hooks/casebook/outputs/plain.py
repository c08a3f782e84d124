"""Markdown as plain words, for tables and for comparing texts; and plain words as Markdown."""

from __future__ import annotations

import re
from functools import lru_cache

from casebook.markdown import plain_text, render

_READ_AS_MARKS = re.compile(r"[\\\[\]<`*~]|\b_|_\b|&(?=#?\w+;)")
"""Signs by which Markdown begins a link, a picture, HTML, code, emphasis or the name of a sign."""
_BEGINS_A_BLOCK = re.compile(r"^(?:\d{1,9}(?=[.)](?: |$))|(?=[#>+=-]))")
"""Where words begin like a heading, a quotation or a list: «25. mai» counts for item 25."""


@lru_cache(maxsize=4096)  # a point often stands in the proposal and in the decision alike
def in_words(markdown: str) -> str:
    """The text of a piece of Markdown on one line, without marks."""
    return " ".join(plain_text(render(markdown).html).split())


def as_markdown(words: str) -> str:
    """Words of a field in a Markdown text: no more than the words, whatever they look like."""
    return _BEGINS_A_BLOCK.sub(r"\g<0>\\", _READ_AS_MARKS.sub(r"\\\g<0>", words))
