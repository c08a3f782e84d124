"""Papers that follow one another in a thread, folded into one line that can be opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from casebook.i18n import Words

_FEWEST = 4
"""Fewer papers in a row stand as they are."""

Entry = dict[str, Any]


def folded(words: Words, entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries, with each long row of papers as one entry that holds them."""
    for kind, row in groupby(entries, key=lambda entry: entry["kind"]):
        found = list(row)
        if kind != "paper" or len(found) < _FEWEST:
            yield from found
            continue
        first, last = (entry["date"]["text"] for entry in (found[0], found[-1]))
        label = words("thread.papers_folded", n=len(found), first=first, last=last)
        yield {"kind": kind, "kind_label": found[0]["kind_label"], "label": label, "folded": found}
