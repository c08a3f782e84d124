"""Text of Excel files, sheet by sheet: shown text and stored values, not formulas."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from casebook.extraction.archives import attribute, local, needed, opened, other_text, xml
from casebook.extraction.result import Page, Read

_BOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"


def read(data: bytes) -> Read:
    """The text of a workbook; hidden sheets and comments are not seen.

    Raises:
        Unreadable: It is damaged, locked or too large.
    """
    with opened(data) as archive:
        shared = _shared_strings(xml(archive, "xl/sharedStrings.xml"))
        relations = needed(archive, _RELATIONS)
        targets = {r.get("Id"): _member(r.get("Target") or "") for r in relations}
        pages, hidden = [], []
        for sheet in (e for e in needed(archive, _BOOK).iter() if local(e) == "sheet"):
            key = next((v for name, v in sheet.items() if name.endswith("}id")), None)
            root = xml(archive, targets.get(key, ""))
            text = "" if root is None else "\n".join("\t".join(row) for row in _rows(root, shared))
            if attribute(sheet, "state") in ("hidden", "veryHidden"):
                hidden.append(text)
            else:
                pages.append(Page(text, None, sheet.get("name")))
        # The cells of a sheet hold places in the table of strings: their own XML says nothing.
        hidden.append(other_text(archive, [_BOOK, *targets.values()]))
        hidden += shared
    return Read(tuple(pages), len(pages), "\n".join(hidden))


def _member(target: str) -> str:
    """The archive's name of what a relation of the workbook points at."""
    return target[1:] if target.startswith("/") else f"xl/{target}"


def _shared_strings(root: Element | None) -> list[str]:
    return [] if root is None else [_text(item) for item in root if local(item) == "si"]


def _text(element: Element) -> str:
    """The runs of a text, without how it is pronounced."""
    return "".join(
        e.text or ""
        for part in element
        if local(part) != "rPh"
        for e in part.iter()
        if local(e) == "t"
    )


def _rows(root: Element, shared: list[str]) -> Iterator[list[str]]:
    for row in (e for e in root.iter() if local(e) == "row"):
        cells = [_cell(cell, shared) for cell in row if local(cell) == "c"]
        if any(cells):
            yield [cell for cell in cells if cell]


def _cell(cell: Element, shared: list[str]) -> str:
    kind = cell.get("t")
    if kind == "inlineStr":
        return "".join(_text(part) for part in cell if local(part) == "is")
    value = next((e.text or "" for e in cell if local(e) == "v"), "")
    if kind == "s":
        return shared[int(value)] if value.isdecimal() and int(value) < len(shared) else ""
    return value
