"""Text of PDF files, page by page, with pypdf."""

from __future__ import annotations

import io
import logging

import pypdf
from pypdf.errors import PyPdfError

from casebook.extraction.archives import Unreadable
from casebook.extraction.result import Extracted, Page

MOST_PAGES = 1_000
_BROKEN = (
    PyPdfError,
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    AssertionError,
    NotImplementedError,
    OverflowError,
    OSError,
    EOFError,
    ZeroDivisionError,
)
"""What pypdf may raise on files that break the format; a damaged file is no bug of ours."""

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every fault it repaired


def read(data: bytes) -> Extracted:
    """The text of a PDF.

    Raises:
        Unreadable: It is damaged or needs a password.
    """
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("locked")
        count = len(reader.pages)
    except _BROKEN as error:
        raise Unreadable("damaged") from error
    pages = tuple(Page(_page(reader, at), at + 1) for at in range(min(count, MOST_PAGES)))
    return Extracted(pages, count, "cut" if count > MOST_PAGES else None)


def _page(reader: pypdf.PdfReader, at: int) -> str:
    """The text of a page; a page that is damaged has none, and the others still count."""
    try:
        return reader.pages[at].extract_text()
    except _BROKEN:
        return ""
