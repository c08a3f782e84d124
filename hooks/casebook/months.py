"""Names of months as Norwegian texts write them, bokmål and nynorsk alike."""

from __future__ import annotations

import re

_NAMES = (
    r"jan(?:uar\b|\b\.?)",
    r"feb(?:ruar\b|\b\.?)",
    r"mar(?:s\b|\.)",
    r"apr(?:il\b|\b\.?)",
    r"mai\b",
    r"jun(?:i\b|\.)",
    r"jul(?:i\b|\.)",
    r"aug(?:ust\b|\b\.?)",
    r"sep(?:tember\b|t?\b\.?)",
    r"okt(?:ober\b|\b\.?)",
    r"nov(?:ember\b|\b\.?)",
    r"des(?:ember\b|\b\.?)",
)
_EACH = tuple(re.compile(name, re.IGNORECASE) for name in _NAMES)

MONTH = f"(?i:{'|'.join(_NAMES)})"
"""Pattern of a month's name, whole or shortened."""


def month_number(name: str) -> int:
    """The month that a word names, 1 to 12; 0 when it names none."""
    for number, pattern in enumerate(_EACH, 1):
        if pattern.fullmatch(name):
            return number
    return 0
