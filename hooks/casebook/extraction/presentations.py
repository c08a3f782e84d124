"""Text of PowerPoint files, slide by slide."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from casebook.extraction.archives import Unreadable, local, needed, opened, other_text, xml
from casebook.extraction.result import Page, Read

_SLIDE = re.compile(r"ppt/slides/slide([0-9]+)\.xml")


def read(data: bytes) -> Read:
    """The text of a presentation in the order it is shown; hidden slides and notes are not seen.

    Raises:
        Unreadable: It is damaged, locked or too large.
    """
    with opened(data) as archive:
        names = _slides(archive)
        if not names:
            raise Unreadable("damaged")
        pages = []
        shown = []
        for number, name in enumerate(names, 1):
            slide = needed(archive, name)
            if slide.get("show") not in ("0", "false"):
                pages.append(Page("\n".join(_paragraphs(slide)), number))
                shown.append(name)
        return Read(tuple(pages), len(names), other_text(archive, shown))


def _slides(archive: zipfile.ZipFile) -> list[str]:
    """The slides in the order of the presentation, else by number."""
    relations = xml(archive, "ppt/_rels/presentation.xml.rels")
    presentation = xml(archive, "ppt/presentation.xml")
    present = set(archive.namelist())
    if relations is not None and presentation is not None:
        targets = {r.get("Id"): _member(r.get("Target") or "") for r in relations}
        # A slide has a number and a relation, both called id; only the latter has a namespace.
        ids = [e for e in presentation.iter() if local(e) == "sldId"]
        keys = [value for e in ids for name, value in e.items() if name.endswith("}id")]
        ordered = [name for key in keys if (name := targets.get(key, "")) in present]
        if ordered:
            return list(dict.fromkeys(ordered))
    numbered = [(int(m[1]), name) for name in present if (m := _SLIDE.fullmatch(name))]
    return [name for _, name in sorted(numbered)]


def _member(target: str) -> str:
    """The archive's name of what a relation of the presentation points at."""
    return target[1:] if target.startswith("/") else f"ppt/{target}"


def _paragraphs(slide: Element) -> Iterator[str]:
    for paragraph in slide.iter():
        if local(paragraph) == "p":
            yield "".join(_text(paragraph))


def _text(paragraph: Element) -> Iterator[str]:
    for element in paragraph.iter():
        if local(element) == "t":
            yield element.text or ""
        elif local(element) == "br":
            yield "\n"
