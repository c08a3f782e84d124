"""The running text of a record: every line of every section stands in its part of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.support.facts import raw, register
from tests.support.facts.markup import Fact
from tests.support.facts.raw import Document, Section, items
from tests.support.facts.speech import Speech

OWN = ("Vedtak",)
"""Sections that stand as points of a treatment; see ``treatments``."""
_REFERENCE = re.compile(r"^\s*\[[^\]]+\]:\s.*$")
_LIST_MARK = re.compile(r"^\s*(?:(?:[-*>#]+|\d+(?:\.\d+)*[.)]?|[a-z][.)]|[ivx]+[.)])\s*)+")


def plain(line: str) -> str:
    """A line of Markdown without its marks: link targets, table borders, emphasis, list marks."""
    text = _REFERENCE.sub("", line)
    text = re.sub(r"!?\[([^\]]*)\](\([^)]*\)|\[[^\]]*\])?", r"\1", text)
    text = re.sub(r"<(https?://[^>]+)>", r"\1", _LIST_MARK.sub("", text))
    return re.sub(r"&\w+;|\\", "", text)


def text_facts(record: Document, say: Speech) -> Iterator[Fact]:
    """Every line of text; a treatment's own sections within the treatment."""
    front = record.front
    if "innhold" in items(front.get("unntatt", {}).get("hva")):
        return
    treated = {register.item_id(item): item for item in items(front.get("behandling"))}
    for section in raw.sections(record.body):
        item = treated.get(section.item, {})
        if "innhold" in items(item.get("unntatt", {}).get("hva")):
            continue
        yield from _section(section, len(treated) == 1, say)


def _section(section: Section, alone: bool, say: Speech) -> Iterator[Fact]:
    if section.title in OWN and (section.item or alone):
        return
    part = f'section.treatment[id="{section.item}"]' if section.item else ".record-main"
    if section.title and not section.item and section.title != "Votering":
        heading = section.title.rstrip(":")
        yield Fact("text.title", f"{part} :is(h2, h3, h4, summary)", heading)
    for line in section.lines:
        for cell in line.split("|"):
            if words := plain(cell).strip():
                yield Fact("text", part, words)
