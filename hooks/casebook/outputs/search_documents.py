"""Records as documents for the search index. Only text that stands on a page goes in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from casebook.extraction import Page
from casebook.graph import Graph, Treatment
from casebook.markdown import plain_text, render
from casebook.model.case import Attachment, Case
from casebook.model.meeting import Meeting
from casebook.model.process import Process
from casebook.model.text import CaseText, Point, Section, SectionKind
from casebook.model.values import PartialDate
from casebook.model.vocabulary import Withheld
from casebook.outputs import addresses
from casebook.outputs.keys import Keys
from casebook.outputs.pages.case_papers import paper_sections, section_anchors
from casebook.outputs.pages.prose import published_files
from casebook.outputs.pages.rows import outcome_code, outcome_doubt, standing_label
from casebook.outputs.pages.view import View
from casebook.search import SearchDocument, SearchPart

PageTexts = Mapping[tuple[str, str], tuple[Page, ...]]
"""Text of attachments page by page, by record id and file name."""

Remembered = dict[str, tuple[str, SearchDocument]]
"""Documents of earlier builds by record id, each with the key that it was made under."""


def search_documents(
    graph: Graph, texts: PageTexts, keys: Keys, remembered: Remembered
) -> Iterator[SearchDocument]:
    """A document per published case, meeting and process."""
    view = View(graph, graph.region.language, "sok/index.html")
    for case in graph.published_cases:
        if case.personal_data is not None:
            continue
        key = keys.of_case(case, "search")
        known = remembered.get(case.id)
        if known is None or known[0] != key:
            known = (key, case_document(view, case, texts))
            remembered[case.id] = known
        yield known[1]
    for meeting in graph.meetings.values():
        yield meeting_document(view, meeting, texts)
    for process in graph.processes.values():
        yield process_document(view, process)


def case_document(view: View, case: Case, texts: PageTexts) -> SearchDocument:
    """One case."""
    graph, words = view.graph, view.words
    treatments = graph.treatments[case.id]
    state = graph.states[case.id]
    shown = state.treatment or (treatments[-1] if treatments else None)
    date = shown.date if shown else None
    bodies = {t.body.id: t.body for t in treatments if t.body is not None}
    places = graph.municipalities_of(case)
    groups = tuple(sorted({s.group for s in graph.follow_ups[case.id]}))
    code = outcome_code(view, case)
    outcome = view.likely(words(f"outcome_{code}"), outcome_doubt(view, case))
    standing = standing_label(view, case)
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
        date=date.iso if date else None,
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
            *(name.name for body in bodies.values() for name in body.names),
            *(view.municipality_link(key)["label"] for key in places),
            *(view.topic_link(topic)["label"] for topic in case.topics),
        ),
        parts=tuple(_case_parts(view, case, texts)),
        display={
            "outcome": ". ".join(part for part in (outcome, standing) if part),
            "number": view.number(shown).removeprefix(f"{words('case_prefix')} "),
            "body": body["label"] if body else "",
            "date": words.date(date) if date else "",
            "municipalities": words.join(view.municipality_link(key)["label"] for key in places),
            "followup": words.join(words(f"board.{group}") for group in groups),
            "lead": "" if case.title_withheld else case.summary,
        },
    )


def _case_parts(view: View, case: Case, texts: PageTexts) -> Iterator[SearchPart]:
    if case.exempt is not None and Withheld.CONTENT in case.exempt.what:
        return
    if not case.title_withheld:
        yield SearchPart(case.summary)
    for treatment in view.graph.treatments[case.id]:
        yield from _decision_parts(view, treatment)
    yield from _text_parts(case.text, paper_sections(case))
    for follow_up in case.follow_ups:
        yield SearchPart(
            follow_up.action, f"oppfolging-{follow_up.id}", view.words("follow_up_heading")
        )
    yield from _attachment_parts(view, case, texts)


def _decision_parts(view: View, treatment: Treatment) -> Iterator[SearchPart]:
    section = treatment.decision
    if section is None:
        return
    label = view.words("decision_heading")
    if not section.points:
        yield SearchPart(_plain(section.source), treatment.anchor, label, "decision")
    for point in section.points:
        name = f"{label}, {view.words('point', number=point.number).lower()}"
        text = _plain(_whole(point))
        yield SearchPart(text, treatment.point_anchor(point), name, "decision")


def _whole(point: Point) -> str:
    inner = "\n\n".join(_whole(sub) for sub in point.subpoints)
    return f"{point.lead}\n\n{point.source}\n\n{inner}\n\n{point.tail}"


def _text_parts(text: CaseText, sections: list[Section]) -> Iterator[SearchPart]:
    if text.lead.strip():
        yield SearchPart(_plain(text.lead))
    for anchor, section in section_anchors(sections):
        if section.kind is not SectionKind.VOTE:
            yield SearchPart(section.title, anchor, section.title, "heading")
        yield SearchPart(_plain(section.source), anchor, section.title)


def _plain(source: str) -> str:
    return plain_text(render(source).html) if source.strip() else ""


def _attachment_parts(view: View, case: Case, texts: PageTexts) -> Iterator[SearchPart]:
    files = published_files(view.graph, case.id)
    for place, attachment in enumerate(case.attachments, start=1):
        if attachment.exempt is not None:
            continue
        anchor = f"vedlegg-{place}"
        yield SearchPart(attachment.title, anchor, attachment.title, "attachment")
        if attachment.file in files:
            yield from _file_parts(attachment, anchor, files[attachment.file], case.id, texts)


def _file_parts(
    attachment: Attachment, anchor: str, url: str, record_id: str, texts: PageTexts
) -> Iterator[SearchPart]:
    for page in texts.get((record_id, attachment.file), ()):
        label = f"{attachment.title} ({page.label})" if page.label else attachment.title
        yield SearchPart(page.text, anchor, label, "attachment", url, page.number)


def meeting_document(view: View, meeting: Meeting, texts: PageTexts) -> SearchDocument:
    """One meeting."""
    body = view.graph.bodies.get(meeting.body)
    day = view.name_day(meeting.date)
    title = f"{view.meeting_title(meeting.id)} {view.words.date(meeting.date)}"
    parts = [SearchPart(meeting.summary), *_text_parts(meeting.text, list(meeting.text.sections))]
    parts += [SearchPart(f"{f.number} {f.title} {f.text}") for f in meeting.formalities]
    parts += [
        SearchPart(page.text, "dokumenter", document.title, "attachment", url, page.number)
        for document in meeting.documents
        if (url := published_files(view.graph, meeting.id).get(document.file))
        for page in texts.get((meeting.id, document.file), ())
    ]
    return SearchDocument(
        url=addresses.meeting(meeting.id),
        kind="mote",
        title=title,
        language=meeting.language or view.graph.region.language,
        date=meeting.date.iso if meeting.date else None,
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
    parts = [SearchPart(process.summary), *_text_parts(process.text, list(process.text.sections))]
    parts += [SearchPart(event.text) for event in process.events]
    places = [view.municipality_link(key)["label"] for key in process.municipalities]
    status = view.words(f"process_{process.status.value}") if process.status else ""
    return SearchDocument(
        url=addresses.process(process.id),
        kind="prosess",
        title=process.title,
        language=process.language or view.graph.region.language,
        date=process.since.iso if process.since else None,
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
