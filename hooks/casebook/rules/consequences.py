"""Findings that only follow from another one: when that is mended, they are gone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from casebook.diagnostics import Diagnostic

_NAMELESS = frozenset(
    {"unknown-agenda-item", "unknown-builds-on", "unknown-concern", "unknown-uncertain-path"}
)
"""An agenda item has the id of its body, so without its meeting or body nothing can name it."""


def without_consequences(findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings that stand on their own. Those left out all follow from an error that stays."""
    kept = tuple(findings)
    following: dict[str, set[str]] = defaultdict(set)
    for finding in kept:
        if _loses_an_item(finding):
            following[finding.span.path] |= _NAMELESS
    for finding in kept:
        if finding.code not in following[finding.span.path]:
            yield finding


def _loses_an_item(finding: Diagnostic) -> bool:
    """Whether an agenda item's place could not be read."""
    params = dict(finding.params)
    if finding.code == "unknown-reference":
        return params["kind"] in ("@kind.meeting", "@kind.body")
    return (
        finding.code == "unknown-key"
        and params["record"] == "@record.agenda-item"
        and finding.suggestion in ("møte", "organ", "id")
    )
