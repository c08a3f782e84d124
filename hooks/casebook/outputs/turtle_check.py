"""Whether a Turtle file can be read: words, brackets, prefixes and ends of statements."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD = re.compile(
    r"""(?P<space>\s+)|(?P<iri><[^<>"{}|^`\\\s]*>)|"""
    r"""(?P<literal>"(?:[^"\\\n]|\\[tbnrf"'\\]|\\u[0-9A-Fa-f]{4})*"(?:@[a-z]+(?:-[a-z0-9]+)*)?)|"""
    r"""(?P<prefix>@prefix\s+(?P<name>\w*):\s+<[^<>\s]*>\s*\.)|(?P<type>\^\^)|"""
    r"""(?P<term>(?P<of>\w*):[\w.-]*\w)|(?P<a>a(?=\s))|(?P<number>[+-]?\d+(?:\.\d+)?)|"""
    r"""(?P<sign>[\[\];,.()])"""
)
_PAIRS = {"]": "[", ")": "("}


def turtle_problems(text: str) -> Iterator[str]:
    """What is wrong with a file, as far as it can be told without a store of triples."""
    known: set[str] = set()
    opened: list[str] = []
    place, last = 0, ""
    while place < len(text):
        found = _WORD.match(text, place)
        if found is None:
            yield f"cannot be read from line {text.count(chr(10), 0, place) + 1}"
            return
        place = found.end()
        if found["name"] is not None:
            known.add(found["name"])
        elif found["of"] is not None and found["of"] not in known:
            yield f"the prefix {found['of']} is not declared"
        elif found["sign"] in ("[", "("):
            opened.append(found["sign"])
        elif found["sign"] in _PAIRS and (not opened or opened.pop() != _PAIRS[found["sign"]]):
            yield f"{found['sign']} closes nothing"
        last = last if found["space"] else found[0]
    if opened or not last.endswith("."):
        yield "the last statement has no end"
