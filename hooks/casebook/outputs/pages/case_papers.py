"""The papers of a case: its sections, its attachments, its sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from casebook.markdown import slug
from casebook.model.case import Attachment, Case
from casebook.model.shared import Exempt, Source
from casebook.model.text import CaseText, Section, SectionKind
from casebook.outputs import disclosure
from casebook.outputs.earlier import replaced_note
from casebook.outputs.pages.prose import Prose
from casebook.outputs.pages.view import View

_ELSEWHERE = frozenset(
    {
        SectionKind.DECISION,
        SectionKind.STATEMENT,
        SectionKind.VOTE,
        SectionKind.DEBATE,
        SectionKind.RECOMMENDATION,
    }
)

_TAKEN = frozenset(
    "antatt apne avsluttet behandling dokumenter endret endringer fot-data fot-lenker fot-om "
    "innhold innholdsliste kilder kommunene kommunetabell kort-fortalt lenk lenker ligner mangler "
    "melding meny milepaler moter nevnt oppfolging over-tid parter problemer prosesser saker "
    "saksdokumenter saksliste sok-hint sok-q sok-stor vedlegg".split()
)
"""Anchors that the pages of cases, meetings and processes have for parts of their own."""


def paper_views(case: Case, prose: Prose) -> list[dict[str, Any]]:
    """The papers as the page shows them."""
    if case.content_withheld:
        return []
    return section_views(case.text, paper_sections(case), prose, case)


def paper_sections(case: Case) -> list[Section]:
    """The sections that the decision does not show, in the order of the file.

    A section of a decision, vote or debate stands with its treatment instead; one that names no
    treatment although there are several stands here, so that no text is lost.
    """
    if case.content_withheld:
        return []
    withheld = {item.id for item in case.agenda_items if item.content_withheld}
    return [
        section
        for section in case.text.sections
        if not _stands_elsewhere(case, section) and section.item_id not in withheld
    ]


def section_anchors(sections: list[Section]) -> Iterator[tuple[str, Section]]:
    """Each section with an anchor that no other section of the page has."""
    taken: set[str] = {*_TAKEN}
    for section in sections:
        base = slug(section.title) or "avsnitt"
        anchor, place = base, 1
        while anchor in taken:
            place += 1
            anchor = f"{base}-{place}"
        taken.add(anchor)
        yield anchor, section


def section_views(
    text: CaseText, sections: list[Section], prose: Prose, record: Any
) -> list[dict[str, Any]]:
    """Sections with unique anchors; the text before the first heading comes first."""
    views: list[dict[str, Any]] = []
    if text.lead.strip():
        views.append({"id": "", "title": "", "html": prose.html(text.lead, offset=1), "kind": ""})
    for anchor, section in section_anchors(sections):
        kind = section.kind.value if section.kind else ""
        views.append(
            {
                "id": anchor,
                "title": section.title,
                "kind": kind,
                "item": section.item_id or "",
                "html": prose.html(section.source, offset=1, prefix=f"{anchor}-"),
                "verbatim": record.verbatim is None
                or record.verbatim is True
                or (isinstance(record.verbatim, tuple) and kind in record.verbatim),
            }
        )
    return views


def _stands_elsewhere(case: Case, section: Section) -> bool:
    if section.kind not in _ELSEWHERE:
        return False
    if section.item_id is not None:
        return True
    return len(case.agenda_items) == 1 and section.kind is SectionKind.DECISION


def attachment_views(view: View, case: Case, prose: Prose) -> list[dict[str, Any]]:
    """Every attachment, also the withheld and the missing ones."""
    found = [
        _attachment(view, case, prose, attachment, place)
        for place, attachment in enumerate(case.attachments, start=1)
    ]
    return told_apart(view, found)


def told_apart(view: View, files: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Files with what tells those of one title apart: the name of the file, else its place."""
    linked = [f for f in files if f["href"] and not f["withheld"] and not f["missing"]]
    times = Counter(file["title"] for file in linked)
    for place, file in enumerate(files, start=1):
        if file in linked and times[file["title"]] > 1:
            name = "" if file["external"] else file["href"].rpartition("/")[2]
            file["which"] = name or view.words("file_place", n=place)
    return files


def _attachment(
    view: View, case: Case, prose: Prose, attachment: Attachment, place: int
) -> dict[str, Any]:
    attachment, exempt = disclosure.attachment(attachment), attachment.exempt
    facts = view.graph.files.get(case.id, {}).get(attachment.file)
    address = prose.files.get(attachment.file) if facts else None
    return {
        "id": f"vedlegg-{place}",
        "title": attachment.title or view.words("title_withheld"),
        "href": view.to(address) if address else attachment.link,
        "external": address is None and bool(attachment.link),
        "kind": view.words(f"attachment.{attachment.role.value}") if attachment.role else "",
        "type": facts.extension.upper() if facts else "",
        "size": view.words.size(facts.size) if facts else "",
        "pages": facts.pages if facts else None,
        "checksum": facts.sha256 if facts else "",
        "date": view.day(attachment.date, attachment.doubt("date")),
        "withheld": exempt_words(view, exempt) if exempt else "",
        "missing": attachment.missing,
        "archive": attachment.archive_number,
        "note": attachment.note,
        "changed": replaced_note(view.graph, case.id, facts, view.words),
    }


def exempt_words(view: View, exempt: Exempt) -> str:
    """What is withheld, and the legal basis."""
    what = view.words.join(view.words(f"exempt.{part.value}") for part in exempt.what)
    return view.words(
        "exempt_case",
        what=what[:1] + what[1:].lower(),
        basis=exempt.legal_basis.replace("§ ", "§\u00a0"),
    )


def source_views(view: View, sources: tuple[Source, ...]) -> list[dict[str, Any]]:
    """Where the facts were taken from."""
    return [
        {
            "id": f"kilde-{source.id}" if source.id else "",
            "title": source.title or source.link,
            "href": source.link,
            "note": ", ".join(
                part
                for part in (source.publisher, view.words.date(source.date) if source.date else "")
                if part
            ),
            "fetched": view.day(source.fetched),
        }
        for source in sources
    ]
