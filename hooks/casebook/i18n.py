"""Words and forms in the reader's language: texts, dates, numbers and sorting, in nb and nn.

Texts live in ``locales/<topic>.<language>.yml``, flat ``key: text`` with named placeholders. Dates
follow Språkrådet: ``28. september 2021`` in text, ``kl. 10.00`` for times, a thin line in ranges.
"""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

import yaml

from casebook.model.values import PartialDate

LANGUAGES = ("nb", "nn")
MONTHS = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)
WEEKDAYS = {
    "nb": ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    "nn": ("måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "sundag"),
}
_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NO_BREAK = "\u00a0"


@cache
def texts(language: str) -> Mapping[str, str]:
    """Every text of a language, from all locale files."""
    merged: dict[str, str] = {}
    for entry in sorted(resources.files("casebook.locales").iterdir(), key=lambda e: e.name):
        if entry.name.endswith(f".{language}.yml"):
            loaded = yaml.load(entry.read_text("utf-8"), Loader=_LOADER)  # noqa: S506  # the safe one, in C
            loaded = loaded or {}
            doubled = merged.keys() & loaded.keys()
            if doubled:
                raise ValueError(f"{entry.name}: {sorted(doubled)} stand in two locale files")
            merged.update(loaded)
    return merged


class Words:
    """The texts and forms of one language."""

    def __init__(self, language: str) -> None:
        """Take ``nb`` or ``nn``; anything else reads as bokmål."""
        self.language = language if language in LANGUAGES else "nb"
        self.texts = texts(self.language)

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key with its placeholders filled in.

        Raises:
            KeyError: The key is in no locale file; that is a bug, not a content problem.
        """
        text = self.texts[key]
        return text.format(**values) if values else text

    def has(self, key: str) -> bool:
        """Whether a text exists."""
        return key in self.texts

    def count(self, key: str, number: int, **values: object) -> str:
        """A text that depends on a number: ``key.one`` for 1, ``key.other`` else; ``{n}`` is it."""
        form = "one" if number == 1 else "other"
        return self(f"{key}.{form}", n=self.number(number), **values)

    def date(self, value: PartialDate | datetime.date | None) -> str:
        """``28. september 2021``, ``september 2021`` or ``2021``; «senest» before a latest one."""
        if value is None:
            return self("date.unknown")
        if isinstance(value, datetime.date):
            value = PartialDate.of(value)
        words = str(value.year)
        if value.month is not None:
            words = f"{MONTHS[value.month - 1]} {words}"
            if value.day is not None:
                words = f"{value.day}.{_NO_BREAK}{words}"
        if not value.latest:
            return words
        return self("date.latest_in" if value.day is None else "date.latest", date=words)

    def short_date(self, value: PartialDate | datetime.date | None) -> str:
        """``28.09.2021`` for tables; partial dates as far as they go."""
        if value is None:
            return "–"
        if isinstance(value, datetime.date):
            value = PartialDate.of(value)
        if value.month is None:
            return str(value.year)
        if value.day is None:
            return f"{value.month:02}.{value.year}"
        return f"{value.day:02}.{value.month:02}.{value.year}"

    def weekday(self, day: datetime.date) -> str:
        """The name of the day of the week."""
        return WEEKDAYS[self.language][day.weekday()]

    def clock(self, start: str, end: str = "") -> str:
        """``kl. 10.00`` or ``kl. 10.00–12.00`` from times written with a colon or a full stop."""
        times = "–".join(part.replace(":", ".") for part in (start, end) if part)
        return f"kl.{_NO_BREAK}{times}" if times else ""

    def number(self, value: float, decimals: int = 0) -> str:
        """``1 234 567,5`` with no-break spaces."""
        return f"{value:,.{decimals}f}".replace(",", _NO_BREAK).replace(".", ",")

    def size(self, count: int) -> str:
        """A file size: ``812 byte``, ``12 kB``, ``3,4 MB``."""
        if count < 1000:
            return f"{count}{_NO_BREAK}byte"
        if count < 1_000_000:
            return f"{self.number(count / 1000)}{_NO_BREAK}kB"
        return f"{self.number(count / 1_000_000, 1)}{_NO_BREAK}MB"

    def join(self, parts: Iterable[str]) -> str:
        """``a, b og c``."""
        items = [part for part in parts if part]
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} og {items[-1]}"


_ORDER = {"æ": "{a", "ä": "{a", "ø": "{b", "ö": "{b", "å": "{c"}


def sort_key(text: str) -> str:
    """Key for Norwegian alphabetic order: æ, ø, å last, aa as å, accents ignored."""
    lowered = text.casefold().replace("aa", "å")
    kept = "".join(_ORDER.get(char, char) for char in lowered)
    decomposed = unicodedata.normalize("NFD", kept)
    return "".join(char for char in decomposed if not unicodedata.combining(char))
