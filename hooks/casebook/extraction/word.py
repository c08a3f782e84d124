"""Text of Word files: body, tables and text boxes in reading order, then notes, then headers.

python-docx would skip content controls, text boxes and notes, so the parts are read as XML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from casebook.extraction.archives import local, needed, opened, other_text, xml
from casebook.extraction.result import Page, Read

_MAIN = "word/document.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_EDGE = re.compile(r"word/(?:header|footer)[0-9]*\.xml")
_LEFT_OUT = {"del", "moveFrom", "Fallback", "delText", "instrText"}
"""Deleted and moved text, the second copy of a text box, and what fields are computed from."""
_MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read(data: bytes) -> Read:
    """The text of a Word file.

    Raises:
        Unreadable: It is damaged, locked or too large.
    """
    with opened(data) as archive:
        body = needed(archive, _MAIN)
        edges = sorted(name for name in archive.namelist() if _EDGE.fullmatch(name))
        seen = [body, *(root for n in (*_NOTES, *edges) if (root := xml(archive, n)) is not None)]
        lines = [line for root in seen for line in _blocks(root)]
        hidden = [text for root in seen for text in _hidden(root)]
        hidden.append(other_text(archive, (_MAIN, *_NOTES, *edges)))
    return Read((Page("\n".join(lines)),), hidden="\n".join(hidden))


def _blocks(element: Element) -> Iterator[str]:
    """Paragraphs and table rows as lines."""
    kind = local(element)
    if kind == "p":
        yield "".join(_text(element))
    elif kind == "tr":
        yield "\t".join(" ".join(_blocks(cell)) for cell in element)
    elif kind not in _LEFT_OUT:
        for child in element:
            yield from _blocks(child)


def _text(element: Element) -> Iterator[str]:
    """The visible text of a paragraph; a text box in it begins a line of its own."""
    for child in element:
        kind = local(child)
        if kind == "t":
            yield child.text or ""
        elif kind in _MARKS:
            yield _MARKS[kind]
        elif kind == "p":
            yield "\n"
            yield from _text(child)
        elif kind not in _LEFT_OUT and not _vanished(child):
            yield from _text(child)


def _vanished(run: Element) -> bool:
    """Whether a run of text is marked as hidden."""
    return local(run) == "r" and any(
        local(mark) == "vanish" for marks in run if local(marks) == "rPr" for mark in marks
    )


def _hidden(root: Element) -> Iterator[str]:
    """Deleted text and hidden runs, which a file still holds."""
    for element in root.iter():
        if local(element) in ("del", "moveFrom") or _vanished(element):
            yield "".join(element.itertext())
