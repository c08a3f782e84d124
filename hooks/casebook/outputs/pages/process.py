"""The page of a process, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from casebook.graph import Graph
from casebook.graph.completeness import process_lacks
from casebook.graph.followups import FollowUpState
from casebook.graph.timelines import process_timeline
from casebook.model.process import Process
from casebook.model.vocabulary import ProcessRelationType
from casebook.outputs import addresses
from casebook.outputs.doubts import doubt_views
from casebook.outputs.keys import Keys
from casebook.outputs.pages.board_rows import recency, urgency
from casebook.outputs.pages.case_papers import section_views, source_views
from casebook.outputs.pages.change_log import change_log
from casebook.outputs.pages.linking import process_linking
from casebook.outputs.pages.page import Page, PlannedPage
from casebook.outputs.pages.process_deadlines import milestones, next_deadline
from casebook.outputs.pages.prose import Prose
from casebook.outputs.pages.register_page import counted
from casebook.outputs.pages.rows import (
    case_row,
    deadline_view,
    follow_up_row,
    meeting_row,
    process_state,
)
from casebook.outputs.pages.thread import thread_view
from casebook.outputs.pages.view import View


def process_pages(graph: Graph, keys: Keys) -> Iterator[PlannedPage]:
    """A page per process."""
    for process in graph.processes.values():
        yield PlannedPage(
            addresses.page_file(addresses.process(process.id)),
            partial(process_page, graph, process),
            keys.of_record(process.id, "page"),
            process.origin.path,
        )


def process_page(graph: Graph, process: Process) -> Page:
    """The page of one process."""
    address = addresses.process(process.id)
    language = process.language or graph.region.language
    view = View(graph, language, addresses.page_file(address))
    return Page(
        address=address,
        kind="process",
        section="processes",
        template="pages/process.html",
        title=process.title,
        qualifier=view.words("thread.process"),
        view=_view(view, process),
        language=language,
        description=process.summary,
        breadcrumb=(
            {"href": view.to(""), "label": view.words("home")},
            {"href": view.to("prosesser/"), "label": view.words("nav_processes")},
            {"label": process.title},
        ),
        source=process.origin.path,
    )


def _view(view: View, process: Process) -> dict[str, Any]:
    graph = view.graph
    cases = graph.cases_of_process.get(process.id, ())
    prose = Prose(view, process.id, process.text.references)
    states = graph.follow_ups_of_process(process.id)
    return {
        "title": process.title,
        "linking": process_linking(view, process),
        "summary": process.summary,
        **process_state(view, process),
        "facts": process_facts(view, process, next_deadline(view, process, states)),
        "sections": section_views(process.text, list(process.text.sections), prose, process),
        "verbatim": process.verbatim,
        "milestones": milestones(view, process),
        "cases": [case_row(view, case) for case in cases if graph.is_published(case)],
        "meetings": [
            meeting_row(view, graph.meetings[key])
            for key in process.meetings
            if key in graph.meetings
        ],
        "open_follow_ups": [
            _follow_up(view, process, s) for s in sorted(states, key=urgency) if not s.closed
        ],
        "closed_follow_ups": [
            _follow_up(view, process, s) for s in sorted(states, key=recency) if s.closed
        ],
        "doubts": doubt_views(view, process),
        "missing": [{"label": view.words(f"missing.{part}")} for part in process_lacks(process)],
        "thread": thread_view(view, process_timeline(graph, process), process.id),
        "link_groups": related_processes(view, process),
        "sources": source_views(view, process.sources),
        "change_log": change_log(view, process),
    }


def _follow_up(view: View, process: Process, state: FollowUpState) -> dict[str, Any]:
    """A follow-up, which names its process only when that is another."""
    row = follow_up_row(view, state)
    return {**row, "process": None} if state.follow_up.process == process.id else row


def process_facts(
    view: View, process: Process, coming: dict[str, Any] | None = None
) -> list[dict[str, Any]]:
    """The key facts under the title; ``coming`` is the next deadline, which goes first."""
    words = view.words
    facts: list[dict[str, Any]] = [coming] if coming is not None else []
    for name, label, value in (
        ("status_date", words("status_date"), process.status_date),
        ("since", words("since"), process.since),
        ("until", words("until"), process.until),
    ):
        if value is not None:
            text = words.date(value)
            facts.append({"label": label, "text": text, "uncertain": process.doubt(name)})
        elif name in process.gaps:
            facts.append({"label": label, "gap": view.gap(process, name)})
    facts += _deadline(view, process)
    owners = [view.owner_link(owner) for owner in process.responsible]
    if owners:
        doubt = process.doubt("responsible")
        facts.append({"label": words("responsible"), "items": owners, "uncertain": doubt})
    else:
        facts.append({"label": words("responsible"), "gap": view.gap(process, "responsible")})
    if process.topics:
        facts.append(
            {"label": words("topics"), "items": [view.topic_link(t) for t in process.topics]}
        )
    if process.municipalities:
        places = [view.municipality_link(key) for key in process.municipalities]
        facts.append({"label": words("municipalities"), "items": places})
    return facts


def _deadline(view: View, process: Process) -> list[dict[str, Any]]:
    label = view.words("deadline")
    deadline = deadline_view(view, process.deadline, process.doubt("deadline"))
    if deadline is not None:
        return [{"label": label, **deadline}]
    known = "deadline" in process.gaps
    return [{"label": label, "gap": view.gap(process, "deadline")}] if known else []


def related_processes(view: View, process: Process) -> list[dict[str, Any]]:
    """Other processes that it is joined to, in both directions."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for relation in process.processes:
        label = view.words(f"process_relation.{relation.type.value}")
        groups.setdefault(label, []).append(view.process_link(relation.process))
    for other in view.graph.processes.values():
        for relation in other.processes:
            if relation.process == process.id:
                mutual = relation.type is ProcessRelationType.RELATED
                group = "process_relation" if mutual else "process_inverse"
                links = groups.setdefault(view.words(f"{group}.{relation.type.value}"), [])
                link = view.process_link(other.id)
                links += [link] if link not in links else []
    return [{"label": label, "items": items} for label, items in groups.items()]


def process_list(graph: Graph) -> Page:
    """All processes, those under way first."""
    view = View(graph, graph.region.language, addresses.page_file("prosesser/"))
    rows = [
        {
            **view.process_link(process.id),
            "summary": process.summary,
            **process_state(view, process),
            "count": counted(view, graph.cases_of_process.get(process.id, ())),
        }
        for process in graph.processes.values()
    ]
    return Page(
        address="prosesser/",
        kind="processes",
        template="pages/processes.html",
        title=view.words("nav_processes"),
        language=view.language,
        view={"title": view.words("nav_processes"), "processes": rows},
        breadcrumb=(
            {"href": view.to(""), "label": view.words("home")},
            {"label": view.words("nav_processes")},
        ),
    )
