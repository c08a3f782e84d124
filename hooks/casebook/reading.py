"""From the text of one source file to one record. Pure: what the disk says comes in as values."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from casebook.diagnostics import Collector, Diagnostic, Note, Span
from casebook.frontmatter import Document, MappingNode, parse_yaml, split_document
from casebook.model.case import AgendaItem, Case
from casebook.model.meeting import Meeting
from casebook.model.process import Process
from casebook.model.publication import AddressChanges
from casebook.model.region import Region
from casebook.model.search_lists import SearchLists
from casebook.model.text import CaseText, SectionKind
from casebook.personal_numbers import find_personal_numbers
from casebook.schema.decoding import decode_record
from casebook.schema.doubts import PERIOD, apply_doubts
from casebook.schema.fields import RecordType
from casebook.schema.reference import FIELD_NAMES
from casebook.schema.tables import ADDRESS_CHANGES, CASE, MEETING, PROCESS, REGION, SEARCH_LISTS
from casebook.sections import split_sections
from casebook.votes import read_votes

_BY_ITEM = frozenset({"unknown-agenda-item", "section-without-item", "duplicate-section"})
"""What the headings of a text can only be told of when the agenda items are known."""
_FOLDERS = {MEETING.key: "meetings", PROCESS.key: "processes"}


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one file, and what its place in the folder says about it."""

    path: str
    """Relative to the content folder."""
    record_id: str
    text: str
    digest: str
    year: int | None = None


def read_region(source: Source) -> tuple[Region | None, list[Diagnostic]]:
    """Read ``region.yml``; of what it says, the days of its periods may be uncertain."""
    region, findings = _read_settings(source, REGION)
    if region is None:
        return None, findings
    collector = Collector()
    return apply_doubts(region, REGION, collector, PERIOD), [*findings, *collector]


def read_search_lists(source: Source) -> tuple[SearchLists | None, list[Diagnostic]]:
    """Read ``sok.yml``."""
    return _read_settings(source, SEARCH_LISTS)


def read_address_changes(source: Source) -> tuple[AddressChanges | None, list[Diagnostic]]:
    """Read ``adresser.yml``."""
    return _read_settings(source, ADDRESS_CHANGES)


def read_meeting(source: Source) -> tuple[Meeting | None, list[Diagnostic]]:
    """Read a meeting file."""
    collector = _collector(source)
    meeting: Meeting | None = _decode(source, MEETING, collector)
    return meeting, list(collector)


def read_process(source: Source) -> tuple[Process | None, list[Diagnostic]]:
    """Read a process file."""
    collector = _collector(source)
    process: Process | None = _decode(source, PROCESS, collector)
    return process, list(collector)


def read_case(
    source: Source, body_of_meeting: Mapping[str, str]
) -> tuple[Case | None, list[Diagnostic]]:
    """Read a case file.

    Args:
        source: The file.
        body_of_meeting: The body of every meeting, which gives an agenda item its usual id.
    """
    collector = _collector(source)
    document = split_document(source.text, source.path, collector, FIELD_NAMES)
    if document.root is None:
        return None, list(collector)
    case: Case | None = _decoded(source, document.root, CASE, collector, year=source.year)
    if case is None:
        return None, list(collector)
    guessed = document.root.guessed
    items = _named_items(case.agenda_items, body_of_meeting, Collector() if guessed else collector)
    case = dataclasses.replace(case, agenda_items=items)
    text = _text(document, source.path, tuple(item.id for item in items), collector)
    if guessed:
        return None, list(collector)
    case = dataclasses.replace(case, text=text)
    return apply_doubts(case, CASE, collector), list(collector)


def _read_settings(source: Source, record: RecordType) -> tuple[Any, list[Diagnostic]]:
    """Read a file that is YAML from its first line."""
    collector = _collector(source)
    root = parse_yaml(source.text, source.path, 1, collector, FIELD_NAMES)
    if root is None:
        return None, list(collector)
    found = Collector()
    settings = decode_record(root, record, found, digest=source.digest)
    collector.extend(_certain(found.items, root.guessed))
    return None if root.guessed else settings, list(collector)


def _collector(source: Source) -> Collector:
    """Starts with what is checked in a file as it is written, also when it is no record."""
    collector = Collector()
    text = source.text
    for found in find_personal_numbers(text):
        line = text.count("\n", 0, found.start) + 1
        column = found.start - (text.rfind("\n", 0, found.start) + 1) + 1
        end = column + found.end - found.start
        collector.add("personal-number", Span(source.path, line, column, end))
    return collector


def _decode(source: Source, record: RecordType, collector: Collector) -> Any:
    """Read a file that holds one record and a text without agenda items."""
    document = split_document(source.text, source.path, collector, FIELD_NAMES)
    if document.root is None:
        return None
    decoded = _decoded(source, document.root, record, collector)
    if decoded is None:
        return None
    text = _text(document, source.path, (), collector)
    if document.root.guessed:
        return None
    return apply_doubts(dataclasses.replace(decoded, text=text), record, collector)


def _decoded(
    source: Source, root: MappingNode, record: RecordType, collector: Collector, **extra: object
) -> Any:
    """The record of a file, unless its fields are those of another kind of file."""
    found = Collector()
    decoded = decode_record(root, record, found, id=source.record_id, digest=source.digest, **extra)
    kind = _other_kind(root, record) if found.items else None
    if kind is None:
        collector.extend(_certain(found.items, root.guessed))
        return decoded
    folder = _FOLDERS.get(kind.key) or source.record_id[:4]
    name = source.path.partition("/")[2]
    meant = f"{folder}/{name}" if kind.key in _FOLDERS or folder.isdigit() else None
    collector.add("wrong-folder", Span(source.path), suggestion=meant, kind=f"@record.{kind.key}")
    return None


def _certain(found: Iterable[Diagnostic], guessed: Collection[int]) -> Iterator[Diagnostic]:
    """The findings that stay whatever was meant on the lines that are a guess."""
    for item in found:
        places = (item.span, *(note.span for note in item.related))
        if not guessed or (
            item.code != "missing-field" and not any(place.line in guessed for place in places)
        ):
            yield item


def _other_kind(root: MappingNode, record: RecordType) -> RecordType | None:
    """The kind of file that all fields belong to, when it is not the one they were read as."""
    keys = [key.value for key, _ in root.entries]
    strange = [key for key in keys if record.field(key) is None]
    for kind in (CASE, MEETING, PROCESS):
        fields = [kind.field(key) for key in keys]
        if all(fields) and all(field in fields for field in kind.fields if field.required):
            # One strange field may be a slip, unless it is the one that only cases are about.
            told = len(strange) > 1 or (strange and kind.field("behandling") in fields)
            return kind if kind is not record and told else None
    return None


def _text(
    document: Document, path: str, item_ids: tuple[str, ...], collector: Collector
) -> CaseText:
    text, findings = split_sections(document.body, path, document.body_line, item_ids)
    if document.root is not None and document.root.guessed:
        findings = [item for item in findings if item.code not in _BY_ITEM]
    collector.extend(findings)
    for section in text.of_kind(SectionKind.VOTE):
        collector.extend(read_votes(section.source, path, section.first_line)[1])
    return text


def _named_items(
    items: tuple[AgendaItem, ...], body_of_meeting: Mapping[str, str], collector: Collector
) -> tuple[AgendaItem, ...]:
    """Give each item its id: the written one, else its body's, and refuse two alike."""
    named: dict[str, AgendaItem] = {}
    for place, item in enumerate(items, start=1):
        body = item.body or body_of_meeting.get(item.meeting) or _body_in_id(item.meeting)
        item_id = item.id or body or f"b{place}"
        if item_id in named:
            note = Note(named[item_id].origin.span, "first-here")
            collector.add("duplicate-agenda-item", item.origin.span, related=[note], id=item_id)
            item_id = f"{item_id}-{place}"
        named[item_id] = dataclasses.replace(item, id=item_id)
    return tuple(named.values())


def _body_in_id(meeting: str) -> str:
    """The body that a meeting's id most likely ends with, for a meeting that could not be read.

    Without it, one slip in a meeting's file would make every heading and follow-up that names its
    body a finding.
    """
    found = re.fullmatch(r"\d{4}(?:-\d{2}){0,2}-(.+)", meeting)
    return found[1] if found else ""
