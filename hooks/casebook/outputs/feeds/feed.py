"""What a feed is before it is written: its place, its words, and its newest entries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casebook.outputs.feeds.entries import Entry

LONGEST = 50
"""A feed holds so many of its newest entries; the data files hold them all."""


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed, in two formats beside each other."""

    path: str
    """Address without ending."""
    known_as: str
    """The address that its permanent id is made from."""
    title: str
    subtitle: str
    page: str
    """Address of the page that shows the same."""
    author: str
    updated: date
    entries: tuple[Entry, ...]


def newest(entries: list[Entry]) -> tuple[Entry, ...]:
    """The newest entries, newest first; the path settles ties, so that the order is one."""
    ordered = sorted(entries, key=lambda entry: entry.path)
    ordered.sort(key=lambda entry: entry.published or entry.updated, reverse=True)
    return tuple(ordered[:LONGEST])
