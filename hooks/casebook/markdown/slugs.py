"""Ids for headings: short, ASCII, the same each time, never twice."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_FOLDED = str.maketrans(
    {"æ": "ae", "ø": "o", "å": "a", "ß": "ss", "ð": "d", "þ": "th", "đ": "d", "ł": "l"}
)
_LONGEST = 60


@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """A text as part of an address: lower case, a-z, 0-9 and single hyphens; may be empty."""
    folded = unicodedata.normalize("NFC", text).casefold().translate(_FOLDED)
    plain = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(words) <= _LONGEST:
        return words
    return words[: _LONGEST + 1].rpartition("-")[0] or words[:_LONGEST]


class Slugs:
    """Hands out ids that are unique within one text."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._used: set[str] = set()

    def make(self, text: str) -> str:
        """An id for a heading with this text."""
        base = f"{self._prefix}{slug(text) or 'avsnitt'}"
        name, number = base, 1
        while name in self._used:
            number += 1
            name = f"{base}-{number}"
        self._used.add(name)
        return name
