"""What a case file that lies or is named wrongly should most likely be called."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from casebook.schema.slugs import likely_id

_TEXT = re.compile(r"(.+?)(?:\.md\.txt|\.md|\.markdown)|(\d{4}-.+?)\.txt", re.IGNORECASE)
"""Names that a case file gets by accident: editors hide or add the last part."""

_REGISTER = re.compile(
    r"(region|s[oø]k|adresser|publisert)\.(?:ya?ml|txt)(?:\.txt)?", re.IGNORECASE
)


def likely_register(path: Path) -> str | None:
    """The name of a file that stands for the site as a whole, for one that almost has it."""
    found = _REGISTER.fullmatch(path.name)
    if found is None:
        return None
    name = found[1].lower().replace("ø", "o")
    meant = f"{name}.txt" if name == "publisert" else f"{name}.yml"
    return meant if meant != path.name else None


def likely_name(path: Path) -> str | None:
    """The name of a case file, for a file that is one by all but its ending."""
    found = _TEXT.fullmatch(path.name)
    meant = likely_id(found[1] or found[2]) if found else ""
    return f"{meant}.md" if meant else None


def likely_place(path: Path) -> str | None:
    """Where a case file that lies among the folders should be."""
    name = likely_name(path)
    year = re.match(r"(?:19|20)\d{2}(?=-)", path.name)
    return f"{year[0]}/{name}" if year and name else None


def likely_record(folder: str, inside: Iterable[Path]) -> str | None:
    """The name that the only text in a folder should have."""
    texts = [path.name for path in inside if _TEXT.fullmatch(path.name)]
    return f"{folder}/case.md" if len(texts) == 1 else None
