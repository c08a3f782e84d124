"""Findings that only follow from another one: when that is mended, they are gone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from casebook.diagnostics import Diagnostic

_NAMELESS = frozenset(
    {"unknown-agenda-item", "unknown-builds-on", "unknown-concern", "unknown-uncertain-path"}
)
"""An agenda item has the id of its body, so without its meeting or body nothing can name it."""

_INCOMPLETE = frozenset({"item-without-body", "outcome-without-vote", "attachment-without-file"})
"""What an entry lacks whose fields have slipped out of it."""


def without_consequences(findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings that stand on their own. Those left out all follow from an error that stays."""
    kept = tuple(findings)
    following: dict[str, set[str]] = defaultdict(set)
    for finding in kept:
        if finding.code == "misplaced-key":
            following[finding.span.path] |= _NAMELESS | _INCOMPLETE
        elif _loses_an_item(finding):
            following[finding.span.path] |= _NAMELESS
    swallowed = {(f.span.path, f.span.line) for f in kept if f.code == "unquoted-hash"}
    for finding in kept:
        # A value that is all comment is blank because of the sign in front of it.
        emptied = (finding.span.path, finding.span.line) in swallowed
        if finding.code in following[finding.span.path] or (
            emptied and finding.code == "blank-value"
        ):
            continue
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
