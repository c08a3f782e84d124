"""Text inside attachments: it must be there to read, and hold nothing that may not be published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from casebook.diagnostics import Diagnostic, Span, finding
from casebook.extraction import Extracted
from casebook.graph import Graph

Texts = Mapping[tuple[str, str], Extracted]
"""What is known of the text of published attachments, by record id and file name."""

_CODES = {
    "scanned": "scanned-pdf",
    "damaged": "damaged-attachment",
    "locked": "locked-attachment",
    "cut": "half-read-attachment",
    "too-large": "half-read-attachment",
}


def unreadable(graph: Graph, texts: Texts) -> Iterator[Diagnostic]:
    """The text of an attachment can be read aloud, searched and checked."""
    for (record_id, name), known in texts.items():
        if known.problem in _CODES:
            yield finding(_CODES[known.problem], _place(graph, record_id, name), file=name)


def personal_numbers(graph: Graph, texts: Texts) -> Iterator[Diagnostic]:
    """No national identity number stands in an attachment, on its pages or hidden in it."""
    for (record_id, name), known in texts.items():
        for page in known.personal:
            span = _place(graph, record_id, name)
            if page:
                yield finding("personal-number-on-page", span, file=name, page=page)
            else:
                yield finding("personal-number-in-file", span, file=name)


def _place(graph: Graph, record_id: str, name: str) -> Span:
    """Where the record names the file."""
    case = graph.cases.get(record_id)
    documents = case.attachments if case else graph.meetings[record_id].documents
    return next(document.origin.at("file") for document in documents if document.file == name)
