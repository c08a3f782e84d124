"""Small files of every kind, made with independent libraries where there is one."""

from __future__ import annotations

import io
import zipfile

import docx
import openpyxl
from odfdo import Document, Header, Paragraph
from reportlab.pdfgen.canvas import Canvas


def pdf(*pages: str, password: str | None = None) -> bytes:
    """A PDF with one or more lines on each page."""
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=password)
    for page in pages:
        text = canvas.beginText(50, 780)
        for line in page.split("\n"):
            text.textLine(line)
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def word(*paragraphs: str, table: list[list[str]] | None = None) -> bytes:
    """A Word file with paragraphs and then a table."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if table:
        grid = document.add_table(len(table), len(table[0]))
        for row, texts in zip(grid.rows, table, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def excel(**sheets: list[list[object]]) -> bytes:
    """A workbook; a sheet whose name begins with ``skjult`` is hidden."""
    book = openpyxl.Workbook()
    for at, (name, rows) in enumerate(sheets.items()):
        sheet = book.create_sheet(name, at)
        for row in rows:
            sheet.append(row)
        if name.startswith("skjult"):
            sheet.sheet_state = "hidden"
    del book["Sheet"]
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def open_text(heading: str, *paragraphs: str) -> bytes:
    """An OpenDocument text."""
    document = Document("text")
    document.body.clear()
    document.body.append(Header(1, heading))
    for text in paragraphs:
        document.body.append(Paragraph(text))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def archive(**members: str) -> bytes:
    """A zip archive; ``__`` in a name stands for ``/`` and ``_0`` for a full stop."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in members.items():
            packed.writestr(name.replace("__", "/").replace("_0", "."), text)
    return out.getvalue()


_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def slides(*texts: str) -> bytes:
    """A presentation whose slides are stored in the opposite order of showing."""
    last = len(texts)
    members = {
        f"ppt__slides__slide{last - at}_0xml": (
            f'<sld xmlns:a="{_A}"><a:p><a:r><a:t>{text}</a:t></a:r></a:p></sld>'
        )
        for at, text in enumerate(texts)
    }
    ids = "".join(f'<sldId id="{at}" r:id="r{at}"/>' for at in range(last))
    members["ppt__presentation_0xml"] = f'<p xmlns:r="{_R}"><sldIdLst>{ids}</sldIdLst></p>'
    rows = (
        f'<Relationship Id="r{at}" Target="slides/slide{last - at}.xml"/>' for at in range(last)
    )
    members["ppt___rels__presentation_0xml_0rels"] = (
        f"<Relationships>{''.join(rows)}</Relationships>"
    )
    return archive(**members)
