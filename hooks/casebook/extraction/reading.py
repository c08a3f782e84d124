"""Chooses the reader for a file, and holds what every reader must keep to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from casebook.extraction import opendocument, plain, presentations, sheets, word
from casebook.extraction.archives import Unreadable
from casebook.extraction.result import Extracted, Page, Problem, Read
from casebook.personal_numbers import find_personal_numbers

MOST_BYTES = 64_000_000
MOST_CHARACTERS = 600_000
_SCANNED = 50
"""A PDF with fewer characters a page than this is most likely scanned."""


def _read_pdf(data: bytes) -> Read:
    from casebook.extraction import pdf  # noqa: PLC0415  # loads pypdf

    return pdf.read(data)


_READERS: dict[str, Callable[[bytes], Read]] = {
    "pdf": _read_pdf,
    "docx": word.read,
    "xlsx": sheets.read,
    "pptx": presentations.read,
    "odt": opendocument.read,
    "ods": opendocument.read,
    "odp": opendocument.read,
    "txt": plain.read,
    "csv": plain.read,
    "ics": plain.read_unseen,
    "json": plain.read_unseen,
    "geojson": plain.read_unseen,
}
SUFFIXES = frozenset(_READERS)
"""The kinds that can be read, as lower-case file endings without the stop."""
_LINE_ENDS = re.compile(r"\r\n?|[\f\v\u2028\u2029]")
_CONTROL = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_HYPHENED = re.compile(r"(?<=[a-zæøåéèöäü])[-\u00ad\u2010][ \t]*\n\s*(?=[a-zæøåéèöäü])")
_SPACES = re.compile(r"[ \t\u00a0]+")


def extract(data: bytes, suffix: str) -> Extracted:
    """The text of a file; whatever the file holds, the answer is a value.

    Args:
        data: The file's bytes.
        suffix: Its ending, with or without the stop, in any case.
    """
    suffix = suffix.lower().lstrip(".")
    reader = _READERS.get(suffix)
    if reader is None:
        return Extracted(problem="unsupported")
    if len(data) > MOST_BYTES:
        return Extracted(problem="too-large")
    try:
        read = reader(data)
    except Unreadable as error:
        return Extracted(problem=error.problem)
    except Exception:  # a parser may raise anything on a file made to harm it
        return Extracted(problem="damaged")
    return _tidied(read, suffix)


def _tidied(read: Read, suffix: str) -> Extracted:
    personal = tuple(sorted(set(_personal(read))))
    pages, cut = _limited(replace(page, text=clean(page.text)) for page in read.pages)
    problem: Problem | None = "cut" if cut or read.cut else None
    if problem is None and read.page_count and suffix == "pdf":
        length = sum(len(page.text) for page in pages)
        problem = "scanned" if length < _SCANNED * read.page_count else None
    return Extracted(pages, read.page_count, problem, personal)


def _personal(read: Read) -> Iterator[int]:
    """Where identity numbers stand; sought before columns become words of one line."""
    for page in (*read.pages, Page(read.hidden)):
        if next(find_personal_numbers(_plain(page.text)), None) is not None:
            yield page.number or 0


def clean(text: str) -> str:
    """Text without control and direction characters, lines joined where a word was divided."""
    text = _HYPHENED.sub("", _plain(text, keep="\u00ad")).replace("\u00ad", "")
    lines = (line.strip() for line in _SPACES.sub(" ", text).split("\n"))
    return "\n".join(line for line in lines if line)


def _plain(text: str, keep: str = "") -> str:
    text = _CONTROL.sub("", _LINE_ENDS.sub("\n", text))
    return text if keep else text.replace("\u00ad", "")


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
