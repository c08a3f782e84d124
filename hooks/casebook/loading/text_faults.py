"""What no source text may hold, whatever it is for; a file that has one of these is not read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from casebook.diagnostics import Diagnostic, Span, finding
from casebook.frontmatter import CONTROL, control_sign

_GARBLED = re.compile("|".join(letter.encode().decode("cp1252") for letter in "æøåÆØÅ«»–é"))
"""Letters saved as UTF-8, opened as an older encoding, and saved again."""
_GARBLED_SIGNS = ("Ã", "Â", "â€")
"""What they all begin with: quick to look for in every file."""
_OURS = re.compile(r"^<{7}(?: .*)?$", re.MULTILINE)
_THEIRS = re.compile(r"^>{7}(?: .*)?$", re.MULTILINE)
_BETWEEN = re.compile(r"^={7}$", re.MULTILINE)
_MOST = 20
"""So many invisible signs are told of, one for each line; a file that is no text has thousands."""


def text_faults(text: str, path: str) -> list[Diagnostic]:
    """A finding for each fault of a text that has one kind of line ending."""
    found = [*_conflicts(text, path), *islice(_control_signs(text, path), _MOST)]
    garbled = _GARBLED.search(text) if any(sign in text for sign in _GARBLED_SIGNS) else None
    if garbled is not None:
        meant = garbled[0].encode("cp1252").decode("utf-8")
        place = _place(text, path, garbled)
        found.append(finding("garbled-letters", place, seen=garbled[0], meant=meant))
    return found


def _conflicts(text: str, path: str) -> Iterator[Diagnostic]:
    """Both sides of a merge, as Git leaves them; of one half cleared up, the end that is left."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return
    ends = _THEIRS.finditer(text) if _BETWEEN.search(text) else ()  # else a quotation, very deep
    for mark in list(_OURS.finditer(text)) or ends:
        yield finding("merge-conflict", _place(text, path, mark))


def _control_signs(text: str, path: str) -> Iterator[Diagnostic]:
    line = 0
    for sign in CONTROL.finditer(text):
        place = _place(text, path, sign)
        if place.line > line:
            line = place.line
            yield finding("control-character", place, sign=control_sign(sign[0]))


def _place(text: str, path: str, found: re.Match[str]) -> Span:
    line = text.count("\n", 0, found.start()) + 1
    column = found.start() - (text.rfind("\n", 0, found.start()) + 1) + 1
    return Span(path, line, column, column + len(found[0]))
