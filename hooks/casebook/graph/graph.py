"""The graph itself: every record, every link in both directions, and the states on one day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from casebook.graph.expected import Expected, expected_follow_ups
from casebook.graph.followups import FollowUpState
from casebook.graph.in_force import ENDED, Force, force_of
from casebook.graph.lacks import case_lacks
from casebook.graph.matters import matters_of
from casebook.graph.mentions import MentionIndex
from casebook.graph.related import Recall, related_cases, work_out_now
from casebook.graph.relations import InverseRelation
from casebook.graph.states import CaseState, Stage
from casebook.graph.treatments import Treatment
from casebook.model.case import Case
from casebook.model.files import FileFacts
from casebook.model.meeting import Meeting
from casebook.model.process import Process
from casebook.model.publication import Publication
from casebook.model.region import Body, Municipality, Owner, Region, Topic
from casebook.model.vocabulary import MeetingStatus


@dataclass(frozen=True)  # no slots: what many pages ask for is worked out once, and kept
class Graph:
    """Everything that outputs and rules ask; built once, never changed."""

    region: Region
    as_of: date
    cases: Mapping[str, Case]
    """In list order: newest first."""
    meetings: Mapping[str, Meeting]
    """In order of date, oldest first."""
    processes: Mapping[str, Process]
    files: Mapping[str, Mapping[str, FileFacts]]
    bodies: Mapping[str, Body]
    municipalities: Mapping[str, Municipality]
    topics: Mapping[str, Topic]
    owners: Mapping[str, Owner]
    treatments: Mapping[str, tuple[Treatment, ...]]
    """Case id to its treatments, oldest first."""
    states: Mapping[str, CaseState]
    follow_ups: Mapping[str, tuple[FollowUpState, ...]]
    """Case id to its follow-ups, in file order."""
    inverse: Mapping[str, tuple[InverseRelation, ...]]
    """Case id to the relations that point at it."""
    agendas: Mapping[str, tuple[Treatment, ...]]
    """Meeting id to what it treated, in agenda order."""
    cases_of_process: Mapping[str, tuple[Case, ...]]
    cases_of_topic: Mapping[str, tuple[Case, ...]]
    cases_of_body: Mapping[str, tuple[Case, ...]]
    cases_of_meeting: Mapping[str, tuple[Case, ...]]
    """Cases that name an administrative meeting."""
    mentions: MentionIndex
    mentions_of: Mapping[str, tuple[str, ...]]
    """Case id to the records that its text mentions."""
    mentioned_by: Mapping[str, tuple[str, ...]]
    """Record id to the cases whose text mentions it."""
    publication: Publication = field(default_factory=Publication)
    """What the site has been before."""
    recall: Recall = field(default=work_out_now, repr=False, compare=False)
    """Where earlier suggestions are found again."""

    def treatments_by_item(self, case_id: str) -> Mapping[str, Treatment]:
        """A case's treatments by agenda-item id, oldest first."""
        return {treatment.item.id: treatment for treatment in self.treatments.get(case_id, ())}

    @cached_property
    def published_cases(self) -> tuple[Case, ...]:
        """Cases that stand on the site as cases: not retracted, personal data not overdue."""
        return tuple(case for case in self.cases.values() if self.is_published(case))

    def is_published(self, case: Case) -> bool:
        """Whether a case's content is shown; otherwise its address answers with a tombstone."""
        if self.states[case.id].stage is Stage.RETRACTED:
            return False
        personal = case.personal_data
        removal = personal.removed_on if personal else None
        return removal is None or self.as_of < removal.first

    def year_of(self, case: Case) -> int | None:
        """The year a case is listed under: that of its newest treatment, else its folder's."""
        dated = [t for t in self.treatments[case.id] if t.date is not None]
        return dated[-1].date.year if dated and dated[-1].date else case.year

    def municipalities_of(self, case: Case) -> tuple[str, ...]:
        """Municipalities that a case names in any way; empty when it concerns all alike."""
        named = [*case.municipalities, *(case.required.municipalities if case.required else ())]
        named += [decision.municipality for decision in case.local_decisions]
        known = dict.fromkeys(named)
        return tuple(key for key in self.municipalities if key in known)

    def concerns(self, case: Case, municipality: Municipality) -> bool:
        """Whether a case names a municipality, or concerned all members when it was one."""
        if named := self.municipalities_of(case):
            return municipality.id in named
        decided = self.states[case.id].treatment
        day = decided.date.last if decided is not None and decided.date is not None else None
        return municipality.member_on(day or self.as_of)

    def owner_name(self, owner: str) -> str:
        """The name of a follow-up's owner: an owner, a body, or ``kommune:<id>``."""
        if owner.startswith("kommune:"):
            municipality = self.municipalities.get(owner.removeprefix("kommune:"))
            return f"{municipality.name()} kommune" if municipality else owner
        if owner in self.owners:
            return self.owners[owner].name
        return self.bodies[owner].name() if owner in self.bodies else owner

    @cached_property
    def all_follow_ups(self) -> tuple[FollowUpState, ...]:
        """Every follow-up of every published case."""
        return tuple(s for case in self.published_cases for s in self.follow_ups[case.id])

    def follow_ups_of_process(self, process_id: str) -> tuple[FollowUpState, ...]:
        """Follow-ups that name a process, and those of its cases."""
        return tuple(
            state
            for state in self.all_follow_ups
            if process_id in (state.follow_up.process, *state.case.processes)
        )

    @cached_property
    def expected(self) -> tuple[Expected, ...]:
        """Decisions that hold and should have a follow-up, and have none; newest first."""
        return tuple(
            missing
            for case in self.published_cases
            if not any(force.standing in ENDED for force in self.force(case))
            for missing in expected_follow_ups(self.treatments[case.id], self.follow_ups[case.id])
        )

    @cached_property
    def matters(self) -> Mapping[str, tuple[str, ...]]:
        """Case id to the published cases of its matter, nearest first, itself included."""
        shown = {case.id for case in self.published_cases}
        return matters_of(self.cases, self.inverse, shown)

    @cached_property
    def cases_of_year(self) -> Mapping[int | None, tuple[Case, ...]]:
        """Published cases by the year that they are listed under, the newest first."""
        years: dict[int | None, list[Case]] = defaultdict(list)
        for case in self.published_cases:
            years[self.year_of(case)].append(case)
        newest_first = sorted(years.items(), key=lambda pair: -(pair[0] or 0))
        return {year: tuple(cases) for year, cases in newest_first}

    @cached_property
    def lacks(self) -> Mapping[str, tuple[str, ...]]:
        """Case id to the parts that the case lacks."""
        return {
            case.id: case_lacks(case, self.treatments[case.id], self.as_of)
            for case in self.cases.values()
        }

    @cached_property
    def suggestions(self) -> Mapping[str, tuple[str, ...]]:
        """Case id to cases that look alike and that no record links with it."""
        linked = {
            case.id: {
                *self.matters[case.id],
                *(relation.case for relation in case.relations),
                *(relation.source.id for relation in self.inverse.get(case.id, ())),
                *self.mentions_of.get(case.id, ()),
                *self.mentioned_by.get(case.id, ()),
            }
            for case in self.published_cases
        }
        return related_cases(self.published_cases, self.treatments, linked, self.recall)

    def force(self, case: Case) -> list[Force]:
        """What later cases have done to a decision; empty when it simply holds."""
        return self._forces[case.id]

    @cached_property
    def _forces(self) -> Mapping[str, list[Force]]:
        return {
            key: force_of(
                self.states[key], self.inverse.get(key, ()), lambda other: self.states[other.id]
            )
            for key in self.cases
        }

    def meetings_of_body(self, body_id: str) -> tuple[Meeting, ...]:
        """A body's meetings, oldest first."""
        return tuple(m for m in self.meetings.values() if m.body == body_id)

    @property
    def announced_meetings(self) -> tuple[Meeting, ...]:
        """Meetings of days to come, nearest first; those that are called off among them."""
        return tuple(
            m
            for m in self.meetings.values()
            if m.date is not None
            and m.date.last >= self.as_of
            and m.status is not MeetingStatus.HELD
        )

    @property
    def upcoming_meetings(self) -> tuple[Meeting, ...]:
        """Meetings that are still to come, nearest first."""
        off = {MeetingStatus.CANCELLED, MeetingStatus.MOVED}
        return tuple(m for m in self.announced_meetings if m.status not in off)
