"""Files beside a record: the ones it names must be there, be safe, and be meant for publication."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from casebook.diagnostics import Diagnostic, Span, finding
from casebook.graph import Graph
from casebook.loading import MEDIA_TYPES
from casebook.model.case import Attachment
from casebook.model.files import FileFacts
from casebook.model.meeting import MeetingDocument
from casebook.model.values import Origin
from casebook.rules.records import text_records
from casebook.schema.suggestions import nearest

_FOLDER_FILES = frozenset({"case.md", "meeting.md", "process.md"})
_PLACES = frozenset({"file", "link", "missing", "exempt"})


@dataclass(frozen=True, slots=True)
class _Named:
    """A file that a record names, and what is known of it."""

    name: str
    span: Span
    beside: Mapping[str, FileFacts]

    @property
    def outside(self) -> bool:
        path = PurePosixPath(self.name)
        return path.is_absolute() or self.name.startswith("~") or ".." in path.parts

    @property
    def facts(self) -> FileFacts | None:
        return self.beside.get(self.name)


def missing_files(graph: Graph) -> Iterator[Diagnostic]:
    """A named file lies in the record's folder."""
    for named in _named_files(graph):
        if named.outside:
            yield finding("attachment-outside", named.span, file=named.name)
        elif named.facts is None:
            meant = _meant(named)
            yield finding("missing-attachment", named.span, suggestion=meant, file=named.name)


def _meant(named: _Named) -> str | None:
    """What was most likely meant by the name of a file that is not there."""
    if named.name.startswith(("https://", "http://")):
        return f'lenke: "{named.name}"'
    return nearest(named.name, named.beside)


def unsafe_files(graph: Graph) -> Iterator[Diagnostic]:
    """A named file is of a type that a browser does not run."""
    for named in _named_files(graph):
        extension = PurePosixPath(named.name).suffix.lower().lstrip(".")
        if extension not in MEDIA_TYPES and (named.facts is not None or _meant(named) is None):
            yield finding("unsafe-file-type", named.span, file=named.name)


def unused_files(graph: Graph) -> Iterator[Diagnostic]:
    """A file beside a record is named by it."""
    for record in text_records(graph):
        beside = graph.files.get(record.id, {})
        used = {document.file for document in _documents(graph, record.id)}
        # A misspelt name has its own finding, which asks whether this file was meant.
        meant = {nearest(name, beside) for name in used if name and name not in beside}
        if any("file" in document.origin.unread for document in _documents(graph, record.id)):
            continue
        for name in sorted(beside):
            if name not in used | meant:
                span = Span(f"{_folder(record.origin, record.id)}/{name}")
                yield finding("unused-file", span, file=name, id=record.id)


def withheld_files(graph: Graph) -> Iterator[Diagnostic]:
    """A withheld document has neither file nor link."""
    for case in graph.cases.values():
        for attachment in case.attachments:
            if attachment.exempt is None:
                continue
            for key in ("file", "link"):
                if getattr(attachment, key):
                    span = attachment.origin.at(key)
                    value = getattr(attachment, key)
                    yield finding("withheld-file", span, title=attachment.title, value=value)


def conflicting_places(graph: Graph) -> Iterator[Diagnostic]:
    """A document is in one place: a file, a link, or missing."""
    keys = {"file": "fil", "link": "lenke", "missing": "mangler"}
    for record in text_records(graph):
        for document in _documents(graph, record.id):
            given = [key for key in keys if getattr(document, key, "")]
            if len(given) > 1:
                first, second = (keys[key] for key in given[:2])
                span = document.origin.at(given[1])
                yield finding("conflicting-attachment", span, first=first, second=second)


def empty_attachments(graph: Graph) -> Iterator[Diagnostic]:
    """An attachment says where the document is, or why it is not here."""
    for case in graph.cases.values():
        for attachment in case.attachments:
            given = attachment.file or attachment.link or attachment.missing or attachment.exempt
            told = {*attachment.gaps, *attachment.origin.unread} & _PLACES
            if not given and not told:
                span = attachment.origin.span
                yield finding("attachment-without-file", span, title=attachment.title)


def _documents(graph: Graph, record_id: str) -> tuple[Attachment | MeetingDocument, ...]:
    if record_id in graph.cases:
        return graph.cases[record_id].attachments
    if record_id in graph.meetings:
        return graph.meetings[record_id].documents
    return ()


def _named_files(graph: Graph) -> Iterator[_Named]:
    for record in text_records(graph):
        beside = graph.files.get(record.id, {})
        for document in _documents(graph, record.id):
            if document.file:
                yield _Named(document.file, document.origin.at("file"), beside)


def _folder(origin: Origin, record_id: str) -> str:
    """The folder of a record's own files, relative to the content folder."""
    path = PurePosixPath(origin.path)
    inside = path.name in _FOLDER_FILES and path.parent.name == record_id
    return str(path.parent if inside else path.with_suffix(""))
