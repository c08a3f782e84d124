"""The text of a record as parts of a search document, each with its place on the page.

Only text that stands on the page goes in. It is taken from the source, not from the rendered page,
which other processes make.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from casebook.extraction import Page
from casebook.graph import Treatment
from casebook.markdown import scan, text_of
from casebook.markdown.slugs import Slugs
from casebook.model.case import Attachment, Case
from casebook.model.text import CaseText, Point, Section, SectionKind
from casebook.outputs.pages.case_decisions import text_heading
from casebook.outputs.pages.case_papers import paper_sections, section_anchors
from casebook.outputs.pages.prose import published_files
from casebook.outputs.pages.view import View
from casebook.outputs.search_votes import local_parts, vote_parts
from casebook.search import SearchPart

PageTexts = Mapping[tuple[str, str], tuple[Page, ...]]
"""Text of attachments page by page, by record id and file name."""

_HEADING = re.compile(r"^ {0,3}(?:#{1,6}[ \t]|=+[ \t]*$|-+[ \t]*$)", re.MULTILINE)
"""What a heading in a section looks like, or the line under it."""
_OF_TREATMENT = (SectionKind.RECOMMENDATION, SectionKind.DEBATE, SectionKind.STATEMENT)
"""Sections that the page shows with the treatment, besides the decision itself."""


def case_parts(view: View, case: Case, texts: PageTexts) -> Iterator[SearchPart]:
    """Everything that the page of a case says in its own words."""
    if not case.title_withheld:
        yield SearchPart(case.summary)
    if case.content_withheld:
        return
    for treatment in view.graph.treatments[case.id]:
        yield from _treatment_parts(view, treatment, case.text.references)
    yield from text_parts(case.text, paper_sections(case))
    for follow_up in case.follow_ups:
        anchor = f"oppfolging-{follow_up.id}"
        text = "\n".join((follow_up.action, *(entry.text for entry in follow_up.log)))
        yield SearchPart(text, anchor, view.words("follow_up_heading"))
    yield from local_parts(view, case)
    yield from _attachment_parts(view, case, texts)


def _treatment_parts(view: View, treatment: Treatment, references: str) -> Iterator[SearchPart]:
    yield from _decision_parts(view, treatment, references)
    item = treatment.item
    for kind in _OF_TREATMENT:
        for section in treatment.sections(kind):
            yield SearchPart(text_of(section.source, references), item.id, section.title)
    if not treatment.withheld:
        texts = (f"{amendment.moved_by} {amendment.text}".strip() for amendment in item.amendments)
        yield from (SearchPart(text, item.id) for text in texts if text)
        yield from vote_parts(view, treatment)


def _decision_parts(view: View, treatment: Treatment, references: str) -> Iterator[SearchPart]:
    section = treatment.decision
    if section is None:
        return
    label = text_heading(view, treatment)
    if not section.points:
        text = text_of(section.source, references)
        yield SearchPart(text, treatment.anchor, label, "decision")
        return
    for around in filter(str.strip, (section.lead, section.tail)):
        yield SearchPart(text_of(around, references), treatment.anchor, label, "decision")
    for point in section.points:
        name = f"{label}, {view.words('point_number', number=point.number)}"
        text = text_of(_whole(point), references)
        yield SearchPart(text, treatment.point_anchor(point), name, "decision")


def _whole(point: Point) -> str:
    inner = "\n\n".join(_whole(sub) for sub in point.subpoints)
    return f"{point.lead}\n\n{point.source}\n\n{inner}\n\n{point.tail}"


def text_parts(text: CaseText, sections: Iterable[Section]) -> Iterator[SearchPart]:
    """The text before the first heading, and each section with its own headings as places."""
    if text.lead.strip():
        yield SearchPart(text_of(text.lead, text.references))
    for anchor, section in section_anchors(list(sections)):
        if section.kind is not SectionKind.VOTE:
            yield SearchPart(section.title, anchor, section.title, "heading")
        if _HEADING.search(section.source):
            yield from _divided(anchor, section, text.references)
        else:
            yield SearchPart(text_of(section.source, text.references), anchor, section.title)


def _divided(anchor: str, section: Section, references: str) -> Iterator[SearchPart]:
    """A section cut at its headings, which have the anchors that the page gives them."""
    slugs = Slugs(f"{anchor}-")
    lines = section.source.split("\n")
    start, place, title = 0, anchor, section.title
    for heading in scan(section.source).headings:
        text = "\n".join(lines[start : heading.line - 1])
        yield SearchPart(text_of(text, references), place, title)
        start, place, title = heading.end_line, slugs.make(heading.text), heading.text
        yield SearchPart(title, place, title, "heading")
    yield SearchPart(text_of("\n".join(lines[start:]), references), place, title)


def _attachment_parts(view: View, case: Case, texts: PageTexts) -> Iterator[SearchPart]:
    files = published_files(view.graph, case.id) if case.attachments else {}
    for place, attachment in enumerate(case.attachments, start=1):
        if attachment.exempt is not None:
            continue
        anchor = f"vedlegg-{place}"
        yield SearchPart(attachment.title, anchor, attachment.title, "attachment")
        if attachment.file in files:
            pages = texts.get((case.id, attachment.file), ())
            yield from _file_parts(attachment, anchor, files[attachment.file], pages)


def _file_parts(
    attachment: Attachment, anchor: str, url: str, pages: Iterable[Page]
) -> Iterator[SearchPart]:
    for page in pages:
        label = page_label(attachment.title, page)
        yield SearchPart(page.text, anchor, label, "attachment", url, page.number)


def page_label(title: str, page: Page) -> str:
    """The name of a file, with that of the sheet."""
    return f"{title} ({page.label})" if page.label else title
