"""The records of a region as their files say them, read without any of the package's own code.

A test that read them through the package would agree with the package's mistakes. Every value that
a test looks at is remembered, so that a field nobody looks at can be told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.support.building import ROOT

FOLDER = ROOT / "tests" / "fixtures" / "cases"
ENGLISH = {
    "title": "tittel",
    "summary": "kort",
    "topics": "temaer",
    "verbatim": "ordrett",
    "agenda_items": "behandling",
    "meeting": "møte",
    "number": "nummer",
    "role": "rolle",
    "outcome": "utfall",
    "effect": "virkning",
    "votes": "votering",
    "follow_ups": "oppfølging",
    "action": "hva",
    "concerns": "gjelder",
    "deadline": "frist",
    "log": "logg",
    "date": "dato",
    "text": "tekst",
    "owners": "eier",
}
MONTHS = (
    "januar februar mars april mai juni juli august september oktober november desember".split()
)


@dataclass(slots=True)
class Raw:
    """A piece of a file: a mapping, a list or a text, and the path that leads to it."""

    value: Any
    path: str = ""
    used: set[str] = field(default_factory=set)

    def get(self, key: str) -> Raw | None:
        """The piece under a key."""
        if not isinstance(self.value, dict) or key not in self.value:
            return None
        return Raw(self.value[key], f"{self.path}.{key}".lstrip("."), self.used)

    def text(self, key: str) -> str:
        """The text under a key; empty when there is none."""
        piece = self.get(key)
        return piece.read() if piece else ""

    def read(self) -> str:
        """The text that this piece is; empty for a mapping or a list."""
        if not isinstance(self.value, str):
            return ""
        self.used.add(self.path)
        return self.value

    def many(self, key: str) -> list[Raw]:
        """The pieces under a key, one alone counted as a list of one."""
        piece = self.get(key)
        if piece is None:
            return []
        values = piece.value if isinstance(piece.value, list) else [piece.value]
        return [Raw(value, piece.path, self.used) for value in values]

    def texts(self, key: str) -> list[str]:
        """The texts under a key."""
        return [text for piece in self.many(key) if (text := piece.read())]

    def pairs(self, key: str) -> list[tuple[str, str]]:
        """The keys and texts of a mapping under a key; the path names the mapping alone."""
        piece = self.get(key)
        if piece is None or not isinstance(piece.value, dict):
            return []
        self.used.update(leaves(piece.value, piece.path))
        return [(name, str(value)) for name, value in piece.value.items()]

    def skip(self, *keys: str) -> None:
        """Count everything under the keys as looked at."""
        for key in keys:
            if piece := self.get(key):
                self.used.update(leaves(piece.value, piece.path))


@dataclass(frozen=True, slots=True)
class Record:
    """One file."""

    kind: str
    """``case``, ``meeting`` or ``process``."""
    id: str
    raw: Raw
    body: str

    def leaves(self) -> set[str]:
        """The paths of all the values that the file has."""
        return set(leaves(self.raw.value, ""))


def leaves(value: Any, path: str) -> Iterator[str]:
    """The paths of all texts in a value; places in lists have no path of their own."""
    if isinstance(value, dict):
        for key, entry in value.items():
            yield from leaves(entry, f"{path}.{key}".lstrip("."))
    elif isinstance(value, list):
        for entry in value:
            yield from leaves(entry, path)
    elif value:
        yield path


def _norwegian(value: Any) -> Any:
    if isinstance(value, dict):
        return {ENGLISH.get(key, key): _norwegian(entry) for key, entry in value.items()}
    return [_norwegian(entry) for entry in value] if isinstance(value, list) else value


def read(path: Path) -> Record:
    """Read one file."""
    text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    _, front, body = re.split(r"^---\s*$", text, maxsplit=2, flags=re.MULTILINE)
    value = _norwegian(yaml.load(front, Loader=yaml.BaseLoader) or {})  # noqa: S506 - texts only
    kinds = {"meetings": "meeting", "processes": "process"}
    name = path.parent.name if path.name == "case.md" else path.stem
    return Record(kinds.get(path.parent.name, "case"), name, Raw(value), body)


@cache
def records() -> tuple[Record, ...]:
    """Every case, meeting and process of the invented region."""
    return tuple(read(path) for path in sorted(FOLDER.rglob("*.md")))


@cache
def region() -> dict[str, Any]:
    """The register of the invented region."""
    text = (FOLDER / "region.yml").read_text(encoding="utf-8")
    value: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - texts only
    return value


def name_of(entry: dict[str, Any], day: str = "9999", language: str = "nb") -> str:
    """The name of a body, municipality, topic or owner on a day."""
    name = entry["navn"]
    if isinstance(name, dict):
        return str(name.get(language) or name["nb"])
    if isinstance(name, str):
        return name
    fitting = [n for n in name if n.get("fra", "0") <= day <= n.get("til", "9999")]
    return str((fitting or name)[-1]["navn"])


def day_text(written: str) -> str:
    """A date as a page says it: ``2022-05-24`` is 24. mai 2022."""
    parts = written.split("-")
    year = parts[0]
    month = MONTHS[int(parts[1]) - 1] if len(parts) > 1 else ""
    day = f"{int(parts[2])}." if len(parts) > 2 else ""
    return " ".join(part for part in (day, month, year) if part)


@cache
def words(language: str = "nb") -> dict[str, str]:
    """The interface texts of a language."""
    merged: dict[str, str] = {}
    for path in (ROOT / "hooks/casebook/locales").glob(f"*.{language}.yml"):
        merged |= yaml.safe_load(path.read_text(encoding="utf-8"))
    return merged
