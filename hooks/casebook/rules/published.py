"""What has been published stays as it was, or says what changed."""

from __future__ import annotations

from collections.abc import Iterator

from casebook.diagnostics import Diagnostic, finding
from casebook.graph import Graph
from casebook.graph.treatments import Treatment
from casebook.ledger import decision_address, decision_digest, holds_text, same_text
from casebook.model.publication import Published
from casebook.rules.records import all_treatments


def silent_changes(graph: Graph) -> Iterator[Diagnostic]:
    """A decision text that is another than the published one has a new entry in ``endringer``."""
    for treatment in all_treatments(graph):
        decision = treatment.decision
        known = _known(graph, treatment)
        if decision is None or known is None or not holds_text(known.newest.digest):
            continue
        now = decision_digest(decision.source, len(treatment.case.changes))
        if same_text(known.newest.digest, now) or entries(now) > entries(known.newest.digest):
            continue
        span = decision.span
        day = known.newest.day
        yield finding("decision-changed-silently", span, anchor=treatment.anchor, day=day)


def _known(graph: Graph, treatment: Treatment) -> Published | None:
    """What was published of a decision, under the case's name or a former one."""
    ledger, case = graph.publication.ledger, treatment.case
    addresses = (decision_address(name, treatment.anchor) for name in (case.id, *case.aliases))
    return next((ledger[address] for address in addresses if address in ledger), None)


def entries(digest: str) -> int:
    """How many entries of ``endringer`` the case had when the digest was made."""
    return int(digest.rpartition("/")[2] or 0)
