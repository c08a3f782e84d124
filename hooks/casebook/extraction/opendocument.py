"""Text of OpenDocument files: text, spreadsheets and presentations."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from casebook.extraction.archives import (
    Unreadable,
    attribute,
    local,
    loose_text,
    needed,
    opened,
    other_text,
    xml,
)
from casebook.extraction.result import Page, Read

_CONTENT = "content.xml"
_UNSEEN = {"tracked-changes", "annotation", "notes", "forms", "sequence-decls"}
"""Deleted text, comments and speaker's notes are in the file, but not on its pages."""


def read(data: bytes) -> Read:
    """The text of an OpenDocument file; slides and sheets one by one.

    Raises:
        Unreadable: It is damaged, locked or too large.
    """
    with opened(data) as archive:
        root = _content(archive)
        unseen = [t for e in root.iter() if local(e) in _UNSEEN for t in loose_text(e)]
        hidden = "\n".join((*unseen, other_text(archive, (_CONTENT,))))
    pages = tuple(_pages(root))
    return Read(pages, len(pages) if pages[0].number or pages[0].label else None, hidden)


def _content(archive: ZipFile) -> Element:
    """The content; of a file with a password it is there, but no XML.

    Raises:
        Unreadable: It is damaged, locked or too large.
    """
    manifest = xml(archive, "META-INF/manifest.xml")
    if manifest is not None and any(local(e) == "encryption-data" for e in manifest.iter()):
        raise Unreadable("locked")
    return needed(archive, _CONTENT)


def _pages(root: Element) -> Iterator[Page]:
    body = next((e for e in root.iter() if local(e) == "body"), root)
    kind = next((local(e) for e in body), "")
    parts = [e for whole in body for e in whole]
    slides = [e for e in parts if local(e) == "page"] if kind in ("presentation", "drawing") else []
    tables = [e for e in parts if local(e) == "table"] if kind == "spreadsheet" else []
    for number, slide in enumerate(slides, 1):
        yield Page("\n".join(_lines(slide)), number)
    for table in tables:
        yield Page("\n".join(_lines(table)), None, attribute(table, "name"))
    if not slides and not tables:
        yield Page("\n".join(_lines(body)))


def _lines(element: Element) -> Iterator[str]:
    """The paragraphs, headings and table rows below an element."""
    kind = local(element)
    if kind in ("p", "h"):
        yield "".join(_text(element))
    elif kind == "table-row":
        yield "\t".join(text for cell in element if (text := " ".join(_lines(cell))))
    elif kind not in _UNSEEN:
        for child in element:
            yield from _lines(child)


def _text(element: Element) -> Iterator[str]:
    kind = local(element)
    if kind in _UNSEEN:
        return
    if kind == "s":
        yield " "
    elif kind == "tab":
        yield "\t"
    elif kind == "line-break":
        yield "\n"
    yield element.text or ""
    for child in element:
        yield from _text(child)
        yield child.tail or ""
