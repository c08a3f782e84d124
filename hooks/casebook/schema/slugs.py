"""Proposes ids: short, readable, permanent, and never taken."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from casebook.schema.suggestions import fold

_STOP = frozenset(
    "og i pa av for til fra med om den det de en et ei ein eit som er ved mot etter".split()
)
_WORDS = 5


def slug_of(text: str) -> str:
    """The significant words of a title as an id; ``sak`` when there are none."""
    words = [word for word in _words(text) if word not in _STOP]
    return "-".join(words[:_WORDS]) or "sak"


def likely_id(text: str) -> str:
    """The same name as an id: with every word, since it was meant as a name."""
    return "-".join(_words(text))


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", fold(text)).encode("ascii", "ignore").decode("ascii")
    return re.findall(r"[a-z0-9]+", plain)


def free_id(wanted: str, taken: Container[str]) -> str:
    """The id itself, or with the first number behind it that makes it free."""
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"
