"""The text of a calendar: escaped, folded at 75 octets, ended by CRLF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time

from casebook.outputs.records.moments import OSLO

_WIDEST = 75

TIME_ZONE = (
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Oslo",
    "BEGIN:DAYLIGHT",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "DTSTART:19810329T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
)
"""The rules of the zone since 1996, older than any record."""


def text(value: str) -> str:
    """A text value with its special characters escaped."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\r\n", "\n").replace("\n", "\\n")


def day(value: date) -> str:
    """A whole day."""
    return f"{value:%Y%m%d}"


def utc(value: date) -> str:
    """Midnight in Norway as a moment in UTC."""
    moment = datetime.combine(value, time(), OSLO)
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def folded(line: str) -> Iterator[str]:
    """A line as lines of at most 75 octets; characters stay whole."""
    octets, start, size = line.encode(), 0, _WIDEST
    while len(octets) - start > size:
        end = start + size
        while octets[end] & 0xC0 == 0x80:  # in the middle of a character
            end -= 1
        yield ("" if start == 0 else " ") + octets[start:end].decode()
        start, size = end, _WIDEST - 1
    yield ("" if start == 0 else " ") + octets[start:].decode()


def written(lines: Iterable[str]) -> bytes:
    """Lines as the bytes of a file."""
    return "".join(f"{part}\r\n" for line in lines for part in folded(line)).encode()
