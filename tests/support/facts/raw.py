"""The raw files: YAML as strings and Markdown as text, read without the programme's decoder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, TypeGuard

import yaml

from casebook.schema.compounds import Many, Nested
from casebook.schema.fields import RecordType
from casebook.schema.tables import CASE
from tests.support.building import ROOT

CASES = ROOT / "tests" / "fixtures" / "cases"
NOTHING = {"ukjent": "unknown", "ingen": "none"}
Raw = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Document:
    """One file: its id, the front matter as written, and the text below it."""

    id: str
    front: Raw
    body: str
    folder: Path


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a case's text with what stands under it."""

    title: str
    lines: tuple[str, ...]
    item: str = ""
    """The treatment that the section belongs to."""


@dataclass(frozen=True, slots=True)
class Archive:
    """All files of the invented region."""

    region: Raw
    cases: Mapping[str, Document]
    meetings: Mapping[str, Document]
    processes: Mapping[str, Document]
    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def register(self, name: str, key: str) -> Raw | None:
        """An entry of a list in region.yml."""
        return next((entry for entry in items(self.region.get(name)) if entry["id"] == key), None)


@cache
def archive() -> Archive:
    """The invented region, read once."""
    region = yaml.load((CASES / "region.yml").read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts only
    kinds: dict[str, dict[str, Document]] = {"meetings": {}, "processes": {}, "cases": {}}
    for path in sorted(CASES.rglob("*.md")):
        document = _document(path)
        folder = path.relative_to(CASES).parts[0]
        kinds[folder if folder in kinds else "cases"][document.id] = document
    return Archive(region, kinds["cases"], kinds["meetings"], kinds["processes"])


def _document(path: Path) -> Document:
    _, front, body = re.split(r"^---[ ]*$", path.read_text("utf-8"), maxsplit=2, flags=re.M)
    loaded = yaml.load(front, Loader=yaml.BaseLoader)  # noqa: S506 - texts only
    is_folder = path.name == "case.md"
    folder = path.parent if is_folder else path.with_suffix("")
    return Document(folder.name, _norwegian(loaded, CASE), body, folder)


def _norwegian(raw: Any, record: RecordType) -> Any:
    """The keys in Norwegian; a file may write them in English instead."""
    if not isinstance(raw, dict):
        return raw
    translated: dict[str, Any] = {}
    for key, value in raw.items():
        known = record.field(key)
        if known is None or key == known.norwegian:
            translated[key] = value
            continue
        kind = known.type.item if isinstance(known.type, Many) else known.type
        inner = kind.record() if isinstance(kind, Nested) else None
        several = isinstance(value, list) and inner is not None
        translated[known.norwegian] = (
            [_norwegian(item, inner) for item in value] if several and inner else value
        )
    return translated


def items(value: Any) -> list[Any]:
    """The entries of a list; a single value stands for a list of one, a gap for none."""
    if value is None or value == "" or value in tuple(NOTHING):
        return []
    return value if isinstance(value, list) else [value]


def mapping(value: Any, key: str) -> Raw:
    """A record that may be written as a single value, which then stands for one of its fields."""
    return value if isinstance(value, dict) else {key: value}


def given(value: Any) -> TypeGuard[Any]:
    """Whether there is a value, rather than one of the three kinds of nothing."""
    return bool(value) and value not in tuple(NOTHING)


def gap(value: Any) -> str:
    """Which kind of nothing stands in the file: absent, unknown or none."""
    return NOTHING.get(value, "absent") if isinstance(value, str) else "absent"


def sections(body: str) -> Iterator[Section]:
    """The text by heading; ``## Møtebehandling: <id>`` opens a treatment's own sections."""
    title, item, lines = "", "", list[str]()
    for line in body.split("\n"):
        heading = re.match(r"(#{1,6})\s+(.*)", line)
        if heading is None:
            lines.append(line)
            continue
        if any(lines):
            yield Section(title, tuple(lines), item)
        lines = []
        treatment = re.match(r"Møtebehandling:\s*(\S+)", heading[2])
        if len(heading[1]) == 2:
            item = treatment[1] if treatment else ""
        title = "" if treatment else heading[2].strip()
    if any(lines):
        yield Section(title, tuple(lines), item)


_MONTH = re.compile(r"(?:jan|feb|mars|april|mai|juni|juli|aug|sep|okt|nov|des)")


def points(lines: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    """Fragment, written number and first line of each point of a decision, sub-points included."""
    above = ""
    for line in lines:
        found = re.match(r"(\s*)(\d+(?:\.\d+)*|[a-z]{1,3})([.)])\s*(\S.*)", line)
        nested = re.match(r"(\s+)(\d+\.\d+)()\s+(\S.*)", line) or found
        if nested is None or _MONTH.match(nested[4]):
            continue
        indent, number, mark, text = nested.groups()
        if not indent and number.isdigit():
            above = number
            yield number, number, text
        elif indent and above:
            inner = number.removeprefix(f"{above}.").replace(".", "-")
            yield f"{above}-{inner}", f"{number}{mark}".rstrip("."), text
