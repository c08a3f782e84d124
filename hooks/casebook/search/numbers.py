"""Case numbers and dates as words of their own, written one way whatever way people write them.

«06/2021», «6/21», «sak 6/21» and «021/6» all become ``nr2021s6x``; «14.3.2021», «14. mars 2021»
and «2021-03-14» become ``d20210314x``. The closing letter stops a prefix search from matching. The
browser does the same in ``assets/search.js``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from casebook.search.analysis import fold

MONTHS = (
    ("januar", "jan"),
    ("februar", "feb"),
    ("mars", "mar"),
    ("april", "apr"),
    ("mai",),
    ("juni", "jun"),
    ("juli", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "okt"),
    ("november", "nov"),
    ("desember", "des"),
)
_MONTH = {name: number for number, names in enumerate(MONTHS, 1) for name in names}
_NAMES = "|".join(sorted(_MONTH, key=len, reverse=True))
_DATES = re.compile(
    r"(?<![0-9./-])(?:"
    r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4}|[0-9]{2})(?![0-9])"
    r"|([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])"
    r"|([0-9]{1,2})/([0-9]{1,2})[- ]([0-9]{4})(?![0-9])"
    r"|([0-9]{1,2})\.? (" + _NAMES + r")\.? ([0-9]{4})(?![0-9])"
    r")"
    r"|(?<![a-z0-9])(" + _NAMES + r")\.? ([0-9]{4})(?![0-9])",
    re.ASCII,
)
_NUMBERS = re.compile(r"(?<![0-9./])([0-9]{1,6}) ?/ ?([0-9]{1,6})(?:-[0-9]{1,4})?(?![0-9/])")
_BEFORE = re.compile(
    r"(?:^|[^a-z0-9])(?:(?:arkiv|mote|journal)?sak[a-z]{0,8}[ .:-]*)?"
    r"(?:([a-z]{1,3})[ .:-]*)?(?:sak[a-z]{0,8}[ .:]*)?(?:nr[ .:]*)?$"
)
_NO_SERIES = frozenset("nr i se av og til fra fr pa om sak den det for er".split())
_LOOK_BACK = 40
_DIGITS = re.compile(r"[0-9]+")
_LIKELY = re.compile(r"\s?[/.-]\s?[0-9]")
"""What follows the first digits of a number or a date, unless a month stands before them."""
_AROUND = 64, 24
"""How much text before and after some digits decides what they mean."""


@dataclass(frozen=True, slots=True)
class Token:
    """A number or date found in a text, with every reading it may have, the likeliest first."""

    start: int
    end: int
    readings: tuple[str, ...]
    series: str = ""
    """Letters written before a case number: ``ps`` in «PS 6/21»."""


def find_tokens(folded: str) -> list[Token]:
    """All dates and case numbers of a folded text."""
    if not any(digit in folded for digit in "0123456789"):
        return []
    dates = [token for match in _DATES.finditer(folded) if (token := _date(match))]
    taken = [(token.start, token.end) for token in dates]
    numbers = [
        _number(folded, match)
        for match in _NUMBERS.finditer(folded)
        if not any(start < match.end() and match.start() < end for start, end in taken)
    ]
    found = [*dates, *(token for token in numbers if token.readings)]
    return sorted(found, key=lambda token: token.start)


def tokens_of(text: str) -> list[Token]:
    """All dates and case numbers of a text as written, quickly, but not where they stand."""
    return [token for stretch in _stretches(text) for token in find_tokens(fold(stretch))]


def _stretches(text: str) -> list[str]:
    """The parts of a text that may hold numbers or dates, with what decides their meaning."""
    before, after = _AROUND
    places: list[tuple[int, int]] = []
    for digits in _DIGITS.finditer(text):
        start, end = digits.span()
        if end - start != 4 and not _LIKELY.match(text, end):
            continue
        if places and start - before <= places[-1][1]:
            places[-1] = (places[-1][0], end + after)
        else:
            places.append((max(0, start - before), end + after))
    return [text[start:end] for start, end in places]


def date_words(iso: str) -> tuple[str, ...]:
    """The words of an ISO date: day, month and year, as far as it goes."""
    year, month, day = (*iso.split("-"), "", "")[:3]
    words = [f"d{year}{month}{day[:2]}x"] if day else []
    words += [f"m{year}{month}x"] if month else []
    return (*words, year)


def number_words(written: str) -> list[tuple[str, float]]:
    """The words of an official number with weights: its likeliest reading counts most."""
    words = []
    for token in find_tokens(fold(written)):
        for rank, reading in enumerate(token.readings):
            words.append((reading, 0.5 if rank else 1.0))
            if token.series and not rank:
                words.append((reading + token.series, 1.0))
    return words


def _date(match: re.Match[str]) -> Token | None:
    d1, m1, y1, y2, m2, d2, d3, m3, y3, d4, n4, y4, n5, y5 = match.groups()
    if n5:
        return Token(match.start(), match.end(), (f"m{y5}{_MONTH[n5]:02}x",))
    year = _year(y1) if y1 else int(y2 or y3 or y4)
    month = _MONTH[n4] if n4 else int(m1 or m2 or m3)
    day = int(d1 or d2 or d3 or d4)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Token(match.start(), match.end(), (f"d{year:04}{month:02}{day:02}x",))


def _year(written: str) -> int:
    year = int(written)
    if len(written) == 4:
        return year
    return year + (2000 if year < 60 else 1900)


def _number(folded: str, match: re.Match[str]) -> Token:
    left, right = match.groups()
    certain = [len(side) == 4 and _is_year(side) for side in (left, right)]
    readings = []
    if certain[1] or (_is_year(right) and not certain[0]):
        readings.append(f"nr{_year(right)}s{int(left)}x")
    if certain[0] or (_is_year(left) and not certain[1]):
        readings.append(f"nr{_year(left)}s{int(right)}x")
    before = folded[max(0, match.start() - _LOOK_BACK) : match.start()]
    context = _BEFORE.search(before)
    series, start = "", match.start()
    if context:
        letters = context.group(1) or ""
        series = "" if letters in _NO_SERIES else letters
        start -= len(before) - context.start()
    return Token(start, match.end(), tuple(dict.fromkeys(readings)), series)


def _is_year(written: str) -> bool:
    return len(written) == 2 or (len(written) == 4 and written[:2] in ("19", "20"))
