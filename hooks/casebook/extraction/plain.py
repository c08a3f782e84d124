"""Text files, in the encodings that office programs write."""

from __future__ import annotations

from casebook.extraction.result import Page, Read

_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def read(data: bytes) -> Read:
    """The text of a file for people."""
    return Read((Page(_decoded(data)),))


def read_unseen(data: bytes) -> Read:
    """The text of a file for programs: checked for personal data, not searched."""
    return Read((), hidden=_decoded(data))


def _decoded(data: bytes) -> str:
    marked = next((name for mark, name in _MARKS.items() if data.startswith(mark)), None)
    if marked is not None:
        return data.decode(marked, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
