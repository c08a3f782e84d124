"""«Mente du …?»: the known word that a written word most likely stands for."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping

from casebook.schema.everyday import MEANINGS

_FOLD = (
    *((" ", "-"), ("\u00a0", "-"), ("\u2013", "-"), ("\u2014", "-"), ("_", "-")),
    *(("æ", "ae"), ("ø", "o"), ("å", "a"), ("\u00ad", ""), ("\u200b", "")),
)
_ALIKE = 0.72
"""Below this, two words look alike without meaning the same: «godkjent» is not «ukjent»."""


def fold(text: str) -> str:
    """Lower case, as ids are written: ``ae``, ``o`` and ``a`` for Norwegian letters."""
    folded = text.lower()
    for written, plain in _FOLD:
        folded = folded.replace(written, plain)
    return folded


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was most likely meant, or None when none is likely."""
    folded = {fold(candidate): candidate for candidate in known}
    target = fold(word.strip())
    if target in folded:
        return folded[target]
    meant = next((folded[m] for m in MEANINGS.get(target, ()) if m in folded), None)
    return meant or _alike(target, folded) or _longer_or_shorter(target, folded)


def _longer_or_shorter(target: str, folded: Mapping[str, str]) -> str | None:
    """The only known word that the other begins: «2024-05-14» for «2024-05-14-rad»."""
    parts = [
        word for word in folded if word.startswith(f"{target}-") or target.startswith(f"{word}-")
    ]
    return folded[parts[0]] if target and len(parts) == 1 else None


def _alike(target: str, folded: Mapping[str, str]) -> str | None:
    matches = difflib.get_close_matches(target, folded, n=1, cutoff=_ALIKE)
    return folded[matches[0]] if matches else None
