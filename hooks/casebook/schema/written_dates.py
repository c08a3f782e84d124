"""The date that a date in another form most likely means; only ever a question to the writer."""

from __future__ import annotations

import re
from datetime import date

from casebook.months import MONTH, month_number
from casebook.numbers import full_year

_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?P<day>\d{1,2})[./ -]+(?P<month>\d{1,2})[./ -]+(?P<year>\d{4}|\d{2})",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        r"(?P<year>\d{4})[./ -]+(?P<month>\d{1,2})(?:[./ -]+(?P<day>\d{1,2}))?",
        rf"(?:(?P<day>\d{{1,2}})\.? ?)?(?P<name>{MONTH}) ?(?P<year>\d{{4}})",
        r"(?P<month>\d{1,2})[./-](?P<year>\d{4})",
    )
)
_WEEKDAY = re.compile(r"(?i:(?:man|tirs?|tys|ons|tors|fre|lør|laur|søn|sun)dag),?\s+(?:den\s+)?")


def likely_date(text: str) -> str | None:
    """What was probably meant, as ``2021-10-12`` or ``2021-10``; None when nothing fits."""
    plain = _WEEKDAY.sub("", re.sub(r"[\u2010-\u2015]", "-", " ".join(text.split())))
    for form in _FORMS:
        found = form.fullmatch(plain)
        if found is not None:
            return _written(found.groupdict())
    return None


def _written(parts: dict[str, str | None]) -> str | None:
    year = full_year(parts["year"] or "")
    name, day = parts.get("name"), int(parts.get("day") or 0)
    month = month_number(name) if name else int(parts.get("month") or 0)
    for likely in ((month, day), (day, month)):  # «2024-14-05» has the two the wrong way round
        try:
            found = date(year, likely[0], likely[1] or 1).isoformat()
        except ValueError:
            continue
        return found if day else found[:7]
    return None
