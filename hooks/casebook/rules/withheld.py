"""What is withheld, and what beside it stays public although the same may be said there."""

from __future__ import annotations

from collections.abc import Iterator

from casebook.diagnostics import Diagnostic, Note, Span, finding
from casebook.graph import Graph
from casebook.model.case import Case
from casebook.model.text import SectionKind
from casebook.model.values import Record


def left_public(graph: Graph) -> Iterator[Diagnostic]:
    """A text that is withheld may stand beside what says the same to everybody."""
    for case in graph.published_cases:
        hidden = [item for item in case.agenda_items if item.content_withheld]
        if case.exempt is not None and case.content_withheld:
            note, whole = Note(case.exempt.origin.span), "@withheld.case"
            for span, what, name in (*_attachments(case), *_follow_ups(graph, case)):
                yield _public(span, note, what=what, name=name, whole=whole)
        elif hidden and hidden[0].exempt is not None:
            note, whole = Note(hidden[0].exempt.origin.span), "@withheld.item"
            every = len(hidden) == len(case.agenda_items)
            beside = _attachments(case) if every else iter(())
            found = (*beside, *_sections(case, every=every), *_follow_ups(graph, case))
            for span, what, name in found:
                yield _public(span, note, what=what, name=name, whole=whole)


def _public(span: Span, note: Note, **params: str) -> Diagnostic:
    return finding("public-beside-withheld", span, related=[note], **params)


def _attachments(case: Case) -> Iterator[tuple[Span, str, str]]:
    for attachment in case.attachments:
        if attachment.exempt is None and (attachment.file or attachment.link):
            yield _at(attachment, "title"), "@withheld.attachment", attachment.title


def _follow_ups(graph: Graph, case: Case) -> Iterator[tuple[Span, str, str]]:
    """What is followed up of a withheld decision."""
    for state in graph.follow_ups[case.id]:
        if case.content_withheld or (state.treatment is not None and state.treatment.withheld):
            follow_up = state.follow_up
            yield _at(follow_up, "action"), "@withheld.follow-up", follow_up.action


def _sections(case: Case, *, every: bool) -> Iterator[tuple[Span, str, str]]:
    """Shared parts of the text: the proposal, and all of them when no treatment is public."""
    for section in case.text.sections:
        shared = not section.item_id and not (section.kind and section.kind.belongs_to_item)
        if shared and (every or section.kind is SectionKind.PROPOSAL):
            yield section.span, "@withheld.section", section.title


def _at(record: Record, key: str) -> Span:
    return record.origin.at(key)
