"""Mentions resolved: what «sak 06/2021» or «møte 25.05.2021» in a text stands for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from casebook.graph.treatments import Treatment
from casebook.mentions import Mention, MentionKind, find_mentions
from casebook.model.case import Case
from casebook.model.meeting import Meeting
from casebook.model.region import Body
from casebook.numbers import CaseNumber

Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Target:
    """A record that a mention stands for."""

    kind: str
    """``case`` or ``meeting``."""
    id: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A case under one of its numbers."""

    case_id: str
    body_id: str
    series: str


class MentionIndex:
    """Every number and meeting date that a text can mention."""

    def __init__(
        self,
        treatments: Mapping[str, Sequence[Treatment]],
        meetings: Mapping[str, Meeting],
        bodies: Mapping[str, Body],
    ) -> None:
        """Index the numbers of all treatments and the dates of all meetings."""
        self._numbers: dict[Key, dict[str, _Numbered]] = defaultdict(dict)
        self._archive: dict[Key, set[str]] = defaultdict(set)
        self._meetings: dict[date, list[Meeting]] = defaultdict(list)
        self._bodies = bodies
        for case_id, found in treatments.items():
            for treatment in found:
                self._add_number(case_id, treatment, treatment.number)
        for meeting in meetings.values():
            day = meeting.date.exact if meeting.date else None
            if day is not None:
                self._meetings[day].append(meeting)

    def add_archive_number(self, case: Case) -> None:
        """Make a case known under its archive number."""
        year, _, number = case.archive_number.partition("/")
        if year.isdigit() and number.isdigit():
            self._archive[int(number), int(year)].add(case.id)

    def _add_number(self, case_id: str, treatment: Treatment, number: CaseNumber | None) -> None:
        if number is not None:
            body = treatment.body.id if treatment.body else ""
            series = number.series or treatment.item.series
            entry = _Numbered(case_id, body, series)
            self._numbers[number.number, number.year].setdefault(f"{case_id} {body}", entry)

    def resolve(self, mention: Mention, bodies: frozenset[str]) -> Target | None:
        """What a mention stands for; None when nothing or more than one thing fits.

        Args:
            mention: What the text says.
            bodies: The bodies that treated the case whose text it is; they break ties.
        """
        if mention.kind is MentionKind.MEETING:
            return self._meeting(mention, bodies)
        if mention.kind is MentionKind.ARCHIVE:
            found = {case for key in mention.readings for case in self._archive.get(key, ())}
            return Target("case", found.pop()) if len(found) == 1 else None
        return self._case(mention, bodies)

    def _case(self, mention: Mention, bodies: frozenset[str]) -> Target | None:
        for reading in mention.readings:
            found = list(self._numbers.get(reading, {}).values())
            if mention.series and any(entry.series for entry in found):
                found = [e for e in found if e.series in (mention.series, "")]
            if len({entry.case_id for entry in found}) > 1:
                found = [entry for entry in found if entry.body_id in bodies]
            cases = {entry.case_id for entry in found}
            if len(cases) == 1:
                return Target("case", cases.pop())
        return None

    def _meeting(self, mention: Mention, bodies: frozenset[str]) -> Target | None:
        found = self._meetings.get(mention.date, []) if mention.date else []
        if mention.body:
            named = [m for m in found if self._is_named(m, mention.body)]
            found = named or found
        if len(found) > 1:
            found = [meeting for meeting in found if meeting.body in bodies]
        return Target("meeting", found[0].id) if len(found) == 1 else None

    def _is_named(self, meeting: Meeting, words: str) -> bool:
        body = self._bodies.get(meeting.body)
        return body is not None and any(
            period.name.lower().startswith(words.lower()) for period in body.names
        )


def bodies_of(treatments: Iterable[Treatment]) -> frozenset[str]:
    """The bodies that treated a case."""
    return frozenset(t.body.id for t in treatments if t.body is not None)


def mentions_of(
    cases: Iterable[Case], treatments: Mapping[str, Sequence[Treatment]], index: MentionIndex
) -> dict[str, tuple[str, ...]]:
    """Case id to the records that its public text mentions, in the order of the text."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for case in cases:
        bodies = bodies_of(treatments[case.id])
        withheld = {t.item.id for t in treatments[case.id] if t.withheld}
        for text in _public_texts(case, withheld):
            for mention in find_mentions(text):
                target = index.resolve(mention, bodies)
                if target is not None and target.id != case.id:
                    found[case.id][target.id] = None
    return {case_id: tuple(targets) for case_id, targets in found.items()}


def mentioned_by(mentions: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """The same read from the other end: record id to the cases that mention it."""
    found: dict[str, list[str]] = defaultdict(list)
    for case_id, targets in mentions.items():
        for target in targets:
            found[target].append(case_id)
    return {record: tuple(sources) for record, sources in found.items()}


def _public_texts(case: Case, withheld: set[str]) -> Iterable[str]:
    if case.exempt is None:
        yield case.text.lead
        for section in case.text.sections:
            if section.item_id not in withheld:
                yield section.source
