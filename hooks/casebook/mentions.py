"""Mentions of cases and meetings in running text, which become links where they are unambiguous."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from html import escape

from casebook.months import MONTH, month_number
from casebook.numbers import full_year


class MentionKind(StrEnum):
    """What is mentioned."""

    CASE = "case-number"
    MEETING = "meeting-date"
    ARCHIVE = "archive"


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention in a text; ``start`` and ``end`` count characters."""

    kind: MentionKind
    start: int
    end: int
    series: str | None = None
    """The letters before a case number in lower case: ``ps``."""
    readings: tuple[tuple[int, int], ...] = ()
    """Number and year, the likelier reading first: "21/18" is 21 of 2018, or 18 of 2021."""
    date: datetime.date | None = None
    """The date of a meeting."""
    body: str | None = None
    """The words between "møtet i" and the date, where there are any."""

    @property
    def number(self) -> int | None:
        """The number in the likelier reading."""
        return self.readings[0][0] if self.readings else None

    @property
    def year(self) -> int | None:
        """The year in the likelier reading."""
        return self.readings[0][1] if self.readings else None


_NUMBER = re.compile(r"(?<![\w/])([0-9]{1,5})\s?/\s?([0-9]{1,5})(?![\w/]|[.,-][0-9])")
_WORD = r"(?<![\w/-])[Ss]ak(?:en|ene|er|a|ane|s?nr|snummer)?(?:\s+nr)?[.:]?\s+"
_BEFORE_NUMBER = re.compile(
    r"(?:(?P<archive>(?<![\w/-])[Aa]rkivsak(?:en|a|s?nr|snummer)?(?:\s?nr)?[.:]?\s+)"
    rf"|(?:{_WORD})?(?<![\w/-])(?P<series>[A-ZÆØÅ]{{2,4}})(?:-?\s?sak)?\s?|{_WORD}"
    r"|(?P<more>,|\s+og|\s+samt|\s+eller|,\s+og)\s+)$"
)
_DATE = re.compile(
    r"(?<![\w.])(?:(?P<d>[0-9]{1,2})\.\s?(?P<m>[0-9]{1,2})\.\s?(?P<y>[0-9]{4}|[0-9]{2})(?![0-9])"
    rf"|(?P<d2>[0-9]{{1,2}})\.\s?(?P<name>{MONTH})\s+(?P<y2>[0-9]{{4}})(?![0-9])"
    r"|(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})(?![\w-]))"
)
_BEFORE_DATE = re.compile(
    r"møtet?(?:\s+i\s+(?P<body>[\w-]+(?:\s[\w-]+)?))??(?:\s+den)?\s+$", re.IGNORECASE
)
_WORD_START = re.compile(r"[\w-]*$")
_REACH, _FAR = 28, 60
"""How many characters before a number and before a date are looked at."""
_LIKELY_MEETING = re.compile("møte", re.IGNORECASE)
_FRACTION = re.compile(r"[0-9]\s?/\s?[0-9]")
_TOKEN = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*>")
_SKIPPED = frozenset({"a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6"})
_YEARS = range(1900, 2100)
_SHORT, _WHOLE = 2, 4


def find_mentions(text: str) -> list[Mention]:
    """All mentions in a plain text, in order, none overlapping another."""
    if not _is_likely(text):
        return []
    found = [*_cases(text), *_meetings(text)]
    found.sort(key=lambda mention: mention.start)
    kept: list[Mention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _is_likely(text: str) -> bool:
    """Whether a text may hold a mention; most do not, and this is asked of every text."""
    if "øte" in text or "ØTE" in text:
        return True
    return "/" in text and _FRACTION.search(text) is not None


def _cases(text: str) -> Iterator[Mention]:
    last: tuple[int, str | None, bool] | None = None
    for match in _NUMBER.finditer(text):
        end = match.start()
        before = _BEFORE_NUMBER.search(text, max(0, end - _REACH), end)
        if before is None:
            continue
        if before["more"] is None:
            series = before["series"].lower() if before["series"] else None
            archive, start = before["archive"] is not None, before.start()
        elif last is not None and last[0] == before.start():
            _, series, archive = last
            start = match.start()
        else:
            continue
        mention = _case(match, start, series, archive=archive)
        if mention is not None:
            yield mention
        last = match.end(), series, archive


def _case(match: re.Match[str], start: int, series: str | None, *, archive: bool) -> Mention | None:
    first, last = match[1], match[2]
    if len(first) == _WHOLE and int(first) in _YEARS and len(last) != _WHOLE:
        return Mention(MentionKind.ARCHIVE, start, match.end(), None, ((int(last), int(first)),))
    readings = []
    if len(last) == _SHORT or (len(last) == _WHOLE and int(last) in _YEARS):
        readings.append((int(first), full_year(last)))
    if len(first) == _SHORT and len(last) != _WHOLE:
        readings.append((int(last), full_year(first)))
    if archive:
        readings.reverse()
    if not readings:
        return None
    kind = MentionKind.ARCHIVE if archive else MentionKind.CASE
    return Mention(kind, start, match.end(), series, tuple(readings))


def _meetings(text: str) -> Iterator[Mention]:
    lowered = text.lower() if _LIKELY_MEETING.search(text) else ""
    for match in _DATE.finditer(text) if len(lowered) == len(text) else ():
        end = match.start()
        place = lowered.rfind("møte", max(0, end - _FAR), end)
        before = _BEFORE_DATE.match(text, place, end) if place >= 0 else None
        date = _date(match) if before is not None else None
        if before is not None and date is not None:
            word = _WORD_START.search(text, max(0, place - _FAR), place)
            start = word.start() if word is not None else place
            body = before["body"]
            yield Mention(MentionKind.MEETING, start, match.end(), date=date, body=body)


def _date(match: re.Match[str]) -> datetime.date | None:
    try:
        if match["iso"]:
            return datetime.date.fromisoformat(match["iso"])
        if match["name"]:
            return datetime.date(int(match["y2"]), month_number(match["name"]), int(match["d2"]))
        return datetime.date(full_year(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return None


def link_mentions(html: str, resolve: Callable[[Mention], str | None]) -> str:
    """Turn mentions in HTML into links where ``resolve`` gives an address; all else stays equal.

    Links, code and headings are left alone. Meant for our own engine's HTML, before it is cleaned.
    """
    if not _is_likely(html):
        return html
    parts: list[str] = []
    position = depth = 0
    for tag in _TOKEN.finditer(html):
        text = html[position : tag.start()]
        parts.append(text if depth else _linked(text, resolve))
        parts.append(tag.group())
        if tag[2].lower() in _SKIPPED:
            depth = max(depth + (-1 if tag[1] else 1), 0)
        position = tag.end()
    text = html[position:]
    parts.append(text if depth else _linked(text, resolve))
    return "".join(parts)


def _linked(text: str, resolve: Callable[[Mention], str | None]) -> str:
    # Same length, so that places found here are places in the text.
    plain = text.replace("&nbsp;", "\u00a0" * len("&nbsp;"))
    parts: list[str] = []
    position = 0
    for mention in find_mentions(plain):
        address = resolve(mention)
        if address is not None:
            words = text[mention.start : mention.end]
            parts += [text[position : mention.start], f'<a href="{escape(address)}">{words}</a>']
            position = mention.end
    return "".join([*parts, text[position:]])
