"""What an editor could do next, as lines of a table."""

from __future__ import annotations

from collections.abc import Iterator

from casebook.graph.completeness import all_lacks
from casebook.graph.matrix import OPEN
from casebook.model.case import Case
from casebook.outputs import addresses
from casebook.outputs.pages.board_rows import expected_because
from casebook.outputs.pages.matrix import cells_of, matrix_cases
from casebook.outputs.pages.view import View

WORK_LIST = "arbeidsliste.csv"


def work_items(view: View) -> Iterator[tuple[str, str, str, str, str]]:
    """What an editor could do: kind, what, record, address and file; the most pressing first."""
    graph, words = view.graph, view.words
    for group in ("overdue", "silent"):
        for state in (s for s in graph.all_follow_ups if s.group == group):
            address = addresses.case(state.case.id, state.anchor)
            place = _place(view, state.case, address)
            yield words(f"board.{group}"), state.follow_up.action, *place
    for case in matrix_cases(graph):
        for cell in cells_of(graph, case):
            if cell.status in OPEN:
                who = graph.municipalities[cell.municipality].name()
                address = addresses.case(case.id, "kommunene")
                yield words(f"local_{cell.status}"), who, *_place(view, case, address)
    for missing in graph.expected:
        case, anchor = missing.treatment.case, missing.treatment.anchor
        address = addresses.case(case.id, anchor)
        yield words("board.without"), expected_because(view, missing), *_place(view, case, address)
    for lack in all_lacks(graph):
        title, address = _record(view, lack.kind, lack.record)
        yield words("status.lacks"), words(f"missing.{lack.part}"), title, address, lack.source


def _place(view: View, case: Case, address: str) -> tuple[str, str, str]:
    return view.title(case.id), address, case.origin.path


def _record(view: View, kind: str, record: str) -> tuple[str, str]:
    match kind:
        case "meeting":
            return str(view.meeting_link(record)["label"]), addresses.meeting(record)
        case "process":
            return view.graph.processes[record].title, addresses.process(record)
        case _:
            return view.title(record), addresses.case(record)
