"""What can stand in a feed: a decision, an entry of a follow-up's log, a correction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from casebook.graph import Treatment
from casebook.graph.followups import FollowUpState, ordered_log
from casebook.i18n import Words
from casebook.model.action import LogEntry
from casebook.model.case import Case
from casebook.model.values import PartialDate
from casebook.outputs import addresses, disclosure
from casebook.outputs.earlier import first_id
from casebook.outputs.feeds.content import decision_html, follow_up_html
from casebook.outputs.pages.view import View
from casebook.outputs.records import Source, moments
from casebook.outputs.records.plain import each_assumed
from casebook.outputs.records.treatment import treatment_doubts

_YEAR = 2026
"""The tag scheme wants a year in which the namespace was ours; it never changes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed."""

    path: str
    """Its place in the ``tag:`` namespace."""
    url: str
    title: str
    summary: str
    updated: date
    published: date | None
    """The day itself, when it is known."""
    language: str
    topics: tuple[str, ...]
    assumed: str
    """Which facts of it are only likely, each with its reason; empty when all are certain."""
    html: Callable[[], str]
    """The content; made only for entries that stand in a feed."""


def tag(source: Source, path: str) -> str:
    """The permanent id of a feed or an entry."""
    return f"tag:{source.graph.region.namespace},{_YEAR}:{path}"


def decision_entries(source: Source, case: Case) -> Iterator[tuple[Treatment, Entry]]:
    """An entry for each time a body has come to something in a case."""
    for treatment in source.graph.treatments[case.id]:
        come = treatment.date is None or treatment.date.first <= source.graph.as_of
        if treatment.item.outcome is not None and come:
            yield treatment, _decision(source, case, treatment)


def _decision(source: Source, case: Case, treatment: Treatment) -> Entry:
    graph, view = source.graph, view_of(source, case.language)
    item = treatment.item
    code = item.outcome.value if item.outcome else "ikke-registrert"
    outcome = view.outcome(code, item.role)
    title = f"{view.title(case.id)}: {view.likely(outcome, item.doubt('outcome'))}"
    number = view.number(treatment)
    doubt = treatment.date_doubt or ""
    return Entry(
        path=f"sak/{first_id(graph, case.id)}/{item.id}",
        url=source.url(addresses.case(case.id, treatment.anchor)),
        title=_marked(view.words, f"{number} {title}" if number else title, doubt),
        summary=disclosure.summary(case),
        updated=moments.of_treatment(graph, treatment) or _year(case),
        published=treatment.date.exact if treatment.date else None,
        language=view.language,
        topics=tuple(view.topic_link(topic)["label"] for topic in case.topics),
        assumed=treatment_doubts(treatment),
        html=lambda: decision_html(source, view, treatment),
    )


def follow_up_entries(source: Source, state: FollowUpState) -> Iterator[Entry]:
    """An entry for each line of a follow-up's log that has come."""
    seen: dict[str, int] = {}
    for line in ordered_log(state.follow_up):
        if line.date is None or line.date.first > source.graph.as_of:
            continue
        day = line.date.iso
        seen[day] = seen.get(day, 0) + 1
        place = day if seen[day] == 1 else f"{day}-{seen[day]}"
        yield _log_entry(source, state, line, line.date, place)


def _log_entry(
    source: Source, state: FollowUpState, line: LogEntry, day: PartialDate, place: str
) -> Entry:
    case, view = state.case, view_of(source, state.case.language)
    status = view.words(f"status_{line.status.value if line.status else 'ikke-registrert'}")
    told = view.likely(status, line.doubt("status"))
    doubt = line.doubt("date") or ""
    return Entry(
        path=f"sak/{first_id(source.graph, case.id)}/oppfolging/{state.follow_up.id}/{place}",
        url=source.url(addresses.case(case.id, state.anchor)),
        title=_marked(view.words, f"{told}: {state.follow_up.action}", doubt),
        summary=line.text,
        updated=day.first,
        published=day.exact,
        language=view.language,
        topics=tuple(view.topic_link(topic)["label"] for topic in case.topics),
        assumed=each_assumed(dato=doubt, status=line.doubt("status")),
        html=lambda: follow_up_html(view, state, line),
    )


def view_of(source: Source, language: str) -> View:
    """The view of a record in its own language."""
    if language in ("", source.view.language):
        return source.view
    return View(source.graph, language, "sak/x/")


def _marked(words: Words, title: str, doubt: str) -> str:
    return f"{title} ({words('feed.assumed')})" if doubt else title


def _year(case: Case) -> date:
    return date(case.year, 1, 1) if case.year else moments.UNDATED
