"""Office files are zip archives of XML: opened with limits, and without entities."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from casebook.extraction.result import Problem

_MOST_UNPACKED = 200_000_000
_MOST_MEMBER = 60_000_000
_MOST_MEMBERS = 20_000
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, NotImplementedError)


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
        Unreadable: It is no archive, is locked, or would unpack to too much.
    """
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable("locked")  # a password-protected office file is an OLE container
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if len(members) > _MOST_MEMBERS or sum(m.file_size for m in members) > _MOST_UNPACKED:
                raise Unreadable("too-large")
            yield archive
    except _BROKEN as error:
        raise Unreadable("damaged") from error
    except RuntimeError as error:  # what zipfile raises when a member needs a password
        raise Unreadable("locked") from error


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
    with archive.open(info) as member:
        data = member.read(_MOST_MEMBER + 1)
    if len(data) > _MOST_MEMBER:
        raise Unreadable("too-large")
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise Unreadable("damaged") from error
    return root


def local(element: Element) -> str:
    """The tag without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
