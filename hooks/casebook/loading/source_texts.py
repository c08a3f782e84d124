"""Texts of the source files, for showing a finding in its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class SourceTexts(Mapping[str, str]):
    """Texts by path relative to the content folder; few are asked for, so none is kept."""

    root: Path = Path()
    paths: dict[str, None] = field(default_factory=dict)
    """The files that are texts, in the order of reading."""

    def __getitem__(self, path: str) -> str:
        """The text of a file; what is no UTF-8 in it is replaced."""
        if path not in self.paths:
            raise KeyError(path)
        try:
            return as_text((self.root / path).read_bytes())
        except OSError as error:
            raise KeyError(path) from error

    def __iter__(self) -> Iterator[str]:
        return iter(self.paths)

    def __len__(self) -> int:
        return len(self.paths)


def as_text(content: bytes) -> str:
    """The text of a file's bytes, without a byte order mark; what is no UTF-8 is replaced."""
    return as_lines(content.decode("utf-8-sig", "replace"))


_UNSEEN = ("\u00ad", "\u200b", "\u2060", "\ufeff")
"""Marks for where a line may be broken: word processors paste them, and they are no letters."""


def as_lines(text: str) -> str:
    """A text with one kind of line ending and only signs that count, whatever programme wrote it.

    A field with a mark in it that nobody sees would be misspelt, and a word would not be found.
    """
    for sign in _UNSEEN:
        text = text.replace(sign, "")
    return text.replace("\r\n", "\n").replace("\r", "\n")
