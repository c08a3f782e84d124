"""The catalogue of findings: one file per code, with what it says, means, and how to mend it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from casebook.diagnostics import Severity

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a finding says in one language."""

    message: str
    what: str
    why: str
    cure: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One code."""

    code: str
    severity: Severity
    nb: Explanation
    nn: Explanation
    wrong: str
    """A short example that has the fault."""
    right: str
    """The same example without it."""

    def text(self, language: str) -> Explanation:
        """The explanation in a language."""
        return self.nn if language == "nn" else self.nb


@cache
def catalogue() -> Mapping[str, Entry]:
    """Every code that the programme can find, in alphabetic order."""
    files = sorted(resources.files("casebook.findings").iterdir(), key=lambda entry: entry.name)
    return {
        entry.name.removesuffix(".yml"): _read(
            entry.name.removesuffix(".yml"), entry.read_text("utf-8")
        )
        for entry in files
        if entry.name.endswith(".yml")
    }


def _read(code: str, text: str) -> Entry:
    data = yaml.load(text, Loader=_LOADER)  # noqa: S506  # the safe loader, in C
    example = data.get("example") or {}
    return Entry(
        code=code,
        severity=Severity[data["severity"].upper()],
        nb=Explanation(**data["nb"]),
        nn=Explanation(**data["nn"]),
        wrong=example.get("wrong", ""),
        right=example.get("right", ""),
    )
