"""«Mente du …?»: the known word that a written word most likely stands for."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

_FOLD = (("æ", "ae"), ("ø", "o"), ("å", "a"), ("_", "-"), (" ", "-"))


def fold(text: str) -> str:
    """Lower case, as ids are written: ``ae``, ``o`` and ``a`` for Norwegian letters."""
    folded = text.lower()
    for written, plain in _FOLD:
        folded = folded.replace(written, plain)
    return folded


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The closest known word, or None when nothing is close."""
    folded = {fold(candidate): candidate for candidate in known}
    target = fold(word)
    if target in folded:
        return folded[target]
    matches = difflib.get_close_matches(target, folded, n=1, cutoff=0.6)
    return folded[matches[0]] if matches else None
