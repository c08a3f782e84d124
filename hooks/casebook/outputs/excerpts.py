"""Excerpts: what a small page of a case, a municipality or a topic says on other sites."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from casebook.graph import Graph
from casebook.graph.followups import FollowUpState
from casebook.graph.states import Stage
from casebook.model.case import Case
from casebook.outputs import addresses
from casebook.outputs.follow_up_table import deadline_text
from casebook.outputs.pages.rows import outcome_code, outcome_doubt, standing_label
from casebook.outputs.pages.view import View

NEWEST = 5
_DOT = "\u00a0· "
"""Between the parts of a line; never at the start of the next one."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of an excerpt."""

    title: str
    address: str
    detail: str = ""
    language: str = ""
    """That of the title, when it is not the excerpt's."""

    def as_json(self, base_url: str) -> dict[str, str]:
        """The line for scripts."""
        written = {"title": self.title, "url": base_url + self.address, "detail": self.detail}
        return {**written, "language": self.language} if self.language else written


@dataclass(frozen=True, slots=True)
class Section:
    """A few lines under a heading; ``empty`` is said when there are none."""

    title: str
    items: tuple[Item, ...]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A small page."""

    address: str
    """The page that it is an excerpt of."""
    title: str
    language: str
    detail: str = ""
    lead: str = ""
    sections: tuple[Section, ...] = ()

    def as_json(self, base_url: str) -> dict[str, Any]:
        """The excerpt for scripts; addresses are whole when the site's own is known."""
        return {
            "version": 1,
            "title": self.title,
            "url": base_url + self.address,
            "language": self.language,
            "detail": self.detail,
            "lead": self.lead,
            "sections": [
                {
                    "title": section.title,
                    "items": [item.as_json(base_url) for item in section.items],
                }
                for section in self.sections
                if section.items
            ],
        }


def case_excerpt(graph: Graph, case: Case) -> Excerpt:
    """A case: what came of it, when, in short, and what is still to be done."""
    language = case.language or graph.region.language
    view = View(graph, language, "index.html")
    address, title = addresses.case(case.id), view.title(case.id)
    if not graph.is_published(case):
        return Excerpt(address, title, language)
    pending = [state for state in graph.follow_ups[case.id] if not state.closed]
    sections = (_follow_ups(view, pending, view.words("excerpt_open")),) if pending else ()
    lead = "" if case.title_withheld else case.summary
    return Excerpt(address, title, language, case_detail(view, case), lead, sections)


def municipality_excerpt(graph: Graph, municipality_id: str) -> Excerpt:
    """A municipality: decisions that concern it, its open follow-ups, the next meeting."""
    view = View(graph, graph.region.language, "index.html")
    words = view.words
    place = graph.municipalities[municipality_id]
    owner = f"kommune:{municipality_id}"
    concerned = (case for case in graph.published_cases if graph.concerns(case, place))
    pending = [
        state
        for state in graph.all_follow_ups
        if not state.closed and owner in state.follow_up.owners
    ]
    meetings = [
        Item(
            view.meeting_link(m.id)["label"],
            addresses.meeting(m.id),
            _DOT.join(filter(None, (words.clock(m.start, m.end), m.place))),
        )
        for m in graph.upcoming_meetings[:1]
    ]
    next_meeting = Section(
        words("excerpt_next_meeting"), tuple(meetings), words("excerpt_no_meeting")
    )
    return Excerpt(
        addresses.municipality(municipality_id),
        words("excerpt_municipality", name=place.name(graph.as_of)),
        view.language,
        sections=(
            _decisions(view, concerned),
            _follow_ups(view, pending[:NEWEST], words("excerpt_open")),
            *(() if place.has_left(graph.as_of) else (next_meeting,)),
        ),
    )


def topic_excerpt(graph: Graph, topic_id: str) -> Excerpt:
    """A topic: its newest decisions."""
    view = View(graph, graph.region.language, "index.html")
    name = view.topic_link(topic_id)["label"]
    cases = (c for c in graph.cases_of_topic.get(topic_id, ()) if graph.is_published(c))
    title = view.words("excerpt_topic", name=name)
    return Excerpt(
        addresses.topic(topic_id), title, view.language, sections=(_decisions(view, cases),)
    )


def outcome_words(view: View, case: Case) -> str:
    """What came of a case, in the words of its badge."""
    treatment = view.graph.states[case.id].treatment
    role = treatment.item.role if treatment else None
    return view.likely(view.outcome(outcome_code(view, case), role), outcome_doubt(view, case))


def case_detail(view: View, case: Case) -> str:
    """Outcome, body and date, as far as they are known."""
    treatment = view.graph.states[case.id].treatment
    body = view.body_link(treatment) if treatment else None
    when = view.words.date(treatment.date) if treatment and treatment.date else ""
    when = view.likely(when, treatment.date_doubt if treatment else None)
    parts = [
        outcome_words(view, case),
        standing_label(view, case),
        body["label"] if body else "",
        when,
    ]
    return _DOT.join(part for part in parts if part)


def _decisions(view: View, cases: Iterable[Case]) -> Section:
    decided = (case for case in cases if view.graph.states[case.id].stage is Stage.DECIDED)
    items = tuple(
        Item(
            view.title(case.id),
            addresses.case(case.id),
            case_detail(view, case),
            view.title_language(case),
        )
        for case in islice(decided, NEWEST)
    )
    return Section(view.words("excerpt_decisions"), items, view.words("excerpt_no_decisions"))


def _follow_ups(view: View, states: Iterable[FollowUpState], title: str) -> Section:
    items = tuple(
        Item(
            state.follow_up.action,
            addresses.case(state.case.id, state.anchor),
            _deadline(view, state),
            view.foreign(state.case),
        )
        for state in states
    )
    return Section(title, items, view.words("excerpt_none_open"))


def _deadline(view: View, state: FollowUpState) -> str:
    when = deadline_text(view, state.follow_up)
    if not when:
        return ""
    late = f"{_DOT}{view.words('status_over-frist')}" if state.overdue else ""
    return f"{view.words('deadline')}: {when}{late}"
