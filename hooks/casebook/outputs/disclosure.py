"""What may be said about a record: the one place that knows what is withheld from the public.

Everything that leaves the site besides its pages asks here: JSON, Markdown, feeds, tables, OParl.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
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
_OF_TITLE = frozenset({"title", "summary"})
_OF_FILE = frozenset({"file", "link", "note"})


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


def item(treatment: Treatment) -> AgendaItem:
    """The agenda item as the public may see it.

    Votes and what was moved go with a withheld text; who was disqualified tells whom it is about.
    """
    return _item(treatment.item, withheld=treatment.withheld)


def _item(item: AgendaItem, *, withheld: bool) -> AgendaItem:
    if not withheld:
        return item
    doubts = without(item.doubts, _OF_TEXT)
    return replace(item, votes=(), amendments=(), disqualified=(), doubts=doubts)


def attachment(attachment: Attachment) -> Attachment:
    """An attachment as the public may see it; a withheld one has no file, address or note."""
    exempt = attachment.exempt
    if exempt is None:
        return attachment
    title = "" if exempt.hides_title else attachment.title
    hidden = _OF_FILE | _OF_TITLE if exempt.hides_title else _OF_FILE
    doubts = without(attachment.doubts, hidden)
    return replace(attachment, title=title, file="", link="", note="", doubts=doubts)


def case(case: Case) -> Case:
    """The fields of a published case as the public may see them; its text is not among them."""
    withheld, held = case.content_withheld, case.personal_data
    return replace(
        case,
        title=title(case),
        summary=summary(case),
        doubts=without(case.doubts, _OF_TITLE) if case.title_withheld else case.doubts,
        agenda_items=tuple(
            _item(one, withheld=withheld or one.content_withheld) for one in case.agenda_items
        ),
        attachments=tuple(map(attachment, case.attachments)),
        personal_data=replace(held, reason="", doubts=without(held.doubts, {"reason"}))
        if held is not None
        else None,
    )


def without(doubts: Mapping[str, str], hidden: Collection[str]) -> dict[str, str]:
    """Doubts of the fields that are not hidden."""
    return {name: why for name, why in doubts.items() if name not in hidden}


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
