"""What has been published stays as it was, or says what changed."""

from __future__ import annotations

from collections.abc import Iterator

from casebook.diagnostics import Diagnostic, finding
from casebook.graph import Graph
from casebook.ledger import decision_address, decision_digest, same_text
from casebook.rules.records import all_treatments


def silent_changes(graph: Graph) -> Iterator[Diagnostic]:
    """A decision text that is another than the published one has a new entry in ``endringer``."""
    for treatment in all_treatments(graph):
        decision = treatment.decision
        known = graph.publication.ledger.get(decision_address(treatment.case.id, treatment.anchor))
        if decision is None or known is None or not known.newest.digest:
            continue
        now = decision_digest(decision.source, len(treatment.case.changes))
        if same_text(known.newest.digest, now) or entries(now) > entries(known.newest.digest):
            continue
        span = treatment.case.origin.span
        day = known.newest.day
        yield finding("decision-changed-silently", span, anchor=treatment.anchor, day=day)


def entries(digest: str) -> int:
    """How many entries of ``endringer`` the case had when the digest was made."""
    return int(digest.rpartition("/")[2] or 0)
