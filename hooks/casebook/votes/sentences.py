"""Divides a Votering section into sentences, each with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casebook.votes.words import CARRIED, LOST

_END = re.compile(r"(?<=[.!?;])\s+(?=[A-ZÆØÅ«\"0-9])")
_ABBREVIATION = re.compile(r"\b(?:nr|pkt|jf|bl\.a|ca|kl|mv|m\.m|f\.eks)\.\s+$", re.IGNORECASE)
_REACH = 16
_BULLET = re.compile(r"\s*(?:[-*+]\s+|>\s?)+")
_MARKS = re.compile(r"\*\*|__|(?<!\w)[*_]|[*_](?!\w)|`")
_LABEL = re.compile(
    r"(?:(?:votering|avstem[nm]ing|røysting)(?: over| om)? ?)?"
    r"(?P<about>(?:punkt|pkt|\w*forslag|framlegg|innstilling|tilråding)\w*\b[^:]{0,80}?)?:\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; line and column count from 1 within the section."""

    text: str
    line: int
    column: int
    is_label: bool = False
    """Whether it only says what the next vote is about."""


def is_table(source: str) -> bool:
    """Whether a table stands in the section."""
    return any(line.lstrip().startswith("|") for line in source.split("\n"))


def sentences(source: str) -> Iterator[Sentence]:
    """The sentences of a section; each list item and each heading begins a new one."""
    for block in _blocks(source.split("\n")):
        text = " ".join(words for _, _, words in block)
        if block[0][2].startswith("#"):
            yield Sentence(_plain(text).strip("# ").rstrip(":"), block[0][0], 1, is_label=True)
            continue
        for start, end in _stretches(text):
            line, column = _place(block, start)
            yield from _labelled(_plain(text[start:end]), line, column)


def _labelled(text: str, line: int, column: int) -> Iterator[Sentence]:
    found = _LABEL.match(text)
    if found is not None and found.end() and not _tells(found["about"] or ""):
        if found["about"]:
            yield Sentence(found["about"].strip(), line, column, is_label=True)
        text = text[found.end() :].strip()
    if text.endswith(":"):
        yield Sentence(text.rstrip(": "), line, column, is_label=True)
    elif text:
        yield Sentence(text, line, column)


def _tells(words: str) -> bool:
    """Whether the words before a colon already tell how the vote went."""
    return LOST.search(words) is not None or CARRIED.search(words) is not None


_Block = list[tuple[int, int, str]]


def _blocks(lines: list[str]) -> Iterator[_Block]:
    """Paragraphs as lists of line, column and text."""
    block: _Block = []
    for number, line in enumerate(lines, 1):
        bullet = _BULLET.match(line)
        words = line[bullet.end() :].strip() if bullet else line.strip()
        starts = bullet is not None or words.startswith("#") or line.lstrip().startswith("|")
        if block and (not words or starts or block[-1][2].startswith("#")):
            yield block
            block = []
        if words:
            block.append((number, line.find(words) + 1, words))
    if block:
        yield block


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _END.finditer(text):
        if _ABBREVIATION.search(text, max(0, gap.end() - _REACH), gap.end()):
            continue
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def _place(block: _Block, offset: int) -> tuple[int, int]:
    for line, column, words in block:
        if offset <= len(words):
            return line, column + offset
        offset -= len(words) + 1
    return block[-1][0], block[-1][1]


def _plain(text: str) -> str:
    return " ".join(_MARKS.sub("", text).replace("\\", "").split())
