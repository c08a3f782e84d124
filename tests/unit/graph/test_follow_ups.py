"""How long a follow-up took, when both ends are known."""

from __future__ import annotations

from dataclasses import replace

from casebook.model.values import PartialDate
from tests.support import region


def test_a_log_that_begins_before_the_decision_gives_no_days() -> None:
    followed = (s for s in region.graph().all_follow_ups if s.treatment is not None)
    done = [state for state in followed if state.days_to_done is not None]
    assert done
    early = PartialDate(1999, 1, 1)
    for state in done:
        log = tuple(replace(entry, date=early) for entry in state.follow_up.log)
        moved = replace(state, follow_up=replace(state.follow_up, log=log))
        assert moved.days_to_done is None
