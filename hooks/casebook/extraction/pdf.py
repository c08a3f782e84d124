"""Text of PDF files, page by page, with pypdf."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pypdf
from pypdf.errors import DependencyError, PyPdfError

from casebook.extraction.archives import Unreadable
from casebook.extraction.result import Page, Read

MOST_PAGES = 1_000
MOST_DRAWING = 4_000_000
"""Bytes of drawing on one page; a map of millions of lines takes minutes to read."""
MOST_DRAWING_IN_ALL = 40_000_000

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every fault it repaired


def page_count(data: bytes) -> int | None:
    """Pages of a PDF; None for a file that only looks like one."""
    try:
        return len(pypdf.PdfReader(io.BytesIO(data)).pages)
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError):
        return None


def read(data: bytes) -> Read:
    """The text of a PDF; a page that is damaged has none, and the others still count.

    Raises:
        Unreadable: It needs a password.
    """
    reader = pypdf.PdfReader(io.BytesIO(data))
    try:
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("locked")
        count = len(reader.pages)
    except DependencyError as error:  # a cipher that would need one more package
        raise Unreadable("locked") from error
    pages, hidden = [], list(_properties(reader))
    left, broken = MOST_DRAWING_IN_ALL, 0
    for at in range(min(count, MOST_PAGES)):
        try:
            page = reader.pages[at]
            hidden += _annotations(page)
            drawing = _drawing(page)
            left -= drawing
            if drawing <= MOST_DRAWING and left >= 0:
                pages.append(Page(page.extract_text(), at + 1))
        except Exception:  # as in `extract`, but the other pages may be sound
            broken += 1
    if count and broken == count:
        raise Unreadable("damaged")
    return Read(tuple(pages), count, "\n".join(hidden), cut=len(pages) < count)


def _drawing(page: pypdf.PageObject) -> int:
    """Bytes of the instructions that draw a page."""
    contents = page.get_contents()
    return 0 if contents is None else len(contents.get_data())


def _properties(reader: pypdf.PdfReader) -> Iterator[str]:
    """Title, author and the like."""
    try:
        yield from (str(value) for value in (reader.metadata or {}).values())
    except Exception:  # as above: the text may be sound
        return


def _annotations(page: pypdf.PageObject) -> Iterator[str]:
    """Comments, and what is filled into forms."""
    for reference in page.annotations or ():
        annotation = reference.get_object()
        for key in ("/Contents", "/V"):
            if isinstance(value := annotation.get(key), str):
                yield value
