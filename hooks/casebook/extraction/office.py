"""Text of Word, Excel and PowerPoint files."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from casebook.extraction.archives import Unreadable, local, opened, xml
from casebook.extraction.result import Extracted, Page

_SLIDE = re.compile(r"ppt/slides/slide([0-9]+)\.xml$")
_DEEPEST = 8
_BROKEN = (OpcError, KeyError, ValueError, AttributeError, TypeError, SyntaxError, IndexError)
"""What python-docx and lxml raise on files that break the format."""


def read_docx(data: bytes) -> Extracted:
    """The text of a Word file, tables included, in reading order.

    Raises:
        Unreadable: It is damaged, locked or too large.
    """
    with opened(data) as archive:
        if xml(archive, "word/document.xml") is None:
            raise Unreadable("damaged")
        try:
            document = docx.Document(io.BytesIO(data))
            return Extracted((Page("\n".join(_blocks(document, 0))),))
        except _BROKEN as error:
            raise Unreadable("damaged") from error


def _blocks(container: Document | _Cell, depth: int) -> Iterator[str]:
    for block in container.iter_inner_content():
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, Table) and depth < _DEEPEST:
            for row in block.rows:
                cells = list(dict.fromkeys(cell._tc for cell in row.cells))  # merged ones once
                texts = (" ".join(_blocks(_Cell(tc, block), depth + 1)) for tc in cells)
                yield "\t".join(texts)


def read_pptx(data: bytes) -> Extracted:
    """The text of a presentation, slide by slide, in the order it is shown.

    Raises:
        Unreadable: It is damaged, locked or too large.
    """
    with opened(data) as archive:
        names = list(_slides(archive))
        if not names:
            raise Unreadable("damaged")
        pages = [Page(_paragraphs(archive, name), at) for at, name in enumerate(names, 1)]
    return Extracted(tuple(pages), len(pages))


def _slides(archive: zipfile.ZipFile) -> Iterable[str]:
    """The slides in the order of the presentation, else by number."""
    relations = xml(archive, "ppt/_rels/presentation.xml.rels")
    presentation = xml(archive, "ppt/presentation.xml")
    present = set(archive.namelist())
    if relations is not None and presentation is not None:
        targets = {r.get("Id"): f"ppt/{(r.get('Target') or '').lstrip('/')}" for r in relations}
        ids = [e for e in presentation.iter() if local(e) == "sldId"]
        keys = [value for e in ids for name, value in e.items() if name.endswith("}id")]
        ordered = [name for key in keys if (name := targets.get(key, "")) in present]
        if ordered:
            return ordered
    numbered = [(int(m[1]), name) for name in present if (m := _SLIDE.match(name))]
    return [name for _, name in sorted(numbered)]


def _paragraphs(archive: zipfile.ZipFile, name: str) -> str:
    root = xml(archive, name)
    if root is None:
        return ""
    lines = []
    for paragraph in root.iter():
        if local(paragraph) == "p":
            lines.append("".join(e.text or "" for e in paragraph.iter() if local(e) == "t"))
    return "\n".join(lines)


def read_xlsx(data: bytes) -> Extracted:
    """The text and the stored values of a workbook, sheet by sheet.

    Raises:
        Unreadable: It is damaged, locked or too large.
    """
    with opened(data) as archive:
        shared = _shared_strings(xml(archive, "xl/sharedStrings.xml"))
        book, relations = (
            xml(archive, "xl/workbook.xml"),
            xml(archive, "xl/_rels/workbook.xml.rels"),
        )
        if book is None or relations is None:
            raise Unreadable("damaged")
        targets = {r.get("Id"): (r.get("Target") or "").removeprefix("/xl/") for r in relations}
        pages = []
        for sheet in (e for e in book.iter() if local(e) == "sheet"):
            key = next((v for n, v in sheet.items() if n.endswith("}id")), None)
            root = xml(archive, f"xl/{targets.get(key, '')}")
            hidden = sheet.get("state") in ("hidden", "veryHidden")
            if root is not None and not hidden:
                text = "\n".join("\t".join(row) for row in _rows(root, shared))
                pages.append(Page(text, None, sheet.get("name")))
    return Extracted(tuple(pages), len(pages))


def _shared_strings(root: Element | None) -> list[str]:
    if root is None:
        return []
    return [
        "".join(e.text or "" for e in item.iter() if local(e) == "t")
        for item in root
        if local(item) == "si"
    ]


def _rows(root: Element, shared: list[str]) -> Iterator[list[str]]:
    for row in (e for e in root.iter() if local(e) == "row"):
        cells = [_cell(cell, shared) for cell in row if local(cell) == "c"]
        if any(cells):
            yield [cell for cell in cells if cell]


def _cell(cell: Element, shared: list[str]) -> str:
    kind = cell.get("t")
    if kind == "inlineStr":
        return "".join(e.text or "" for e in cell.iter() if local(e) == "t")
    value = next((e.text or "" for e in cell if local(e) == "v"), "")
    if kind == "s":
        return shared[int(value)] if value.isdigit() and int(value) < len(shared) else ""
    return value
