"""Finds gaps between the locale files: a key, a placeholder or a text that one language lacks."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import yaml

from tests.support.building import ROOT

FOLDER = ROOT / "hooks" / "casebook" / "locales"
REFERENCE = "nb"
OTHERS = ("nn",)


def gaps(folder: Path = FOLDER) -> list[str]:
    """Every difference between the languages, as readable lines."""
    references = sorted(folder.glob(f"*.{REFERENCE}.yml"))
    if not references:
        return [f"{folder}: no locale file for {REFERENCE}"]
    found = []
    for reference in references:
        topic = reference.name.removesuffix(f".{REFERENCE}.yml")
        found += list(_faults(reference))
        for language in OTHERS:
            other = folder / f"{topic}.{language}.yml"
            found += list(_faults(other))
            found += list(_differences(reference, other))
    alone = {path.name.split(".")[0] for path in folder.glob("*.yml")}
    alone -= {path.name.split(".")[0] for path in references}
    return found + [f"{topic}: has no {REFERENCE}" for topic in sorted(alone)]


def _pairs(path: Path) -> list[tuple[str, str]]:
    """Keys and texts in order, doubled keys included, which a plain load would hide."""
    if not path.exists():
        return []
    node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    if not isinstance(node, yaml.MappingNode):
        return []
    return [(str(key.value), str(value.value)) for key, value in node.value]


def _faults(path: Path) -> Iterator[str]:
    pairs = _pairs(path)
    if not pairs:
        yield f"{path.name}: is missing or empty"
    for key, count in Counter(key for key, _ in pairs).items():
        if count > 1:
            yield f"{path.name}: '{key}' stands {count} times"
    for key, text in pairs:
        if not text.strip():
            yield f"{path.name}: '{key}' is empty"


def _differences(reference: Path, other: Path) -> Iterator[str]:
    expected, actual = dict(_pairs(reference)), dict(_pairs(other))
    for key in expected.keys() - actual.keys():
        yield f"{other.name}: lacks '{key}'"
    for key in actual.keys() - expected.keys():
        yield f"{other.name}: has '{key}', which {reference.name} lacks"
    for key in expected.keys() & actual.keys():
        if _placeholders(expected[key]) != _placeholders(actual[key]):
            yield f"{other.name}: '{key}' has other placeholders than {reference.name}"


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def main() -> int:
    """Print the gaps; 1 if there are any."""
    found = sorted(gaps())
    print("\n".join(found), file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
