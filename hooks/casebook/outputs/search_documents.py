"""Records as documents for the search index. Only text that stands on a page goes in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from casebook.graph import Graph, Treatment
from casebook.model.case import Case
from casebook.model.meeting import Meeting
from casebook.model.process import Process
from casebook.model.values import PartialDate
from casebook.outputs import addresses
from casebook.outputs.excerpts import outcome_words
from casebook.outputs.keys import Keys
from casebook.outputs.pages.prose import published_files
from casebook.outputs.pages.rows import outcome_code, standing_label
from casebook.outputs.pages.view import View
from casebook.outputs.search_parts import PageTexts, case_parts, page_label, text_parts
from casebook.search import Entry, SearchDocument, SearchPart


def search_entries(graph: Graph, texts: PageTexts, keys: Keys) -> Iterator[Entry]:
    """A document per published case, meeting and process, each made when it is asked for."""
    view = View(graph, graph.region.language, "sok/index.html")
    for case in graph.published_cases:
        if case.personal_data is None:
            make = partial(case_document, view, case, texts)
            date = _iso(_date(_shown(view, case)))
            yield Entry(addresses.case(case.id), date, make, keys.of_case(case, "search"))
    for meeting in graph.meetings.values():
        key = keys.of_record(meeting.id, "search")
        held = partial(meeting_document, view, meeting, texts)
        yield Entry(addresses.meeting(meeting.id), _iso(meeting.date), held, key)
    for process in graph.processes.values():
        key = keys.of_record(process.id, "search")
        run = partial(process_document, view, process)
        yield Entry(addresses.process(process.id), _iso(process.since), run, key)


def _shown(view: View, case: Case) -> Treatment | None:
    """The treatment that a hit tells of."""
    treatments = view.graph.treatments[case.id]
    return view.graph.states[case.id].treatment or (treatments[-1] if treatments else None)


def _date(treatment: Treatment | None) -> PartialDate | None:
    return treatment.date if treatment is not None else None


def _iso(date: PartialDate | None) -> str | None:
    return date.iso if date is not None else None


def case_document(view: View, case: Case, texts: PageTexts) -> SearchDocument:
    """One case."""
    graph, words = view.graph, view.words
    treatments = graph.treatments[case.id]
    shown = _shown(view, case)
    date = _date(shown)
    bodies = {t.body.id: t.body for t in treatments if t.body is not None}
    places = graph.municipalities_of(case)
    groups = tuple(sorted({s.group for s in graph.follow_ups[case.id]}))
    code = outcome_code(view, case)
    ended = (outcome_words(view, case), standing_label(view, case))
    numbers = [t.item.number for t in treatments if t.item.number]
    numbers += [view.number(t) for t in treatments]
    numbers += [decision.number for decision in case.local_decisions if decision.number]
    year = graph.year_of(case)
    body = view.body_link(shown) if shown else None
    return SearchDocument(
        url=addresses.case(case.id),
        kind="sak",
        title=view.title(case.id),
        language=case.language or graph.region.language,
        numbers=tuple(n for n in dict.fromkeys([*numbers, case.archive_number]) if n),
        date=_iso(date),
        date_uncertain=bool(shown and shown.date_doubt),
        facets={
            "kind": ("sak",),
            "year": (str(year),) if year else (),
            "body": tuple(bodies),
            "municipality": places,
            "topic": case.topics,
            "outcome": (code,),
            "followup": groups,
            "attachment": ("ja",) if case.attachments else (),
        },
        names=(
            words(f"outcome_{code}"),
            *(name.name for body in bodies.values() for name in body.names),
            *(view.municipality_link(key)["label"] for key in places),
            *(view.topic_link(topic)["label"] for topic in case.topics),
        ),
        parts=tuple(case_parts(view, case, texts)),
        display={
            "outcome": ". ".join(filter(None, ended)),
            "number": view.number(shown),
            "body": body["label"] if body else "",
            "date": words.date(date) if date else "",
            "municipalities": words.join(view.municipality_link(key)["label"] for key in places),
            "followup": words.join(words(f"board.{group}") for group in groups),
            "lead": "" if case.title_withheld else case.summary,
        },
    )


def meeting_document(view: View, meeting: Meeting, texts: PageTexts) -> SearchDocument:
    """One meeting."""
    body = view.graph.bodies.get(meeting.body)
    day = view.name_day(meeting.date)
    title = f"{view.meeting_title(meeting.id)} {view.words.date(meeting.date)}"
    files = published_files(view.graph, meeting.id)
    parts = [SearchPart(meeting.summary), *text_parts(meeting.text, meeting.text.sections)]
    parts += [SearchPart(f"{f.number} {f.title} {f.text}") for f in meeting.formalities]
    parts += [
        SearchPart(
            page.text,
            "dokumenter",
            page_label(document.title, page),
            "attachment",
            url,
            page.number,
        )
        for document in meeting.documents
        if (url := files.get(document.file))
        for page in texts.get((meeting.id, document.file), ())
    ]
    return SearchDocument(
        url=addresses.meeting(meeting.id),
        kind="mote",
        title=title,
        language=meeting.language or view.graph.region.language,
        date=_iso(meeting.date),
        date_uncertain=meeting.doubt("date") is not None,
        facets={
            "kind": ("mote",),
            "year": _year(meeting.date),
            "body": (body.id,) if body else (),
            "attachment": ("ja",) if meeting.documents else (),
        },
        names=(body.name(day),) if body else tuple(p.name for p in meeting.parties),
        parts=tuple(parts),
        display={
            "body": body.name(day) if body else "",
            "date": view.words.date(meeting.date) if meeting.date else "",
            "lead": meeting.summary,
        },
    )


def process_document(view: View, process: Process) -> SearchDocument:
    """One process."""
    parts = [SearchPart(process.summary), *text_parts(process.text, process.text.sections)]
    parts += [SearchPart(event.text) for event in process.events]
    places = [view.municipality_link(key)["label"] for key in process.municipalities]
    status = view.words(f"process_{process.status.value}") if process.status else ""
    return SearchDocument(
        url=addresses.process(process.id),
        kind="prosess",
        title=process.title,
        language=process.language or view.graph.region.language,
        date=_iso(process.since),
        date_uncertain=process.doubt("since") is not None,
        facets={
            "kind": ("prosess",),
            "year": _year(process.since),
            "municipality": process.municipalities,
            "topic": process.topics,
        },
        names=(*places, *(view.topic_link(topic)["label"] for topic in process.topics)),
        parts=tuple(parts),
        display={
            "outcome": view.likely(status, process.doubt("status")),
            "date": view.words.date(process.since) if process.since else "",
            "municipalities": view.words.join(places),
            "lead": process.summary,
        },
    )


def _year(date: PartialDate | None) -> tuple[str, ...]:
    return (str(date.year),) if date else ()
