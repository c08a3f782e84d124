"""Chooses the reader for a file, and holds what every reader must keep to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from casebook.extraction import office, opendocument, pdf
from casebook.extraction.archives import Unreadable
from casebook.extraction.result import Extracted, Page

MOST_BYTES = 64_000_000
MOST_CHARACTERS = 600_000
_SCANNED = 50
"""A PDF with fewer characters a page than this is most likely scanned."""
_READERS: dict[str, Callable[[bytes], Extracted]] = {
    "pdf": pdf.read,
    "docx": office.read_docx,
    "xlsx": office.read_xlsx,
    "pptx": office.read_pptx,
    "odt": opendocument.read,
    "ods": opendocument.read,
    "odp": opendocument.read,
    "txt": lambda data: Extracted((Page(data.decode("utf-8", "replace")),)),
    "csv": lambda data: Extracted((Page(data.decode("utf-8", "replace")),)),
}
SUFFIXES = frozenset(_READERS)
"""The kinds that can be read, as lower-case file endings without the stop."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_NEVER = re.compile(r"[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_HYPHENED = re.compile(r"(?<=[a-zæøåéèöäü])[-\u00ad\u2010]\s*\n\s*(?=[a-zæøåéèöäü])")
_SPACES = re.compile(r"[ \t\u00a0]+")
_LINES = re.compile(r"\s*\n\s*")


def extract(data: bytes, suffix: str) -> Extracted:
    """The text of a file.

    Args:
        data: The file's bytes.
        suffix: Its ending, with or without the stop, in any case.
    """
    reader = _READERS.get(suffix.lower().lstrip("."))
    if reader is None:
        return Extracted(problem="unsupported")
    if len(data) > MOST_BYTES:
        return Extracted(problem="too-large")
    try:
        found = reader(data)
    except Unreadable as error:
        return Extracted(problem=error.problem)
    except RecursionError:
        return Extracted(problem="damaged")
    pages, cut = _limited(replace(page, text=clean(page.text)) for page in found.pages)
    problem = "cut" if cut else found.problem
    if problem is None and found.page_count and suffix.lower().endswith("pdf"):
        read = sum(len(page.text) for page in pages)
        problem = "scanned" if read < _SCANNED * found.page_count else None
    return Extracted(pages, found.page_count, problem)


def clean(text: str) -> str:
    """Text without control and direction characters, lines joined where a word was divided."""
    text = _NEVER.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n"))
    text = _CONTROL.sub("", _HYPHENED.sub("", text)).replace("\u00ad", "")
    return _LINES.sub("\n", _SPACES.sub(" ", text)).strip()


def _limited(pages: Iterable[Page]) -> tuple[tuple[Page, ...], bool]:
    """The pages that have text, up to the limit, and whether something was left off."""
    kept: list[Page] = []
    left = MOST_CHARACTERS
    for page in pages:
        if not page.text:
            continue
        if len(page.text) > left:
            if left:
                kept.append(replace(page, text=page.text[:left]))
            return tuple(kept), True
        kept.append(page)
        left -= len(page.text)
    return tuple(kept), False
