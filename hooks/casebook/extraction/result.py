"""What comes out of a file: pages of text, and what was wrong."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal, get_args

Problem = Literal["unsupported", "too-large", "damaged", "locked", "cut", "scanned"]
"""Why there is no text or not all: ``cut`` is over a limit, ``scanned`` has pictures of text."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page, slide or sheet; a file without pages is one page without a number."""

    text: str
    number: int | None = None
    label: str | None = None
    """The name of a sheet."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a reader of one kind of file finds, before it is tidied."""

    pages: tuple[Page, ...]
    page_count: int | None = None
    hidden: str = ""
    """Text in the file but not on its pages: comments, notes, hidden sheets, properties."""
    cut: bool = False
    """A part was left out because it is over a limit or damaged."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a file."""

    pages: tuple[Page, ...] = ()
    page_count: int | None = None
    """Pages of the file, also those without text; nothing when the kind has no pages."""
    problem: Problem | None = None
    personal: tuple[int, ...] = ()
    """Pages that hold a national identity number; 0 for a place that has no page number."""

    @property
    def text(self) -> str:
        """All text, pages apart by an empty line."""
        return "\n\n".join(page.text for page in self.pages)

    def to_json(self) -> bytes:
        """For a cache."""
        pages = [[page.text, page.number, page.label] for page in self.pages]
        kept = {"pages": pages, "count": self.page_count, "problem": self.problem}
        return json.dumps(kept | {"personal": self.personal}, ensure_ascii=False).encode()

    @classmethod
    def from_json(cls, data: bytes) -> Extracted:
        """From a cache.

        Raises:
            ValueError: The data are not what :meth:`to_json` writes.
        """
        try:
            kept = json.loads(data)
            pages = tuple(Page(text, number, label) for text, number, label in kept["pages"])
            problem, count, personal = kept["problem"], kept["count"], tuple(kept["personal"])
        except (KeyError, TypeError) as error:
            raise ValueError("not an extracted text") from error
        if problem is not None and problem not in get_args(Problem):
            raise ValueError(f"unknown problem {problem!r}")
        return cls(pages, count, problem, personal)
