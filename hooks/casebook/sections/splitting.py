"""Divides the body of a case file into sections with meaning.

Only headings that stand by themselves count, as the CommonMark engine sees them: not those in a
quotation, a list or a code block. Known headings count on one level: ``##``, and ``###`` under a
meeting heading. Every line of the body ends up in exactly one section or in the text before them,
but for known headings with nothing under them: a new file has those, to be filled in, and what is
not written yet is absent, like a field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from sys import intern

from casebook.diagnostics import Diagnostic, Span
from casebook.markdown import (
    Definition,
    Heading,
    engine,
    find_raw_html,
    find_unsafe_links,
    scan,
    span_of,
    without_definitions,
)
from casebook.model.text import CaseText, Section, SectionKind, TextLink
from casebook.points import parse_points
from casebook.sections.checks import check_sections, unclosed_fences, unknown_item
from casebook.sections.headings import item_of, plain_title, section_kind
from casebook.sections.pasted import pasted_bullets, tabbed_tables
from casebook.sections.unread import unread_headings

_HARD_SPACE = re.compile(r"^( {0,3}#{1,6})[\u00a0\u2007\u202f]", re.MULTILINE)
"""A hard space after the marks of a heading, as word processors paste it; in the fields too, one
counts as a space where the form needs one."""


def split_sections(
    body: str, path: str = "", first_line: int = 1, item_ids: Sequence[str] = ()
) -> tuple[CaseText, list[Diagnostic]]:
    """Divide a body into sections, and report what in it is misplaced, unsafe or cannot be shown.

    Args:
        body: The text of the file after its front matter.
        path: The file, for findings.
        first_line: The line in the file on which ``body`` starts.
        item_ids: The ids of the case's agenda items.
    """
    body = _HARD_SPACE.sub(r"\1 ", body.replace("\r\n", "\n").replace("\r", "\n"))
    splitter = _Splitter(body.split("\n"), path, first_line, tuple(item_ids))
    seen = scan(body)
    headings = seen.headings
    cuts = list(splitter.cuts(headings))
    lead, lead_line = splitter.source(0, cuts[0].first if cuts else len(splitter.lines) + 1)
    ends = [*(cut.first for cut in cuts[1:]), len(splitter.lines) + 1][: len(cuts)]
    problems: list[Diagnostic] = splitter.problems
    sections = []
    for cut, end in zip(cuts, ends, strict=True):
        section = splitter.section(cut, end)
        if not cut.is_item or section.source:
            sections.append(_with_points(section, path, problems))
    links = tuple(TextLink(link.target, span_of(link, path, first_line)) for link in seen.links)
    text = CaseText(lead, lead_line, tuple(sections), _references(body), links)
    problems.extend(check_sections(text, headings, path, first_line, tuple(item_ids)))
    problems.extend(unclosed_fences(seen.fences, splitter.lines, path, first_line))
    code = {line for first, last in seen.fences for line in range(first, last + 1)}
    problems.extend(pasted_bullets(splitter.lines, code, path, first_line))
    problems.extend(tabbed_tables(splitter.lines, code, path, first_line))
    known = {section.kind for section in text.sections}
    problems.extend(unread_headings(headings, splitter.lines, code, known, path, first_line))
    problems.extend(find_raw_html(body, path, first_line))
    problems.extend(find_unsafe_links(body, path, first_line))
    text = replace(text, sections=tuple(filter(_says_something, text.sections)))
    return text, sorted(problems, key=lambda problem: problem.sort_key)


@dataclass(frozen=True, slots=True)
class _Cut:
    """A heading at which a section begins; lines count from 1 within the body."""

    heading: Heading
    title: str
    item: str | None
    kind: SectionKind | None
    is_item: bool = False

    @property
    def first(self) -> int:
        return self.heading.line


@dataclass(slots=True)
class _Splitter:
    lines: list[str]
    path: str
    first_line: int
    items: tuple[str, ...]
    problems: list[Diagnostic] = field(default_factory=list)

    def cuts(self, headings: Sequence[Heading]) -> Iterator[_Cut]:
        """The headings that begin a section, with what they mean."""
        item: str | None = None
        inside = False
        for heading in headings:
            title = intern(plain_title(heading.text))  # most cases share their headings
            named = item_of(title) if heading.level <= 2 else None
            if named is not None:
                item, inside = self.item(named, heading), True
                yield _Cut(heading, title, item, None, is_item=True)
            elif heading.level <= 2:
                inside = False
                kind = section_kind(title)
                yield _Cut(heading, title, self.owner(kind), kind)
            elif heading.level == 3 and inside:
                yield _Cut(heading, title, item, section_kind(title))

    def item(self, named: str, heading: Heading) -> str | None:
        """The agenda item that a meeting heading names."""
        if named in self.items:
            return named
        if not named and len(self.items) == 1:
            return self.items[0]
        line = self.lines[heading.line - 1]
        self.problems.append(
            unknown_item(named, self.items, self.path, heading.line + self.first_line - 1, line)
        )
        return named or None

    def owner(self, kind: SectionKind | None) -> str | None:
        """The agenda item of a plain ``##`` section: the only one there is, when it needs one."""
        if kind is not None and kind.belongs_to_item and len(self.items) == 1:
            return self.items[0]
        return None

    def source(self, after: int, end: int) -> tuple[str, int]:
        """The lines between two headings, without empty ones around, and where they start."""
        first, last = after, end - 1
        while first < last and not self.lines[first].strip():
            first += 1
        while last > first and not self.lines[last - 1].strip():
            last -= 1
        return "\n".join(self.lines[first:last]), first + self.first_line

    def section(self, cut: _Cut, end: int) -> Section:
        """The section that begins at a heading."""
        source, first_line = self.source(cut.heading.end_line, end)
        line = self.lines[cut.first - 1]
        column = len(line) - len(line.lstrip()) + 1
        number = cut.first + self.first_line - 1
        span = Span(self.path, number, column, len(line.rstrip()) + 1)
        return Section(cut.kind, cut.title, cut.heading.level, source, span, first_line, cut.item)


def _says_something(section: Section) -> bool:
    """Whether a section is more than a known heading; an unknown one is the writer's own words."""
    return section.kind is None or bool(without_definitions(section.source).strip())


def _with_points(section: Section, path: str, problems: list[Diagnostic]) -> Section:
    if section.kind is None or not section.kind.has_points:
        return section
    text, found = parse_points(section.source, path, section.first_line)
    problems.extend(found)
    if not text.points:
        return section
    return replace(section, lead=text.lead, points=text.points, tail=text.tail)


def _references(body: str) -> str:
    """The body's link definitions as Markdown, for rendering its parts one by one."""
    if "]:" not in body:
        return ""
    return "\n".join(_written(definition) for definition in engine().definitions(body))


def _written(definition: Definition) -> str:
    address = definition.address.replace("<", "%3C").replace(">", "%3E")
    quoted = definition.title.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f"[{definition.label}]: <{address}>" + (f' "{quoted}"' if quoted else "")
