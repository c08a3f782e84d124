"""Office files are zip archives of XML: opened with limits, and without entities."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from casebook.extraction.result import Problem

_MOST_UNPACKED = 200_000_000
_MOST_MEMBER = 60_000_000
_MOST_MEMBERS = 20_000
_WITHOUT_TEXT = re.compile(
    r"(?:word|ppt|xl)/(?:theme/.*|slide(?:Layouts|Masters)/.*|styles|stylesWithEffects|fontTable|settings"
    r"|webSettings|numbering|presProps|viewProps|tableStyles|calcChain)(?:\.xml)?"
)
"""Parts that only say how things look; they are long and hold no one's words."""


class Unreadable(Exception):
    """A file that cannot be read; carries the reason."""

    def __init__(self, problem: Problem) -> None:
        """Take the reason."""
        super().__init__(problem)
        self.problem: Problem = problem


@contextmanager
def opened(data: bytes) -> Iterator[zipfile.ZipFile]:
    """An archive that is not larger than it may be.

    Raises:
        Unreadable: It is locked, or would unpack to too much.
    """
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable("locked")  # a password-protected office file is an OLE container
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
        if len(members) > _MOST_MEMBERS or sum(m.file_size for m in members) > _MOST_UNPACKED:
            raise Unreadable("too-large")
        yield archive


def xml(archive: zipfile.ZipFile, name: str) -> Element | None:
    """The root of an XML member, if there is such a member.

    Raises:
        Unreadable: It is locked, damaged or too large.
    """
    try:
        info = archive.getinfo(name)
    except KeyError:
        return None
    if info.flag_bits & 1:
        raise Unreadable("locked")
    if info.file_size > _MOST_MEMBER:  # zipfile never reads more than the archive says
        raise Unreadable("too-large")
    try:
        root: Element = fromstring(archive.read(info), forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise Unreadable("damaged") from error
    return root


def needed(archive: zipfile.ZipFile, name: str) -> Element:
    """The root of an XML member without which the file is no such file.

    Raises:
        Unreadable: It is missing, locked, damaged or too large.
    """
    root = xml(archive, name)
    if root is None:
        raise Unreadable("damaged")
    return root


def other_text(archive: zipfile.ZipFile, read: Collection[str]) -> str:
    """The text of every XML member besides those that were read as pages."""
    found: list[str] = []
    for name in archive.namelist():
        if name.endswith(".xml") and name not in read and not _WITHOUT_TEXT.fullmatch(name):
            try:
                root = xml(archive, name)
            except Unreadable:
                continue
            found += loose_text(root) if root is not None else ()
    return "\n".join(found)


def loose_text(root: Element) -> Iterator[str]:
    """All text below an element: paragraphs whole, everything else apart."""
    if local(root) == "p":
        yield "".join(root.itertext())
        return
    if root.text and not root.text.isspace():
        yield root.text
    for child in root:
        yield from loose_text(child)


def local(element: Element) -> str:
    """The tag without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Element, name: str) -> str | None:
    """An attribute by its name without the namespace."""
    return next((v for key, v in element.items() if key.rpartition("}")[2] == name), None)
