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


_NUMBER = r"(?P<a>[0-9]{1,5})\s?/\s?(?P<b>[0-9]{1,5})(?![\w/]|[.,-][0-9])"
_CASE = re.compile(
    rf"(?<![\w/-])(?:(?P<archive>[Aa]rkivsak(?:en|a)?|[Aa]rkivsaks?(?:nr|nummer))(?:\s?nr)?[.:]?\s+"
    rf"|(?:[Ss]ak(?:en|ene|er|a|ane|s?nr|snummer)?(?:\s+nr)?[.:]?\s+)?"
    rf"(?P<series>[A-ZÆØÅ]{{2,4}})(?:-?\s?sak)?\s?"
    rf"|[Ss]ak(?:en|ene|er|a|ane|s?nr|snummer)?(?:\s+nr)?[.:]?\s+){_NUMBER}"
)
_MORE = re.compile(rf"(?:,|\s+og|\s+samt|\s+eller|,\s+og)\s+{_NUMBER}")
_DATE = (
    r"(?:(?P<d>[0-9]{1,2})\.\s?(?P<m>[0-9]{1,2})\.\s?(?P<y>[0-9]{4}|[0-9]{2})(?![0-9])"
    rf"|(?P<d2>[0-9]{{1,2}})\.\s?(?P<name>{MONTH})\s+(?P<y2>[0-9]{{4}})(?![0-9])"
    r"|(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})(?![\w-]))"
)
_MEETING = re.compile(
    rf"(?<![\w-])\w*møtet?(?:\s+i\s+(?P<body>[\wæøå-]+(?:\s[\wæøå-]+)?))??"
    rf"(?:\s+den)?\s+{_DATE}",
    re.IGNORECASE,
)
_LIKELY = re.compile(r"[0-9]\s?/\s?[0-9]|møte", re.IGNORECASE)
_TOKEN = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*>")
_SKIPPED = frozenset({"a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6"})
_YEARS = range(1900, 2100)
_SHORT, _WHOLE = 2, 4


def find_mentions(text: str) -> list[Mention]:
    """All mentions in a plain text, in order, none overlapping another."""
    if _LIKELY.search(text) is None:
        return []
    found = [*_cases(text), *_meetings(text)]
    found.sort(key=lambda mention: mention.start)
    kept: list[Mention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _cases(text: str) -> Iterator[Mention]:
    for match in _CASE.finditer(text):
        series = match["series"].lower() if match["series"] else None
        mention = _case(match, match.start(), series, archive=match["archive"] is not None)
        if mention is None:
            continue
        yield mention
        more = _MORE.match(text, match.end())
        while more is not None:
            mention = _case(more, more.start("a"), series, archive=match["archive"] is not None)
            if mention is not None:
                yield mention
            more = _MORE.match(text, more.end())


def _case(match: re.Match[str], start: int, series: str | None, *, archive: bool) -> Mention | None:
    first, last = match["a"], match["b"]
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
    for match in _MEETING.finditer(text):
        date = _date(match)
        if date is not None:
            span = (match.start(), match.end())
            yield Mention(MentionKind.MEETING, *span, date=date, body=match["body"])


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
    if _LIKELY.search(html) is None:
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
