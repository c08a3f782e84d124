"""How pages say things in Norwegian: texts of the locale files, dates, and the kinds of nothing."""

from __future__ import annotations

from functools import cache
from typing import Any

import yaml

from tests.support.facts.raw import gap
from tests.support.locales import FOLDER

MONTHS = (
    "januar februar mars april mai juni juli august september oktober november desember".split()
)


@cache
def texts(language: str) -> dict[str, str]:
    """Every text of a language."""
    merged: dict[str, str] = {}
    for path in sorted(FOLDER.glob(f"*.{language}.yml")):
        merged |= yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts only
    return merged


class Speech:
    """The words of one page's language."""

    def __init__(self, language: str) -> None:
        """Speak ``nb`` or ``nn``."""
        self.language = language
        self.texts = texts(language)

    def __call__(self, key: str, **values: object) -> str:
        """A text with its placeholders filled in."""
        return self.texts[key].format(**values) if values else self.texts[key]

    def nothing(self, value: Any) -> str:
        """The words for a gap as the file writes it."""
        return self(f"nothing_{gap(value)}")

    def date(self, value: Any) -> str:
        """A date in words, as far as it is known; «senest» before a latest one."""
        if isinstance(value, dict):
            whole_day = str(value["senest"]).count("-") == 2
            key = "date.latest" if whole_day else "date.latest_in"
            return self(key, date=self.date(value["senest"]))
        parts = str(value).split("-")
        words = parts[0]
        if len(parts) > 1:
            words = f"{MONTHS[int(parts[1]) - 1]} {words}"
        return f"{int(parts[2])}. {words}" if len(parts) > 2 else words


def machine_date(value: Any) -> str:
    """A date as ``time`` elements hold it."""
    return str(value["senest"] if isinstance(value, dict) else value)
