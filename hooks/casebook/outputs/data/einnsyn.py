"""Meetings and cases in the shape of eInnsyn's objects, for archive systems that deliver there.

The names are those of eInnsyn's API. What eInnsyn assigns itself (``id``, ``journalenhet``) is not
here; ``systemId`` is our own id. eInnsyn's ``votering`` is one person's vote, so it is only here
where the region publishes names. Our own additions begin with ``casebook:``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from functools import partial

from casebook.graph import Treatment
from casebook.markdown import without_definitions
from casebook.model.case import Case
from casebook.model.meeting import Formality, Meeting
from casebook.model.text import SectionKind
from casebook.model.vocabulary import Role
from casebook.outputs import addresses, disclosure
from casebook.outputs.data.einnsyn_decision import (
    decision_of,
    described,
    document,
    recommended,
)
from casebook.outputs.json_files import dump, listed
from casebook.outputs.output_file import OutputFile, Streamed
from casebook.outputs.pages.prose import published_files
from casebook.outputs.records import Json, Source, moments
from casebook.outputs.records.meeting import meeting_doubts
from casebook.outputs.records.plain import assumed, keep
from casebook.outputs.records.treatment import treatment_doubts

_KINDS = {Role.IS_INFORMED: "orientering", Role.DISCUSSES: "annet"}
_SERIES = {"rs": "referat", "fo": "interpellasjon", "ds": "delegert", "os": "orientering"}
_STUDY = (SectionKind.BACKGROUND, SectionKind.ASSESSMENT, SectionKind.CONCLUSION)


def einnsyn_files(source: Source) -> Iterator[OutputFile]:
    """One file; none as long as the site's address is not known, for eInnsyn wants addresses."""
    if source.base:
        yield OutputFile("data/einnsyn.json", Streamed(partial(_written, source)))


def _written(source: Source) -> Iterator[bytes]:
    """Every meeting of a body, and what bodies treated without a meeting file."""
    graph = source.graph
    meetings = (_meeting(source, m) for m in graph.meetings.values() if m.body)
    loose = (
        _case(source, treatment)
        for case in graph.published_cases
        for treatment in graph.treatments[case.id]
        if treatment.meeting is None
    )
    told = {"casebook:limits": source.words("data.einnsyn_limits")}
    head = dump({**told, "casebook:licence": source.graph.region.licence})[:-1]
    yield f'{head},"moetemappe":[\n'.encode()
    yield from listed(meetings)
    yield b'\n],"moetesak":[\n'
    yield from listed(loose)
    yield b"\n]}\n"


def _meeting(source: Source, meeting: Meeting) -> Json:
    title = source.view.meeting_title(meeting.id)
    written: Json = {
        "entity": "Moetemappe",
        "systemId": meeting.id,
        "offentligTittel": title,
        "offentligTittelSensitiv": title,
        "utvalg": source.body_name(meeting.body, meeting.date),
        "casebook:url": source.url(addresses.meeting(meeting.id)),
    }
    held = meeting.date.exact if meeting.date else None
    if held is not None:
        start = moments.clock(meeting.start) or time()
        written["moetedato"] = datetime.combine(held, start, moments.OSLO).isoformat()
    elif meeting.date is not None:
        written["casebook:moetedato"] = meeting.date.iso
    if doubts := meeting_doubts(meeting):
        written["casebook:antatt"] = assumed(doubts)
    agenda = source.graph.agendas.get(meeting.id, ())
    cases = [_case(source, t) for t in agenda if t.case.id in source.published]
    cases += [_formality(meeting, formality) for formality in meeting.formalities]
    papers = [_paper(source, meeting, place) for place in range(len(meeting.documents))]
    return keep(
        written,
        beskrivelse=meeting.summary[:1000],
        moetested=meeting.place,
        videoLink=meeting.video,
        moetesak=cases,
        moetedokument=[paper for paper in papers if paper],
    )


def _formality(meeting: Meeting, formality: Formality) -> Json:
    approval = formality.title.lower().startswith("godkjenning")
    written: Json = {
        "entity": "Moetesak",
        "offentligTittel": formality.title,
        "offentligTittelSensitiv": formality.title,
        "moetesakstype": "godkjenning" if approval else "annet",
        "moetemappe": meeting.id,
    }
    return keep(written, **{"casebook:saksnummer": formality.number})


def _case(source: Source, treatment: Treatment) -> Json:
    case, item, number = treatment.case, treatment.item, treatment.number
    title = source.view.title(case.id)
    kind = _SERIES.get(number.series if number else "", "")
    role = _KINDS.get(item.role, "politisk") if item.role else "politisk"
    written: Json = {
        "entity": "Moetesak",
        "systemId": f"{case.id}.{item.id}",
        "offentligTittel": title,
        "offentligTittelSensitiv": title,
        "moetesakstype": kind or role,
        "casebook:url": source.url(addresses.case(case.id, treatment.anchor)),
    }
    if number is not None:
        written.update(moetesaksaar=number.year, moetesakssekvensnummer=number.number)
    if treatment.body is not None:
        written["utvalg"] = source.body_name(treatment.body.id, treatment.date)
    if doubts := treatment_doubts(treatment):
        written["casebook:antatt"] = assumed(doubts)
    return keep(
        written,
        beskrivelse=disclosure.summary(case)[:1000],
        moetemappe=item.meeting,
        utredning=_study(source, treatment),
        innstilling=recommended(source, treatment),
        vedtak=decision_of(source, treatment),
        dokumentbeskrivelse=_attachments(source, case),
    )


def _study(source: Source, treatment: Treatment) -> Json:
    """The papers of the administration: the description, and what it proposed."""
    texts = source.texts(treatment.case.id)
    case = treatment.case
    shown = [s for s in case.text.sections if s.kind in _STUDY and source.is_public(case, s)]
    said = texts.alone(
        "\n\n".join(f"## {s.title}\n\n{without_definitions(s.source).strip()}" for s in shown),
        case.text.references,
    )
    written: Json = {}
    if said:
        text = {
            "entity": "Moetesaksbeskrivelse",
            "tekstInnhold": said,
            "tekstFormat": "text/markdown",
        }
        written = {"entity": "Utredning", "saksbeskrivelse": text}
        keep(written, innstilling=described(source, treatment, SectionKind.PROPOSAL))
    return written


def _attachments(source: Source, case: Case) -> list[Json]:
    files = published_files(source.graph, case.id)
    return [
        document(source, attachment, source.file(case.id, attachment.file, files), place)
        for place, attachment in enumerate(case.attachments, start=1)
    ]


def _paper(source: Source, meeting: Meeting, place: int) -> Json:
    paper = meeting.documents[place]
    file = source.file(meeting.id, paper.file, published_files(source.graph, meeting.id))
    address = file.get("url", "") or paper.link
    title = paper.title or source.words(f"document.{paper.type.value}")
    if not address:
        return {}
    object_of: Json = {"entity": "Dokumentobjekt", "referanseDokumentfil": address}
    keep(object_of, format=file.get("media_type", ""), sjekksum=file.get("sha256", ""))
    return {
        "entity": "Moetedokument",
        "offentligTittel": title,
        "offentligTittelSensitiv": title,
        "moetedokumenttype": paper.type.value,
        "dokumentbeskrivelse": [
            {
                "entity": "Dokumentbeskrivelse",
                "tittel": title,
                "tittelSensitiv": title,
                "dokumentnummer": place + 1,
                "tilknyttetRegistreringSom": "hoveddokument",
                "dokumentobjekt": [object_of],
            }
        ],
    }
