"""Case numbers: as people write them, as a body formats them, and as part of a short address."""

from __future__ import annotations

import re
from dataclasses import dataclass

PIVOT = 70
"""Years of two digits from here on belong to the 1900s: 69 is 2069, 70 is 1970."""

_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_WRITTEN = re.compile(
    r"(?:(?P<series>[a-zæøå]{1,6}?)(?:[-\s]?sak)?[-.:\s]+(?:nr\.?\s*)?"
    r"|(?:sak(?:snr|snummer)?\.?)\s*(?:nr\.?)?[:\s]*)?"
    r"(?P<number>[0-9]{1,5})\s*[/–-]\s*(?P<year>[0-9]{4}|[0-9]{2})",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"\{(nr|år2|år)(?::0?([1-9]))?\}")
NUMBER_FORMAT = r"(?=.*\{nr[:}])[^{}]*(?:\{(?:nr|år|år2)(?::0?[1-9])?\}[^{}]*)+"
"""A body's format string that can be used: it names the number, and nothing unknown."""
_PLAIN = frozenset({"", "sak", "saksnr", "saksnummer", "nr"})


@dataclass(frozen=True, slots=True, order=True)
class CaseNumber:
    """A case number taken apart."""

    series: str
    """The letters before it in lower case: ``ps``, ``os``; empty for the plain series."""
    number: int
    year: int


def full_year(digits: str) -> int:
    """A year of two or four digits as a whole year."""
    year = int(digits)
    if len(digits) > 2:  # already whole
        return year
    return year + (1900 if year >= PIVOT else 2000)


def parse_number(written: str) -> CaseNumber | None:
    """A number as written, taken apart; ``None`` when it is no case number.

    The number comes first and the year last; "2021/123" is an archive number and gives ``None``.
    """
    found = _WRITTEN.fullmatch(" ".join(written.split()))
    if found is None:
        return None
    year = full_year(found["year"])
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    series = (found["series"] or "").lower()
    return CaseNumber("" if series in _PLAIN else series, int(found["number"]), year)


def format_number(template: str, number: int, year: int) -> str:
    """A number as a body writes it, for example by ``{nr:02}/{år}``.

    Only ``{nr}``, ``{år}`` and ``{år2}`` mean anything, each with a width if wanted; everything
    else stays as it is, so a format string can do no harm.
    """
    values = {"nr": str(number), "år": str(year), "år2": f"{year % 100:02}"}
    return _PLACEHOLDER.sub(lambda found: values[found[1]].zfill(int(found[2] or 0)), template)


def short_slug(body: str, number: CaseNumber) -> str:
    """The last part of a short address: ``regionradet-6-2021``, ``regionradet-os-1-2026``."""
    series = f"{number.series}-" if number.series else ""
    return f"{body}-{series}{number.number}-{number.year}"
