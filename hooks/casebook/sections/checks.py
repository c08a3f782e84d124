"""What can be wrong with the division of a case file into sections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from casebook.diagnostics import Diagnostic, Note, Span, finding
from casebook.markdown import Heading
from casebook.model.text import CaseText, Section, SectionKind
from casebook.sections.headings import plain_title, section_kind

_ONCE = frozenset(
    {SectionKind.PROPOSAL, SectionKind.RECOMMENDATION, SectionKind.VOTE, SectionKind.DECISION}
)
_FENCE = re.compile(r".*?(?P<mark>`{3,}|~{3,})")
_IMPORTANT = frozenset({SectionKind.DECISION, SectionKind.VOTE})


def unknown_item(
    named: str, items: Sequence[str], path: str, line_number: int, line: str
) -> Diagnostic:
    """A meeting heading names an agenda item that the case does not have."""
    column = line.rfind(named) + 1 if named else 1
    span = Span(path, line_number, max(column, 1), max(column, 1) + len(named or line.rstrip()))
    close = get_close_matches(named, items, 1, 0.5) if named else []
    known = ", ".join(items) if items else "ingen"
    return finding(
        "unknown-agenda-item",
        span,
        suggestion=close[0] if close else None,
        item=named or "–",
        known=known,
    )


def check_sections(
    text: CaseText,
    headings: Sequence[Heading],
    path: str,
    first_line: int,
    items: Sequence[str],
) -> Iterator[Diagnostic]:
    """All findings about a divided text."""
    yield from _top_headings(headings, path, first_line)
    yield from _duplicates(text.sections)
    yield from _homeless(text.sections, items)
    yield from _wrong_level(text, headings, path, first_line)


def _top_headings(headings: Sequence[Heading], path: str, first_line: int) -> Iterator[Diagnostic]:
    for heading in headings:
        if heading.level == 1:
            span = Span(path, heading.line + first_line - 1)
            yield finding("top-level-heading", span, title=heading.text)


def _duplicates(sections: Sequence[Section]) -> Iterator[Diagnostic]:
    seen: dict[tuple[str | None, object], Section] = {}
    for section in sections:
        if section.kind is None or section.kind is SectionKind.STATEMENT:
            continue
        name = section.kind if section.kind in _ONCE else section.title.casefold()
        first = seen.setdefault((section.item_id, name), section)
        if first is not section:
            yield finding(
                "duplicate-section", section.span, related=[Note(first.span)], title=section.title
            )


def _homeless(sections: Sequence[Section], items: Sequence[str]) -> Iterator[Diagnostic]:
    if len(items) < 2:
        return
    for section in sections:
        if section.level > 2 or section.item_id is not None or section.kind is None:
            continue
        if section.kind.belongs_to_item:
            yield finding(
                "section-without-item", section.span, title=section.title, items=", ".join(items)
            )


def _wrong_level(
    text: CaseText, headings: Sequence[Heading], path: str, first_line: int
) -> Iterator[Diagnostic]:
    """A decision or vote whose heading is on a level where it does not count."""
    taken = {section.span.line for section in text.sections}
    known = {section.kind for section in text.sections}
    for heading in headings:
        line = heading.line + first_line - 1
        kind = section_kind(heading.text)
        if line not in taken and kind in _IMPORTANT - known:
            title = plain_title(heading.text)
            yield finding("section-level", Span(path, line), title=title)


def unclosed_fences(
    fences: Sequence[tuple[int, int]], lines: Sequence[str], path: str, first_line: int
) -> Iterator[Diagnostic]:
    """A fence without its end: everything after it is code, headings too."""
    for first, last in fences:
        opening = _FENCE.match(lines[first - 1])
        if opening is None:
            continue
        mark = opening["mark"]
        end = lines[last - 1].strip(" \t>")
        if last == first or len(end) < len(mark) or end.strip(mark[0]):
            span = Span(path, first + first_line - 1, opening.start("mark") + 1, opening.end() + 1)
            yield finding("unclosed-code", span, mark=mark)
