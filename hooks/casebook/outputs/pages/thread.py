"""The thread of a matter as pages show it: a list that says everything, and a drawing above it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from casebook.graph.timelines import Happening
from casebook.outputs.pages.thread_drawing import drawing
from casebook.outputs.pages.thread_entries import entry_view
from casebook.outputs.pages.thread_folding import folded
from casebook.outputs.pages.view import View


def thread_view(view: View, line: Sequence[Happening], here: str) -> dict[str, Any] | None:
    """A thread; None when there is nothing but the page's own record.

    Args:
        view: The page.
        line: What happened, in order.
        here: The id of the page's own case, meeting or process.
    """
    if len(line) < 2:
        return None
    entries = [entry_view(view, happening, here) for happening in line]
    return {
        "entries": list(folded(view.words, entries)),
        "drawing": drawing(view, line, entries),
    }
