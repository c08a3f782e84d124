"""«Mente du …?»: the known word that a written word most likely stands for."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

_FOLD = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "_": "-", " ": "-"})


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The closest known word, or None when nothing is close."""
    folded = {candidate.lower().translate(_FOLD): candidate for candidate in known}
    target = word.lower().translate(_FOLD)
    if target in folded:
        return folded[target]
    matches = difflib.get_close_matches(target, folded, n=1, cutoff=0.6)
    return folded[matches[0]] if matches else None
