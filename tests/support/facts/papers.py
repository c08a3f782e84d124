"""What a page must say of attachments, sources, changes and doubts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pypdf import PdfReader

from tests.support.facts.markup import Fact
from tests.support.facts.raw import Document, Raw, given, items, mapping
from tests.support.facts.speech import Speech, machine_date


def attachment_facts(case: Document, say: Speech) -> Iterator[Fact]:
    """Every attachment, also those that are withheld or not at hand."""
    listed = items(case.front.get("vedlegg"))
    if not listed:
        told = say.nothing(case.front.get("vedlegg"))
        yield Fact("case.attachments", "section.papers .nothing", told)
    for place, entry in enumerate(listed, 1):
        yield from _attachment(case, mapping(entry, "tittel"), f"#vedlegg-{place}", say)


def _attachment(case: Document, entry: Raw, part: str, say: Speech) -> Iterator[Fact]:
    exempt = entry.get("unntatt", {})
    hidden = "tittel" in items(exempt.get("hva"))
    title = say("title_withheld") if hidden else entry["tittel"]
    yield Fact("case.attachments", part)
    yield Fact("attachment.title", f"{part} :is(.file-title, .file-name)", title, whole=True)
    if given(entry.get("type")):
        yield Fact("attachment.role", f"{part} .file-in", say(f"attachment.{entry['type']}"))
    if exempt:
        yield Fact("attachment.exempt", f"{part} .file-state", exempt["hjemmel"])
        for what in items(exempt["hva"]):
            yield Fact("exempt.what", f"{part} .file-state", say(f"exempt.{what}"))
    if given(entry.get("mangler")):
        yield Fact("attachment.missing", f"{part} .file-state", entry["mangler"])
    yield from _described(entry, part, say)
    if given(entry.get("fil")) and not exempt:
        yield from file_facts("attachment.file", case.folder / entry["fil"], part, say)


def _described(entry: Raw, part: str, say: Speech) -> Iterator[Fact]:
    if given(entry.get("lenke")):
        yield Fact("attachment.link", f"{part} .file-title", href=entry["lenke"])
    if given(entry.get("dato")):
        day = entry["dato"]
        yield Fact("attachment.date", f"{part} .file-meta", say.date(day), day=machine_date(day))
    if given(entry.get("journalpost")):
        yield Fact("attachment.archive_number", f"{part} .file-meta", entry["journalpost"])
    if given(entry.get("merknad")):
        yield Fact("attachment.note", f"{part} .file-note", entry["merknad"])


def file_facts(field: str, path: Path, part: str, say: Speech) -> Iterator[Fact]:
    """A file's link, kind, pages and checksum, worked out from the file itself."""
    kind = path.suffix.removeprefix(".")
    yield Fact(field, f"{part} .file-title", href=f".{kind.lower()}")
    yield Fact(field, f"{part} .file-meta", kind)
    content = path.read_bytes()
    size = len(content)
    told = f"{size} byte" if size < 1000 else f"{size / 1000:.0f} kB"
    if size < 1_000_000:
        yield Fact(field, f"{part} .file-meta", told)
    checksum = hashlib.sha256(content).hexdigest()
    yield Fact(field, f"{part} code.checksum", checksum, whole=True)
    if kind.lower() == "pdf":
        count = _pages(path)
        words = say("pages_one" if count == 1 else "pages_many", count=count)
        yield Fact(field, f"{part} .file-meta", words)


@cache
def _pages(path: Path) -> int:
    return len(PdfReader(path).pages)


def source_facts(record: Document, say: Speech) -> Iterator[Fact]:
    """Where the record's facts were taken from."""
    for place, written in enumerate(items(record.front.get("kilder")), 1):
        source = mapping(written, "tittel")
        entry = f".sources > li:nth-child({place})"
        yield Fact("source.title", entry, source.get("tittel", ""))
        if given(source.get("id")):
            yield Fact("source.id", f'.sources > li[id="kilde-{source["id"]}"]')
        if given(source.get("lenke")):
            yield Fact("source.link", entry, href=source["lenke"])
        if given(source.get("utgiver")):
            yield Fact("source.publisher", entry, source["utgiver"])
        if given(source.get("dato")):
            yield Fact("source.date", entry, say.date(source["dato"]))
        if given(source.get("hentet")):
            yield Fact("source.fetched", entry, f"{say('fetched')} {say.date(source['hentet'])}")


def change_facts(record: Document, say: Speech) -> Iterator[Fact]:
    """The visible corrections and updates."""
    changes = items(record.front.get("endringer"))
    heading = ':is(section[aria-labelledby="endringer"], section.record-about) ol.log'
    for change in changes:
        day = machine_date(change["dato"])
        entry = f'{heading} > li:has(time[datetime="{day}"])'
        yield Fact("change.date", entry, say.date(change["dato"]), day=day)
        yield Fact("change.text", f"{entry} .log-text", change["tekst"])
        if given(change.get("type")):
            yield Fact("change.kind", f"{entry} .log-kind", say(f"change.{change['type']}"))


def doubt_facts(kind: str, record: Document, say: Speech) -> Iterator[Fact]:
    """What is likely but not documented: called so where it stands, and all of it in one list."""
    for path, reason in record.front.get("usikkert", {}).items():
        steps = path.split(".")
        key = steps[1] if len(steps) > 1 else ""
        part = {
            "behandling": f'header.record-head .uncertain, [id="{key}"] .uncertain',
            "oppfølging": f'[id="oppfolging-{key}"] .uncertain',
            "kommunebehandling": 'section[aria-labelledby="kommunene"] .uncertain',
            "status": "header.record-head .uncertain",
            "vedlegg": "",
        }.get(steps[0], "aside.side dl.facts .uncertain")
        if part:
            yield Fact(f"{kind}.uncertain", part, f"{say('uncertain')} ({reason})")
        yield Fact(f"{kind}.doubt", "div.head:has(#antatt) + ul li", reason)
