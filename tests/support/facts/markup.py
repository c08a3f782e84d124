"""A fact and where on a page it must stand: sought in markup, never in the page as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode


@dataclass(frozen=True, slots=True)
class Fact:
    """What must be read in which part of a page."""

    field: str
    """``<record>.<field>`` of the field table."""
    where: str
    """CSS selector of the part; one of the elements it finds must hold all of the fact."""
    text: str = ""
    label: str = ""
    """The term that the fact stands beside, when the part is a definition list."""
    href: str = ""
    """The end of the address that the fact links to."""
    day: str = ""
    """The machine form of the date, from ``time``."""
    whole: bool = False
    """The part says this and nothing more."""

    def __str__(self) -> str:
        wanted = " ".join(part for part in (self.text, self.href, self.day) if part)
        place = f"{self.where} » {self.label}" if self.label else self.where
        return f"{self.field}: «{wanted[:90]}» is not in {place}"


def spoken(node: LexborNode) -> str:
    """The text of an element as words with single spaces; drawings are no text."""
    return re.sub(r"\s+", " ", node.text(separator=" ")).strip()


def squeezed(text: str) -> str:
    """Letters and digits only, so that neither spaces nor marks between elements matter."""
    return "".join(char for char in text.casefold() if char.isalnum())


def missing(tree: LexborHTMLParser, facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts that a page does not state where it should."""
    texts: dict[int, str] = {}
    parts: dict[tuple[str, str], list[LexborNode]] = {}
    for fact in facts:
        key = (fact.where, fact.label)
        if key not in parts:
            parts[key] = list(_parts(tree, fact))
        if not any(_holds(node, fact, texts) for node in parts[key]):
            yield fact


def _parts(tree: LexborHTMLParser, fact: Fact) -> Iterator[LexborNode]:
    for node in tree.css(fact.where):
        if not fact.label:
            yield node
            continue
        for term in node.css("dt"):
            if spoken(term) == fact.label and term.parent is not None:
                yield term.parent


def _holds(node: LexborNode, fact: Fact, texts: dict[int, str]) -> bool:
    if node.mem_id not in texts:
        texts[node.mem_id] = squeezed(node.text(separator=""))
    text, wanted = texts[node.mem_id], squeezed(fact.text)
    if text != wanted if fact.whole else wanted not in text:
        return False
    links = (link.attributes.get("href") or "" for link in node.css("a[href]"))
    if fact.href and not any(link.endswith(fact.href) for link in links):
        return False
    days = (time.attributes.get("datetime") or "" for time in node.css("time"))
    return not fact.day or fact.day in days
