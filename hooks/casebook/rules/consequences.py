"""Findings that only follow from another one: when that is mended, they are gone.

An error is left out only for the sake of an error that stays: what follows from a warning, or may
do so, is told once instead of each time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from casebook.diagnostics import Diagnostic, Note, Severity
from casebook.findings import catalogue

_NAMELESS = frozenset(
    {"unknown-agenda-item", "unknown-builds-on", "unknown-concern", "unknown-uncertain-path"}
)
"""An agenda item has the id of its body, so without its meeting or body nothing can name it."""

_NAMING_POINTS = frozenset({"unknown-concern", "unknown-point"})
_COUNTING_POINTS = frozenset({"point-number-restart", "duplicate-point"})
"""What names or counts points, where the text that holds them was not read as it was meant."""

_UNREAD = frozenset({"unread-heading", "section-level"})
"""A part of the text that is not read as one: only a warning, so errors that follow must stay."""

_INCOMPLETE = frozenset({"item-without-body", "outcome-without-vote", "attachment-without-file"})
"""What an entry lacks whose fields have slipped out of it."""

_ITEM_KEYS = {("@record.agenda-item", key) for key in ("møte", "organ", "id")} | {
    ("@record.case", "behandling")
}
"""The fields without which a case has no agenda item that can be named."""

_REGION = "region.yml"


def without_consequences(findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings that stand on their own. Those left out all follow from an error that stays."""
    kept = tuple(findings)
    following = _following(kept)
    swallowed = {(f.span.path, f.span.line) for f in kept if f.code == "unquoted-hash"}
    unread = {f.span.path: Note(f.span) for f in kept if f.code in _UNREAD}
    loose = any(map(_loses_entries, kept))
    told: set[object] = set()
    for finding in sorted(kept, key=lambda finding: finding.sort_key):
        cause = _shared_cause(finding, unread, loose=loose)
        if cause in told:
            continue
        if cause is not None:
            told.add(cause)
        # A value that is all comment is blank because of the sign in front of it.
        emptied = (finding.span.path, finding.span.line) in swallowed
        if finding.code in following[finding.span.path] or (
            emptied and finding.code == "blank-value"
        ):
            continue
        yield _led_to(finding, unread.get(finding.span.path))


def _following(kept: Iterable[Diagnostic]) -> Mapping[str, set[str]]:
    """For each file the codes of what only follows from its other findings."""
    following: dict[str, set[str]] = defaultdict(set)
    for finding in kept:
        if finding.code == "misplaced-key":
            following[finding.span.path] |= _NAMELESS | _INCOMPLETE
        elif _loses_an_item(finding):
            following[finding.span.path] |= _NAMELESS
        elif finding.code == "duplicate-section":
            following[finding.span.path] |= _NAMING_POINTS | _COUNTING_POINTS
        elif finding.code in _UNREAD:
            following[finding.span.path].add("point-number-restart")
    return following


def _shared_cause(finding: Diagnostic, unread: Mapping[str, Note], *, loose: bool) -> object:
    """What a finding probably follows from together with others; None when it stands alone."""
    if finding.code == "unknown-concern" and finding.span.path in unread:
        return finding.span.path
    return finding.params if loose and finding.code == "unknown-reference" else None


def _loses_entries(finding: Diagnostic) -> bool:
    """Whether entries of a register may be lost, so that everything that names one is at fault."""
    return finding.span.path == _REGION and catalogue()[finding.code].severity is Severity.ERROR


def _led_to(finding: Diagnostic, heading: Note | None) -> Diagnostic:
    """A finding about points with the heading that hides them, which is what has to be mended."""
    if heading is None or finding.code not in _NAMING_POINTS | _COUNTING_POINTS:
        return finding
    return replace(finding, suggestion=None, related=(*finding.related, heading))


def _loses_an_item(finding: Diagnostic) -> bool:
    """Whether an agenda item's place could not be read."""
    params = dict(finding.params)
    if finding.code == "unknown-reference":
        return params["kind"] in ("@kind.meeting", "@kind.body")
    return finding.code == "unknown-key" and (params["record"], finding.suggestion) in _ITEM_KEYS
