"""Lines that were meant as known headings and are not read as such.

They are misspelt, followed by more words, bold, glued to their marks, too far in, or made an entry
of a list.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches
from functools import lru_cache

from casebook.diagnostics import Diagnostic, Span, finding
from casebook.markdown import Heading
from casebook.model.text import SectionKind
from casebook.sections.headings import item_of, plain_title, section_kind

_NAMES = {
    name.casefold(): name
    for name in (
        *("Forslag til vedtak", "Framlegg til vedtak", "Innstilling", "Tilråding"),
        *("Bakgrunn", "Vurdering", "Konklusjon", "Behandling", "Handsaming"),
        *("Votering", "Røysting", "Vedtak", "Protokolltilførsel"),
    )
}
_ALIKE = 0.85
_LONGEST = 70
_DECISIVE = frozenset(
    {SectionKind.PROPOSAL, SectionKind.RECOMMENDATION, SectionKind.VOTE, SectionKind.DECISION}
)
_BEGUN = re.compile(
    r"(?:Forslag til|Framlegg til) vedtak\b|(?:Innstilling|Tilråding|Vedtak)(?= )", re.I
)
"""A known name with more words after it: «Vedtak fra møtet»."""
_MARKED = re.compile(r"\s*(?:(?:[-*+\u2022]|\d{1,9}[.)])\s+)*#{1,6}\s*(?P<name>[^\s#].*)")
_BOLD = re.compile(r" {0,3}(?:\*\*|__)(?P<name>[^*_]{4,60})(?:\*\*|__):?")
_ALONE = re.compile(r" {0,3}(?P<name>[^\W\d_][\w ]{3,40}):?")


def unread_headings(
    headings: Sequence[Heading],
    lines: Sequence[str],
    code: Collection[int],
    known: Collection[SectionKind | None],
    path: str,
    first_line: int,
) -> Iterator[Diagnostic]:
    """A finding for each line that would be a section the text does not have otherwise.

    Args:
        headings: The headings that Markdown sees.
        lines: The lines of the text.
        code: The lines, from 1, that are in code blocks.
        known: What the sections of the text are.
        path: The file.
        first_line: The line of the file on which the text starts.
    """
    inside = any(heading.level <= 2 and item_of(heading.text) is not None for heading in headings)
    marks = "###" if inside else "##"
    taken = {heading.line for heading in headings}
    written = {line: name for line, name in _written(lines, code) if line not in taken}
    for line, name in sorted({**written, **dict(_misspelt(headings))}.items()):
        is_item = item_of(name) is not None
        if is_item or section_kind(name) not in known:
            text = lines[line - 1]
            column = len(text) - len(text.lstrip()) + 1
            span = Span(path, line + first_line - 1, column, len(text.rstrip()) + 1)
            yield finding(
                "unread-heading", span, suggestion=f"{'##' if is_item else marks} {name}", name=name
            )


def _misspelt(headings: Sequence[Heading]) -> Iterator[tuple[int, str]]:
    """Headings that are almost known ones: line and the name that was meant."""
    for heading in headings:
        if heading.level > 2 and item_of(heading.text) is not None:
            yield heading.line, plain_title(heading.text)
            continue
        meant = _almost(plain_title(heading.text)) if heading.level <= 3 else None
        if meant is not None:
            yield heading.line, meant


@lru_cache(maxsize=1024)
def _almost(title: str) -> str | None:
    if section_kind(title) is not None or item_of(title) is not None:
        return None
    longer = _BEGUN.match(title)
    if longer is not None:
        return _NAMES[longer[0].casefold()]
    close = get_close_matches(title.casefold(), _NAMES, 1, _ALIKE)
    return _NAMES[close[0]] if close else None


def _written(lines: Sequence[str], code: Collection[int]) -> Iterator[tuple[int, str]]:
    """Lines that name a section without being headings: line and name."""
    for row, line in enumerate(lines):
        text = line.strip()
        if 0 < len(text) <= _LONGEST and row + 1 not in code:
            name = _named(lines, row, line, text)
            if name is not None:
                yield row + 1, name


def _named(lines: Sequence[str], row: int, line: str, text: str) -> str | None:
    """The section that a line outside code names."""
    if "#" in text:
        marked = _MARKED.fullmatch(line)
        name = plain_title(marked["name"]) if marked else ""
        is_known = section_kind(name) is not None or item_of(name) is not None
        return name if marked and is_known else None
    found = None
    if text.startswith(("**", "__")):
        found = _BOLD.fullmatch(line.rstrip())
    elif _stands_alone(lines, row):
        found = _ALONE.fullmatch(line.rstrip())
    if found is None or section_kind(found["name"]) not in _DECISIVE:
        return None
    return plain_title(found["name"])


def _stands_alone(lines: Sequence[str], row: int) -> bool:
    return (row == 0 or not lines[row - 1].strip()) and (
        row + 1 == len(lines) or not lines[row + 1].strip()
    )
