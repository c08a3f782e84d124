"""Link definitions, which stand apart from the text that uses them: ``[map]: https://x.no``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from casebook.markdown.engines import engine

_LABEL = re.compile(r"\[((?:\\.|[^\[\]\\])+)\]", re.DOTALL)


def used_definitions(definitions: str, texts: Iterable[str]) -> str:
    """The definitions whose label stands in one of the texts.

    Args:
        definitions: One definition a line (``CaseText.references``).
        texts: Markdown; what it defines itself is not used by that.
    """
    if not definitions:
        return ""
    running = map(without_definitions, texts)
    used = {_normal(label) for text in running for label in _LABEL.findall(text)}
    return "\n".join(line for line in definitions.split("\n") if _label_of(line) in used)


def without_definitions(source: str) -> str:
    """Markdown without the lines that only define links."""
    if "]:" not in source:
        return source
    gone = {
        line
        for found in engine().definitions(source)
        for line in range(found.line, found.end_line + 1)
    }
    lines = enumerate(source.split("\n"), start=1)
    return "\n".join(line for number, line in lines if number not in gone)


def _label_of(line: str) -> str:
    found = _LABEL.match(line)
    return _normal(found[1]) if found else ""


def _normal(label: str) -> str:
    """A label as CommonMark compares it: case and white space do not count."""
    return " ".join(label.split()).casefold()
