"""Tables for spreadsheets: semicolons, UTF-8 with a byte order mark, as Excel reads it here.

A cell that a spreadsheet would take for a formula gets an apostrophe in front.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from casebook.graph import Graph
from casebook.graph.figures import Figure, figures
from casebook.graph.followups import FollowUpState
from casebook.i18n import Words
from casebook.outputs.output_file import OutputFile
from casebook.outputs.pages.board import selections
from casebook.outputs.pages.board_rows import GROUPS, urgency
from casebook.outputs.pages.completeness import STATUS, WORK_LIST, work_items
from casebook.outputs.pages.figures import FIGURES, row_label, series_labels
from casebook.outputs.pages.matrix import MATRIX, cells_of, matrix_cases
from casebook.outputs.pages.view import View
from casebook.outputs.plain import in_words

FOLLOW_UP_COLUMNS = (
    "utvalg",
    "møtedato",
    "saksnr",
    "tittel",
    "vedtak",
    "ansvarlig",
    "status",
    "merknad",
)
"""The columns that Norwegian councils use in their own reports."""

MATRIX_COLUMNS = (
    "sak",
    "saksnr",
    "tittel",
    "kommune",
    "må behandle",
    "status",
    "organ",
    "dato",
    "dato antatt",
    "kommunens saksnr",
    "lenke",
)

WORK_COLUMNS = ("hva", "gjelder", "sak, møte eller prosess", "adresse", "fil")

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A table as bytes."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return b"\xef\xbb\xbf" + written.getvalue().encode()


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) and not isinstance(value, int | float) else text


def table_files(graph: Graph) -> Iterator[OutputFile]:
    """The tables of the board: the whole, and one beside each page of a facet."""
    for selection in selections(graph):
        uri = f"{selection.address}oppfolging.csv"
        yield OutputFile(uri, partial(follow_up_table, graph, selection.states))
    yield OutputFile(f"{MATRIX}matrise.csv", partial(matrix_table, graph))
    yield OutputFile(f"{STATUS}{WORK_LIST}", partial(work_table, graph))
    for figure in figures(graph):
        uri = f"{FIGURES}{figure.name}.csv"
        yield OutputFile(uri, partial(figure_table, graph, figure))


def work_table(graph: Graph) -> bytes:
    """The editor's work list."""
    return table(WORK_COLUMNS, work_items(View(graph, graph.region.language, "index.html")))


def figure_table(graph: Graph, figure: Figure) -> bytes:
    """A figure with all its rows."""
    words = Words(graph.region.language)
    columns = [words(f"figures.kind.{figure.kind}"), *series_labels(words, figure)]
    rows = ([row_label(graph, words, figure, key), *values] for key, values in figure.rows)
    return table(columns, rows)


def matrix_table(graph: Graph) -> bytes:
    """One line for each decision and municipality."""
    view = View(graph, graph.region.language, "index.html")
    return table(MATRIX_COLUMNS, _matrix_lines(view))


def _matrix_lines(view: View) -> Iterator[list[str]]:
    graph = view.graph
    for case in matrix_cases(graph):
        number = view.number(graph.states[case.id].treatment)
        for cell in cells_of(graph, case):
            decision = cell.decision
            yield [
                case.id,
                number,
                view.title(case.id),
                graph.municipalities[cell.municipality].name(),
                "ja" if cell.required else "",
                cell.status,
                decision.body if decision else "",
                decision.date.iso if decision and decision.date else "",
                "ja" if decision and decision.doubt("date") else "",
                decision.number if decision else "",
                decision.link if decision else "",
            ]


def follow_up_table(graph: Graph, states: Iterable[FollowUpState]) -> bytes:
    """Follow-ups in the columns of the councils' own reports, in the board's order."""
    view = View(graph, graph.region.language, "index.html")
    ordered = sorted(states, key=lambda s: (GROUPS.index(s.group), urgency(s)))
    return table(FOLLOW_UP_COLUMNS, (_follow_up(view, state) for state in ordered))


def _follow_up(view: View, state: FollowUpState) -> list[str]:
    treatment = state.treatment
    day = treatment.date if treatment is not None else None
    body = treatment.body.name(view.name_day(day)) if treatment and treatment.body else ""
    return [
        body,
        day.iso if day is not None else "",
        view.number(treatment),
        view.title(state.case.id),
        _decision(view, state),
        view.likely(
            view.words.join(view.graph.owner_name(owner) for owner in state.follow_up.owners),
            state.follow_up.doubt("owners"),
        ),
        status_text(view, state),
        _remark(view, state),
    ]


def status_text(view: View, state: FollowUpState) -> str:
    """A follow-up's status in words, the same as its badge."""
    status = view.words(f"status_{state.status.value if state.status else 'ikke-registrert'}")
    return view.likely(status, state.status_doubt)


def _decision(view: View, state: FollowUpState) -> str:
    """The text of the point that it concerns, else what is to be done."""
    if state.point is None or (state.treatment is not None and state.treatment.withheld):
        return state.follow_up.action
    return f"{state.point.label} {in_words(state.point.source)}"


def _remark(view: View, state: FollowUpState) -> str:
    """What is to be done, the deadline, whether it is late, and the last that was heard."""
    words, parts = view.words, [state.follow_up.action]
    deadline = state.follow_up.deadline
    if deadline is not None:
        when = words.date(deadline.date) if deadline.date else deadline.text
        parts.append(f"{words('deadline')}: {view.likely(when, state.follow_up.doubt('deadline'))}")
    if state.overdue:
        parts.append(words("status_over-frist"))
    if state.silent:
        parts.append(words("silent_for", months=view.graph.region.silent_months).rstrip("."))
    last = state.last_entry
    if last is not None:
        heard = view.likely(words.short_date(last.date), last.doubt("date"))
        parts.append(f"{heard}: {last.text.rstrip('.')}".rstrip(": "))
    if state.treatment is not None and state.treatment.date_doubt:
        parts.append(f"{words('report.date')}: {words('uncertain')}")
    return ". ".join(part.rstrip(".") for part in parts if part)
