"""A table that fills itself: what is asked for is made once, and then found at a dict's speed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

_Made = TypeVar("_Made")


class Remembered(dict[str, _Made]):
    """Makes what it is asked for once, and looks it up from then on."""

    def __init__(self, make: Callable[[str], _Made]) -> None:
        """Take what makes a value from its key."""
        super().__init__()
        self._make = make

    def __missing__(self, key: str) -> _Made:
        """Make a value, and keep it."""
        made = self[key] = self._make(key)
        return made


class Numbering(dict[str, int]):
    """Numbers texts from 0 in the order they are asked for."""

    def __missing__(self, key: str) -> int:
        """Give a text the next number."""
        number = self[key] = len(self)
        return number
