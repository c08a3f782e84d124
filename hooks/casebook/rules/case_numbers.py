"""Case numbers: readable, of a known series, and given once.

The archive's odd case is that one meeting gave several matters one number. That is what the record
says, so it is a warning when the uses share their occasion (same meeting, same date, same case, or
a date that is not known). The same number on two occasions can only be a slip, and is an error.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from casebook.diagnostics import Diagnostic, Note, Span, finding
from casebook.graph import Graph, Treatment
from casebook.model.region import Numbering
from casebook.model.values import PartialDate
from casebook.numbers import CaseNumber, format_number, parse_number
from casebook.rules.records import all_treatments
from casebook.schema.suggestions import nearest

_Key = tuple[str, str, int, int]


@dataclass(frozen=True, slots=True)
class _Use:
    """One use of a number."""

    span: Span
    written: str
    case: str
    meeting: str
    date: PartialDate | None

    def shares_occasion(self, other: _Use) -> bool:
        if self.case == other.case != "" or self.meeting == other.meeting != "":
            return True
        return self.date is None or other.date is None or self.date.agrees_with(other.date)


def duplicates(graph: Graph) -> Iterator[Diagnostic]:
    """A body gives a number once."""
    uses: dict[_Key, list[_Use]] = defaultdict(list)
    for key, use in [*_case_uses(graph), *_formality_uses(graph)]:
        uses[key].append(use)
    for found in uses.values():
        ordered = sorted(found, key=lambda use: use.span)
        first = ordered[0]
        for use in ordered[1:]:
            code = "shared-number" if use.shares_occasion(first) else "duplicate-number"
            note = Note(first.span, "first-here")
            yield finding(code, use.span, related=[note], number=use.written)


def _case_uses(graph: Graph) -> Iterator[tuple[_Key, _Use]]:
    for treatment in all_treatments(graph):
        item, number = treatment.item, treatment.number
        if number is None or treatment.body is None:
            continue
        span = item.origin.at("number")
        use = _Use(span, item.number, treatment.case.id, item.meeting, treatment.date)
        yield _key(treatment.body.id, number, item.series), use


def _formality_uses(graph: Graph) -> Iterator[tuple[_Key, _Use]]:
    for meeting in graph.meetings.values():
        for formality in meeting.formalities:
            number = parse_number(formality.number) if formality.number else None
            if number is not None and meeting.body:
                span = formality.origin.at("number")
                use = _Use(span, formality.number, "", meeting.id, meeting.date)
                yield _key(meeting.body, number, ""), use


def _key(body: str, number: CaseNumber, series: str) -> _Key:
    return (body, series or number.series, number.number, number.year)


def unreadable(graph: Graph) -> Iterator[Diagnostic]:
    """A number can be read, and its year is that of the treatment."""
    for treatment in all_treatments(graph):
        item = treatment.item
        if not item.number:
            continue
        span = item.origin.at("number")
        if treatment.number is None:
            yield finding("unreadable-number", span, value=item.number)
        elif treatment.date is not None and treatment.number.year != treatment.date.year:
            year = treatment.date.year
            turned = _turned(item.number, year)
            yield finding(
                "number-year-differs", span, suggestion=turned, value=item.number, year=year
            )
        else:
            yield from _format(treatment, treatment.number)


def _turned(written: str, year: int) -> str | None:
    """The number the right way round, when the year was written first: "2021/09"."""
    first, slash, last = written.strip().partition("/")
    return f"{last}/{first}" if slash and first == str(year) and last.isdigit() else None


def _format(treatment: Treatment, number: CaseNumber) -> Iterator[Diagnostic]:
    """The number is written as the body writes its numbers, whatever the letters before it."""
    numbering = treatment.body.numbering if treatment.body else None
    if numbering is None:
        return
    written = " ".join(treatment.item.number.split())
    expected = format_number(numbering.format, number.number, number.year)
    if _digits(written) != _digits(expected):
        span = treatment.item.origin.at("number")
        letters = _letters(written) or _letters(expected)
        usual = f"{letters}{_digits(expected)}"
        yield finding("number-format-differs", span, value=written, expected=usual)


def _letters(written: str) -> str:
    """The letters of a number's series, with what stands behind them."""
    return written[: len(written) - len(_digits(written))]


def _digits(written: str) -> str:
    """The number without the letters of its series."""
    return written[next((i for i, char in enumerate(written) if char.isdigit()), 0) :]


def series(graph: Graph) -> Iterator[Diagnostic]:
    """``serie`` names a series of the body, and agrees with the letters of the number."""
    for treatment in all_treatments(graph):
        item = treatment.item
        if not item.series:
            continue
        span = item.origin.at("series")
        known = _series_ids(treatment.body.numbering if treatment.body else None)
        written = treatment.number.series if treatment.number else ""
        if treatment.body is not None and item.series not in known:
            close = nearest(item.series, known)
            yield finding("unknown-series", span, suggestion=close, value=item.series)
        elif written and written != item.series:
            yield finding("series-differs", span, series=item.series, number=item.number)


def _series_ids(numbering: Numbering | None) -> list[str]:
    return [entry.id for entry in numbering.series] if numbering else []
