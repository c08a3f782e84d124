"""What may be said about a record: the one place that knows what is withheld from the public.

Everything that leaves the site besides its pages asks here: JSON, Markdown, feeds, tables, OParl.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from casebook.graph import Graph, Treatment
from casebook.markdown import used_definitions
from casebook.model.case import AgendaItem, Attachment, Case
from casebook.model.text import Section
from casebook.model.values import PartialDate
from casebook.model.vocabulary import NamePolicy
from casebook.outputs import addresses

_OF_TEXT = frozenset({"votes", "amendments", "disqualified", "point_outcomes"})
"""What an agenda item says of its text."""


def title(case: Case) -> str:
    """A published case's title; empty when the title itself is withheld."""
    return "" if case.title_withheld else case.title


def summary(case: Case) -> str:
    """The lead, which goes with the title."""
    return "" if case.title_withheld else case.summary


def legal_basis(treatment: Treatment) -> str:
    """The legal basis for withholding a treatment's text; empty when it is public."""
    found = (treatment.item.exempt, treatment.case.exempt)
    return next((e.legal_basis for e in found if e is not None and e.hides_content), "")


def sections(case: Case) -> Iterator[Section]:
    """The public sections of a case in file order.

    A section that only makes sense in a meeting goes with its treatment; when there is one
    treatment, such a section is that treatment's also when it does not name it.
    """
    if case.content_withheld:
        return
    closed = {own.id for own in case.agenda_items if own.content_withheld}
    alone = len(case.agenda_items) == 1 and bool(closed)
    for section in case.text.sections:
        of_item = section.kind is not None and section.kind.belongs_to_item
        if section.item_id in closed or (alone and of_item):
            continue
        yield section


def lead(case: Case) -> str:
    """The text before the first heading."""
    return "" if case.content_withheld else case.text.lead


def link_definitions(case: Case) -> str:
    """The link definitions that public text uses; those of a withheld text go with it."""
    texts = (lead(case), *(section.source for section in sections(case)))
    return used_definitions(case.text.references, texts)


def attachment_title(attachment: Attachment) -> str:
    """An attachment's title; empty when the title itself is withheld."""
    exempt = attachment.exempt
    hidden = exempt is not None and exempt.hides_title
    return "" if hidden else attachment.title


def attachment_note(attachment: Attachment) -> str:
    """What is noted of a public attachment; a note on a withheld one tells what it is."""
    return "" if attachment.exempt is not None else attachment.note


def item(treatment: Treatment) -> AgendaItem:
    """The agenda item as the public may see it.

    Votes and what was moved go with a withheld text; who was disqualified tells whom it is about.
    """
    if not treatment.withheld:
        return treatment.item
    doubts = {name: why for name, why in treatment.item.doubts.items() if name not in _OF_TEXT}
    return replace(treatment.item, votes=(), amendments=(), disqualified=(), doubts=doubts)


def removed_on(case: Case) -> PartialDate | None:
    """The day that a case was taken down, by hand or because its personal data had to go."""
    if case.retraction is not None:
        return case.retraction.date
    return case.personal_data.removed_on if case.personal_data is not None else None


def note_of(graph: Graph, source: Case | None, note: str) -> str:
    """What a case notes of another; gone with the case that says it."""
    return note if source is None or graph.is_published(source) else ""


def names_published(graph: Graph) -> bool:
    """Whether the region publishes who voted what by name."""
    return graph.region.name_policy is NamePolicy.ELECTED


def listed_summary(case: Case) -> str:
    """The lead as lists show it; personal data in it stays on the case's own page."""
    return "" if case.personal_data is not None else summary(case)


def indexable(graph: Graph, case: Case) -> bool:
    """Whether search engines may keep the case: not when it holds personal data."""
    return case.personal_data is None and graph.is_published(case)


def personal_pages(graph: Graph) -> Iterator[str]:
    """Pages of published cases that hold personal data, by every name that each case has had."""
    for case in graph.published_cases:
        if case.personal_data is not None:
            yield from (addresses.case(name) for name in (case.id, *case.aliases))
