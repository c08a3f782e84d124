"""Recognises the numbers that open a point: ``1.``, ``1.Tekst``, ``3.1``, ``1.a``, ``a)``, ``ii)``.

Works on single lines and knows nothing of the points before; ``casebook.points.fit`` decides
whether a mark fits where it stands. A date ("25. mai 2021 …") and an ordinal ("1. halvår …") are
never marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from casebook.months import MONTH

TAB = 4


class MarkKind(StrEnum):
    """The kind of number."""

    NUMBER = "number"
    LETTER = "letter"
    ROMAN = "roman"
    PATH = "path"
    """A number of several parts, such as 3.1 or 1.a."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A number at the start of a line."""

    kind: MarkKind
    parts: tuple[str, ...]
    """The parts of the number in lower case: ``("3", "1")``."""
    closing: str
    """What closes the number: ``.``, ``)`` or nothing."""
    label: str
    """As written: ``3.1``, ``a)``."""
    indent: int
    """Columns of white space before it."""
    content: int
    """The column, from 0, where the text after it starts."""
    text: str
    """The rest of the line."""

    @property
    def number(self) -> str:
        """As written, without closing punctuation."""
        return self.label.rstrip(".)")

    @property
    def value(self) -> int:
        """The place in its sequence: 3 for ``3``, 2 for ``b``, 1 for ``3.1``."""
        last = self.parts[-1]
        if last.isdigit():
            return int(last)
        return roman(last) if self.kind is MarkKind.ROMAN else letter(last)

    def as_roman(self) -> Mark | None:
        """The same mark read as a Roman numeral, where that is possible."""
        if self.kind is not MarkKind.LETTER or not roman(self.parts[-1]):
            return None
        return Mark(
            MarkKind.ROMAN,
            self.parts,
            self.closing,
            self.label,
            self.indent,
            self.content,
            self.text,
        )


_ORDINALS = r"kvartal|halvår|tertial|ledd|gangs|gongs|termin|klasse|juledag|påskedag|pinsedag"
_PATH = re.compile(r"([0-9]{1,3}(?:\.[1-9][0-9]?){1,3})([.)]?)(?=\s|$|[A-ZÆØÅ«“\"(*\[])")
_PATH_LETTER = re.compile(r"([0-9]{1,3}\.?[a-zæøå])([.)])(?=\s|$)|([0-9]{1,3}\.[a-hj-zæ])()(?=\s)")
_NUMBER = re.compile(
    rf"([0-9]{{1,3}})(\.\)|[.)])(?![0-9.)])(?!\s?[-–]\s?[0-9])(?!\s?{MONTH})(?!\s(?:{_ORDINALS})\b)"
)
_LETTER = re.compile(r"([a-zæøå])(\)|\.(?=\s|$))|([A-ZÆØÅ])(\))")
_ROMAN = re.compile(r"([ivx]{2,5})(\)|\.(?=\s|$))")
_ROMAN_VALID = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")
_PARTS = re.compile(r"[0-9]+|[a-zæøå]")
_ALPHABET = "abcdefghijklmnopqrstuvwxyzæøå"


def find_mark(line: str) -> Mark | None:
    """The mark at the start of a line, if there is one."""
    flat = line.replace("\u00a0", " ").expandtabs(TAB).rstrip()
    body = flat.lstrip(" ")
    if not body or not (body[0] in "0123456789" or body[1:2] in {")", "."} or body[0] in "ivx"):
        return None
    indent = len(flat) - len(body)
    for kind, pattern in _PATTERNS:
        found = pattern.match(body)
        if found is not None:
            return _mark(kind, found, body, indent)
    return None


_PATTERNS = (
    (MarkKind.PATH, _PATH),
    (MarkKind.PATH, _PATH_LETTER),
    (MarkKind.NUMBER, _NUMBER),
    (MarkKind.ROMAN, _ROMAN),
    (MarkKind.LETTER, _LETTER),
)


def _mark(kind: MarkKind, found: re.Match[str], body: str, indent: int) -> Mark | None:
    number, closing = (group for group in found.groups() if group is not None)
    lowered = number.lower()
    parts = tuple(_PARTS.findall(lowered)) if kind is MarkKind.PATH else (lowered,)
    if kind is MarkKind.ROMAN and not roman(lowered):
        return None
    rest = body[found.end() :]
    text = rest.lstrip(" ")
    content = indent + found.end() + (len(rest) - len(text) if text else 1)
    label = found.group()
    plain = tuple(part.lstrip("0") or "0" if part.isdecimal() else part for part in parts)
    return Mark(kind, plain, closing[-1:], label, indent, content, text)


def letter(text: str) -> int:
    """The place of a letter in the alphabet, from 1."""
    return _ALPHABET.find(text) + 1


def roman(text: str) -> int:
    """The value of a small Roman numeral up to 39; 0 when it is none."""
    if not text or _ROMAN_VALID.fullmatch(text) is None:
        return 0
    values = [{"i": 1, "v": 5, "x": 10}[sign] for sign in text]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)
