"""Text of OpenDocument files: text, spreadsheets and presentations."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from casebook.extraction.archives import Unreadable, local, opened, xml
from casebook.extraction.result import Extracted, Page

_SKIPPED = {"tracked-changes", "annotation", "forms", "sequence-decls"}
"""Deleted text and comments are not what was published."""


def read(data: bytes) -> Extracted:
    """The text of an OpenDocument file; slides and sheets one by one.

    Raises:
        Unreadable: It is damaged, locked or too large.
    """
    with opened(data) as archive:
        root = xml(archive, "content.xml")
    if root is None:
        raise Unreadable("damaged")
    slides = [e for e in root.iter() if local(e) == "page"]
    if slides:
        pages = [Page("\n".join(_lines(slide)), at) for at, slide in enumerate(slides, 1)]
        return Extracted(tuple(pages), len(pages))
    body = next((e for e in root.iter() if local(e) == "body"), root)
    sheets = [
        e for kind in body if local(kind) == "spreadsheet" for e in kind if local(e) == "table"
    ]
    if sheets:
        named = [Page("\n".join(_lines(s)), None, _attribute(s, "name")) for s in sheets]
        return Extracted(tuple(named), len(named))
    return Extracted((Page("\n".join(_lines(body))),))


def _attribute(element: Element, name: str) -> str | None:
    return next((value for key, value in element.items() if key.endswith("}" + name)), None)


def _lines(element: Element) -> Iterator[str]:
    """The paragraphs and headings below an element."""
    if local(element) in _SKIPPED:
        return
    if local(element) in ("p", "h"):
        yield "".join(_text(element))
        return
    for child in element:
        yield from _lines(child)


def _text(element: Element) -> Iterator[str]:
    if local(element) in _SKIPPED:
        return
    if local(element) == "s":
        yield " " * min(100, int(_attribute(element, "c") or "1"))
    elif local(element) in ("tab", "line-break"):
        yield " "
    yield element.text or ""
    for child in element:
        yield from _text(child)
        yield child.tail or ""
