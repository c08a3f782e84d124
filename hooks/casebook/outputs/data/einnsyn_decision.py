"""The parts of an eInnsyn case: the recommendation, the decision, the votes and the documents."""

from __future__ import annotations

from casebook.graph import Treatment
from casebook.graph.votes import votes_of
from casebook.model.case import Attachment, Case
from casebook.model.text import Section, SectionKind
from casebook.model.votes import Vote
from casebook.outputs import disclosure
from casebook.outputs.pages.case_changes import recommendation
from casebook.outputs.records import Json, Source
from casebook.outputs.records.plain import assumed, each_assumed, keep
from casebook.outputs.records.treatment import vote_record


def described(source: Source, treatment: Treatment, kind: SectionKind) -> Json:
    """A section as ``Moetesaksbeskrivelse``; empty when there is none."""
    section = treatment.section(kind)
    if section is None and kind is SectionKind.PROPOSAL:
        section = treatment.case.text.find(kind)
    return as_text(source, treatment.case, section)


def recommended(source: Source, treatment: Treatment) -> Json:
    """The recommendation that stands in the treatment itself, else the one that it was given."""
    own = described(source, treatment, SectionKind.RECOMMENDATION)
    if own or treatment.withheld:
        return own
    case = treatment.case
    return as_text(source, case, recommendation(treatment, source.graph.treatments[case.id]))


def as_text(source: Source, case: Case, section: Section | None) -> Json:
    """A section as ``Moetesaksbeskrivelse``; empty when it is not public."""
    if section is None or not source.is_public(case, section):
        return {}
    text = source.texts(case.id).alone(section.source, case.text.references)
    return {"entity": "Moetesaksbeskrivelse", "tekstInnhold": text, "tekstFormat": "text/markdown"}


def decision_of(source: Source, treatment: Treatment) -> Json:
    """The decision; empty when no text is known or it is withheld."""
    text = described(source, treatment, SectionKind.DECISION)
    if not text:
        return {}
    item, day = treatment.item, treatment.date
    written: Json = {"entity": "Vedtak", "vedtakstekst": text}
    if day is not None:
        written["dato" if day.exact else "casebook:dato"] = day.iso
    names, votes = disclosure.names_published(source.graph), votes_of(treatment)
    debate = described(source, treatment, SectionKind.DEBATE)
    if debate:
        debate["entity"] = "Behandlingsprotokoll"
    return keep(
        written,
        votering=[v for vote in votes for v in _votes(vote)] if names else [],
        behandlingsprotokoll=debate,
        **{
            "casebook:utfall": item.outcome.value if item.outcome else "",
            "casebook:votering": [vote_record(vote, names=names) for vote in votes],
        },
    )


def _votes(vote: Vote) -> list[Json]:
    """One vote per named person, for a vote for and against."""
    sides = (("Ja", vote.in_favour), ("Nei", vote.against))
    return [
        {
            "entity": "Votering",
            "stemme": stemme,
            "moetedeltaker": {"entity": "Moetedeltaker", "moetedeltakerNavn": name},
        }
        for stemme, side in sides
        if side is not None
        for name in side.names
    ]


def document(source: Source, attachment: Attachment, file: Json, place: int) -> Json:
    """An attachment; a withheld one has its legal basis and no file."""
    title = disclosure.attachment(attachment).title or source.words("title_withheld")
    written: Json = {
        "entity": "Dokumentbeskrivelse",
        "tittel": title,
        "tittelSensitiv": title,
        "dokumentnummer": place,
        "tilknyttetRegistreringSom": "vedlegg",
    }
    if attachment.exempt is not None:
        written["casebook:skjermingshjemmel"] = attachment.exempt.legal_basis
        return written
    if attachment.doubt("date"):
        why = each_assumed(dato=attachment.doubt("date"))
        written["casebook:antatt"] = assumed(why)
    address = file.get("url", "") or attachment.link
    if address:
        stored: Json = {"entity": "Dokumentobjekt", "referanseDokumentfil": address}
        keep(stored, format=file.get("media_type", ""), sjekksum=file.get("sha256", ""))
        keep(stored, sjekksumAlgoritme="SHA-256" if file else "")
        written["dokumentobjekt"] = [stored]
    return written
