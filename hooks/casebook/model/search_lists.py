"""The lists that the site owns and that search uses besides its built-in ones (``sok.yml``)."""

from __future__ import annotations

from dataclasses import dataclass

from casebook.model.values import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchLists(Record):
    """Words for search that only the region knows."""

    synonyms: tuple[tuple[str, ...], ...] = ()
    """Groups of words that find each other."""
    never_split: tuple[str, ...] = ()
    """Words that are no compounds, although the splitter may think so."""
    extra_parts: tuple[str, ...] = ()
    """Words that may stand as a part of a compound."""
    rightly_split: tuple[str, ...] = ()
    """Words whose splits were looked through and found right."""
    digest: str = ""
    """Content hash of the source file."""
