"""The page of a case: the decision first, then what became of it, then the papers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from casebook.graph import Graph
from casebook.graph.timelines import case_timeline
from casebook.model.case import Case
from casebook.outputs import addresses, disclosure
from casebook.outputs.doubts import doubt_views
from casebook.outputs.keys import Keys
from casebook.outputs.pages.case_changes import change_views as difference_views
from casebook.outputs.pages.case_decisions import decision_views
from casebook.outputs.pages.case_links import link_groups
from casebook.outputs.pages.case_municipalities import adoption_view, left_note, municipality_rows
from casebook.outputs.pages.case_notices import notice_views
from casebook.outputs.pages.case_papers import (
    attachment_views,
    paper_views,
    source_views,
)
from casebook.outputs.pages.change_log import change_log
from casebook.outputs.pages.linking import case_linking
from casebook.outputs.pages.page import Page, PlannedPage
from casebook.outputs.pages.prose import Prose
from casebook.outputs.pages.rows import case_row, deadline_view, follow_up_row
from casebook.outputs.pages.thread import thread_view
from casebook.outputs.pages.view import View


def case_pages(graph: Graph, keys: Keys) -> Iterator[PlannedPage]:
    """A page per published case, and a tombstone per case that was taken down."""
    for case in graph.cases.values():
        uri = addresses.page_file(addresses.case(case.id))
        make = partial(case_page, graph, case)
        yield PlannedPage(uri, make, keys.of_case(case, "page"), case.origin.path)


def case_page(graph: Graph, case: Case) -> Page:
    """The page of one case."""
    address = addresses.case(case.id)
    language = case.language or graph.region.language
    view = View(graph, language, addresses.page_file(address))
    published = graph.is_published(case)
    number = view.number(graph.states[case.id].treatment)
    crumbs = (
        {"href": view.to(""), "label": view.words("home")},
        {"href": view.to("saker/"), "label": view.words("nav_cases")},
        {"label": number or view.title(case.id)},
    )
    return Page(
        address=address,
        kind="case",
        section="cases",
        template="pages/case.html" if published else "pages/tombstone.html",
        title=_page_title(view, case, published=published),
        qualifier=number or (_when(view, case) if published else ""),
        view=_view(view, case) if published else _tombstone(view, case),
        language=language,
        description=case.summary if published and not case.title_withheld else "",
        robots="noindex" if case.personal_data or not published else "index,follow",
        breadcrumb=crumbs,
        source=case.origin.path,
    )


def _page_title(view: View, case: Case, *, published: bool) -> str:
    """The title; a page that cannot name its case names its address, so that no two are alike."""
    title = view.title(case.id)
    return title if published and not case.title_withheld else f"{title} ({case.id})"


def _when(view: View, case: Case) -> str:
    """What tells a case without a number from others of its title: its day, or its year."""
    treatment = view.graph.states[case.id].treatment
    if treatment is None or treatment.date is None:
        return str(view.graph.year_of(case) or "")
    return view.likely(view.words.date(treatment.date), treatment.date_doubt)


def _view(view: View, case: Case) -> dict[str, Any]:
    graph = view.graph
    prose = Prose(view, case.id, case.text.references)
    decisions = decision_views(view, case, prose)
    follow_ups = [follow_up_row(view, s, on_case=True) for s in graph.follow_ups[case.id]]
    return {
        "row": case_row(view, case),
        "case_id": case.id,
        "title": view.title(case.id),
        "summary": "" if case.title_withheld else case.summary,
        "notices": notice_views(view, case),
        "facts": case_facts(view, case),
        "verbatim": case.verbatim,
        "decisions": decisions,
        "changes": difference_views(view, case),
        "municipalities": municipality_rows(view, case),
        "adoption": adoption_view(view, case),
        "left": left_note(view, case),
        "required": _required(view, case),
        "follow_ups": follow_ups,
        "papers": paper_views(case, prose),
        "text_empty": case.text.is_empty,
        "attachments": attachment_views(view, case, prose),
        "attachments_gap": view.gap(case, "attachments"),
        "sources": source_views(view, case.sources),
        "thread": thread_view(view, case_timeline(graph, case), case.id),
        "link_groups": link_groups(view, case),
        "suggestions": [view.case_link(key) for key in graph.suggestions.get(case.id, ())],
        "doubts": doubt_views(view, case),
        "missing": [{"label": view.words(f"missing.{part}")} for part in graph.lacks[case.id]],
        "change_log": change_log(view, case),
        "topics": [view.topic_link(topic) for topic in case.topics],
        "processes": [view.process_link(process) for process in case.processes],
        "contact": case.contact,
        "linking": case_linking(view, case),
    }


def _tombstone(view: View, case: Case) -> dict[str, Any]:
    retraction = case.retraction
    replaced = retraction.replaced_by if retraction else ""
    return {
        "lead": view.words("tombstone_lead"),
        "title": view.title(case.id),
        "date": view.day(disclosure.removed_on(case)),
        "reason": retraction.reason if retraction else view.words("personal_data_removed"),
        "replaced_by": view.case_link(replaced) if replaced else None,
    }


def case_facts(view: View, case: Case) -> list[dict[str, Any]]:
    """The key facts that stand under the title."""
    words = view.words
    facts: list[dict[str, Any]] = []
    if case.archive_number or "archive_number" in case.gaps:
        facts.append(
            _fact(words("archive_number"), case.archive_number, view.gap(case, "archive_number"))
        )
    places = [view.municipality_link(key) for key in case.municipalities]
    if places:
        facts.append({"label": words("municipalities"), "items": places})
    if case.topics:
        facts.append({"label": words("topics"), "items": [view.topic_link(t) for t in case.topics]})
    if case.processes:
        links = [view.process_link(process) for process in case.processes]
        facts.append({"label": words("processes"), "items": links})
    meetings = [view.meeting_link(meeting) for meeting in case.meetings]
    if meetings:
        facts.append({"label": words("related_meetings"), "items": meetings})
    if case.published:
        facts.append({"label": words("published"), "text": words.date(case.published)})
    if case.contact:
        facts.append({"label": words("contact"), "text": case.contact})
    return facts


def _fact(label: str, text: str, gap: str) -> dict[str, Any]:
    return {"label": label, "text": text} if text else {"label": label, "gap": gap}


def _required(view: View, case: Case) -> dict[str, Any] | None:
    required = case.required
    if required is None:
        return None
    deadline = required.deadline
    return {
        "reason": required.reason.rstrip("."),
        "identical": required.identical,
        "deadline": deadline_view(view, deadline, required.doubt("deadline")),
    }
