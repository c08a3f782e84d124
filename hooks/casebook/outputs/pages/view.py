"""What every page's view is made with: addresses seen from the page, dates, gaps and prose."""

from __future__ import annotations

from datetime import date
from typing import Any

from casebook.graph import Graph, Treatment
from casebook.i18n import Words
from casebook.model.case import Case
from casebook.model.meeting import Meeting
from casebook.model.process import Process
from casebook.model.shared import Closed
from casebook.model.values import Gap, PartialDate, Record
from casebook.model.vocabulary import Role
from casebook.outputs import addresses
from casebook.outputs.pages.shell import root_of

GAP_KINDS = {Gap.ABSENT: "absent", Gap.UNKNOWN: "unknown", Gap.NONE: "none"}


class View:
    """Helps one page to speak of records: in its language, and as seen from its address."""

    def __init__(self, graph: Graph, language: str, uri: str) -> None:
        """Stand on the page that is served from ``uri``."""
        self.graph = graph
        self.language = language
        self.words = Words(language)
        self.root = root_of(uri)

    def to(self, address: str) -> str:
        """A site-relative address as a link from this page."""
        return f"{self.root}{address}"

    def day(self, value: PartialDate | None, doubt: str | None = None) -> dict[str, Any] | None:
        """A date for templates: machine form, words, and why it is uncertain."""
        if value is None:
            return None
        return {"iso": value.iso, "text": self.words.date(value), "uncertain": doubt}

    def likely(self, text: str, doubt: str | None) -> str:
        """Plain text of a value, with «(antatt)» behind it when no document states it."""
        return f"{text} ({self.words('uncertain')})" if doubt and text else text

    def outcome(self, code: str, role: Role | str | None = None) -> str:
        """An outcome in words; what a body recommends is not what it adopts."""
        outcome = self.words(f"outcome_{code}")
        if role != Role.RECOMMENDS:
            return outcome
        return self.words("recommendation_outcome", outcome=outcome.lower())

    def closed(self, key: str, closed: Closed | None, day: PartialDate | None) -> str:
        """That a meeting or a treatment is closed to the public, or was; empty when it is open."""
        if closed is None:
            return ""
        coming = day is not None and day.last >= self.graph.as_of
        gap = self.words(f"nothing_{self.gap(closed, 'legal_basis')}")
        basis = closed.legal_basis or f"{self.words('legal_basis').lower()} {gap}"
        return self.words(f"{key}.coming" if coming else key, basis=basis)

    def gap(self, record: Record, name: str) -> str:
        """Which kind of nothing an empty field is, as templates name it."""
        return GAP_KINDS[record.gap(name)]

    def name_day(self, value: PartialDate | None) -> date | None:
        """The day for which names are looked up."""
        return value.last if value is not None else None

    def body_link(self, treatment: Treatment) -> dict[str, Any] | None:
        """The body of a treatment under the name it had then."""
        if treatment.body is None:
            return None
        name = treatment.body.name(self.name_day(treatment.date))
        return {"href": self.to(addresses.body(treatment.body.id)), "label": name}

    def municipality_link(self, municipality_id: str, day: date | None = None) -> dict[str, Any]:
        """A municipality under the name it had on a day."""
        municipality = self.graph.municipalities.get(municipality_id)
        if municipality is None:
            return {"label": municipality_id}
        href = self.to(addresses.municipality(municipality_id))
        return {"href": href, "label": municipality.name(day)}

    def member_links(self) -> list[dict[str, Any]]:
        """The municipalities that are members today."""
        places, today = self.graph.municipalities, self.graph.as_of
        return [self.municipality_link(key) for key, p in places.items() if p.member_on(today)]

    def case_link(self, case_id: str) -> dict[str, Any]:
        """A case by its public title."""
        case = self.graph.cases.get(case_id)
        if case is None:
            return {"label": case_id}
        link = {"href": self.to(addresses.case(case_id)), "label": self.title(case_id)}
        return _in(self.title_language(case), link)

    def foreign(self, record: Case | Meeting | Process) -> str:
        """The language of a record's own words when it is not the page's; empty when it is."""
        language = record.language or self.graph.region.language
        return language if language != self.language else ""

    def title_language(self, case: Case) -> str:
        """The same for what ``title`` says; words that stand for a title are in the page's."""
        told = not case.title_withheld and self.graph.is_published(case)
        return self.foreign(case) if told else ""

    def title(self, case_id: str) -> str:
        """A case's title, or words for one that is withheld or taken down."""
        case = self.graph.cases[case_id]
        if case.title_withheld:
            return self.words("title_withheld")
        if not self.graph.is_published(case):
            return self.words("title_retracted")
        return case.title

    def number(self, treatment: Treatment | None) -> str:
        """A case number as its body prints it, or as written; empty when there is none."""
        if treatment is None or not treatment.item.number:
            return ""
        written = treatment.item.number
        series = treatment.item.series
        numbering = treatment.body.numbering if treatment.body else None
        if numbering is not None and written[:1].isdigit():
            name = next((s.name for s in numbering.series if s.id == series), "")
            return f"{name} {written}".strip() if name else f"{self.words('case_prefix')} {written}"
        return written

    def meeting_title(self, meeting_id: str) -> str:
        """A meeting's own title, else its body's name then; an administrative one names parties."""
        meeting = self.graph.meetings.get(meeting_id)
        if meeting is None:
            return meeting_id
        if meeting.title:
            return meeting.title
        if meeting.body in self.graph.bodies:
            return self.graph.bodies[meeting.body].name(self.name_day(meeting.date))
        parties = self.words.join(party.name for party in meeting.parties)
        return self.words("meeting_between", parties=parties) if parties else self.words("meeting")

    def meeting_link(self, meeting_id: str) -> dict[str, Any]:
        """A meeting by title and date."""
        meeting = self.graph.meetings.get(meeting_id)
        if meeting is None:
            return {"label": meeting_id}
        label = f"{self.meeting_title(meeting_id)} {self.words.date(meeting.date)}"
        link = {"href": self.to(addresses.meeting(meeting_id)), "label": label}
        return _in(self.foreign(meeting) if meeting.title else "", link)

    def process_link(self, process_id: str) -> dict[str, Any]:
        """A process by its title."""
        process = self.graph.processes.get(process_id)
        if process is None:
            return {"label": process_id}
        link = {"href": self.to(addresses.process(process_id)), "label": process.title}
        return _in(self.foreign(process), link)

    def topic_link(self, topic_id: str) -> dict[str, Any]:
        """A topic in the page's language."""
        topic = self.graph.topics.get(topic_id)
        label = topic.name.in_language(self.language) if topic else topic_id
        return {"href": self.to(addresses.topic(topic_id)), "label": label}

    def owner_link(self, owner: str) -> dict[str, Any]:
        """A follow-up's owner, linked when it has a page."""
        label = self.graph.owner_name(owner)
        if owner.startswith("kommune:"):
            municipality = owner.removeprefix("kommune:")
            if municipality in self.graph.municipalities:
                return {"href": self.to(addresses.municipality(municipality)), "label": label}
        if owner in self.graph.bodies and owner not in self.graph.owners:
            return {"href": self.to(addresses.body(owner)), "label": label}
        return {"label": label}


def _in(language: str, link: dict[str, Any]) -> dict[str, Any]:
    """A link whose label is in a language of its own; empty for that of the page."""
    return {**link, "lang": language} if language else link
