"""What a case lacks: gaps that somebody could fill.

What is written as ``ukjent`` or ``ingen`` is no gap: somebody has looked.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from casebook.graph.treatments import Treatment
from casebook.model.case import Case
from casebook.model.text import SectionKind
from casebook.model.values import Gap, Record
from casebook.model.vocabulary import Effect, Outcome, Role

CASE_PARTS = 11
"""How many kinds of parts a case is asked for; a share of completeness is counted from it."""

TEXTLESS = frozenset({Outcome.DISCUSSED, Outcome.REFERRED, Outcome.WITHDRAWN, Outcome.NOT_TREATED})
"""What comes of a treatment without a text of its own."""


def case_lacks(case: Case, treatments: Iterable[Treatment], as_of: date) -> tuple[str, ...]:
    """The parts that a case lacks, each once, in the order in which they are read.

    Args:
        case: The case.
        treatments: What its agenda items say, joined with their meetings.
        as_of: The day from which a meeting is still to come.
    """
    found = [
        *(["summary"] if not case.summary else []),
        *(["treatment"] if not case.agenda_items and not case.local_decisions else []),
    ]
    for treatment in treatments:
        found += _treatment_lacks(treatment, as_of)
    withheld = case.content_withheld
    checks = {
        "text": case.text.is_empty and not withheld,
        "sources": not case.sources and is_absent(case, "sources"),
        "attachment": any(attachment.missing for attachment in case.attachments),
        "required": case.required is None
        and is_absent(case, "required")
        and any(item.effect is Effect.NEEDS_MUNICIPALITIES for item in case.agenda_items),
    }
    found += [part for part, lacking in checks.items() if lacking]
    return tuple(dict.fromkeys(found))


def _treatment_lacks(treatment: Treatment, as_of: date) -> list[str]:
    item, outcome = treatment.item, treatment.item.outcome
    coming = treatment.date is not None and treatment.date.last >= as_of
    decides = item.role in (Role.DECIDES, None)
    final = outcome is not None and outcome.final
    checks = {
        "date": treatment.date is None and is_absent(item, "date"),
        "number": not coming and not item.number and is_absent(item, "number"),
        "role": item.role is None and is_absent(item, "role"),
        "outcome": not coming and outcome is None and is_absent(item, "outcome"),
        "vote": outcome is not None
        and outcome.needs_vote
        and not item.votes
        and treatment.section(SectionKind.VOTE) is None
        and not treatment.withheld
        and is_absent(item, "votes"),
        "decision": final
        and decides
        and outcome not in TEXTLESS
        and treatment.decision is None
        and not treatment.withheld,
    }
    return [part for part, lacking in checks.items() if lacking]


def is_absent(record: Record, name: str) -> bool:
    """Whether nobody has said anything of a field, not even that it is unknown."""
    return record.gap(name) is Gap.ABSENT
