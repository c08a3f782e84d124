"""What every record's data is made with: addresses, names of the day, and states."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from casebook.graph import Graph, Treatment
from casebook.i18n import Words
from casebook.model.case import Case
from casebook.model.files import FileFacts
from casebook.model.text import Section
from casebook.model.values import PartialDate
from casebook.outputs import addresses, disclosure
from casebook.outputs.pages.view import View
from casebook.outputs.records.plain import Json, keep
from casebook.outputs.records.texts import Texts

VERSION = "1.0"
"""Version of the published JSON; the first number changes when old readers would misread it."""


class Source:
    """The graph as the makers of data ask it."""

    def __init__(self, graph: Graph) -> None:
        """Take the graph that the data is made from."""
        self.graph = graph
        self.base = graph.region.base_url
        self.words = Words(graph.region.language)
        self.view = View(graph, graph.region.language, "sak/x/")
        self._texts: dict[str, Texts] = {}
        self._public: dict[str, frozenset[int]] = {}

    def texts(self, record_id: str) -> Texts:
        """The texts of a record as data; the links in them are worked out once."""
        if record_id not in self._texts:
            self._texts[record_id] = Texts(self.graph, record_id)
        return self._texts[record_id]

    def is_public(self, case: Case, section: Section | None) -> bool:
        """Whether a section of a case may be shown."""
        if case.id not in self._public:
            self._public[case.id] = frozenset(map(id, disclosure.sections(case)))
        return id(section) in self._public[case.id]

    def url(self, address: str) -> str:
        """An absolute address; relative to the site's root when the site's is not known."""
        return f"{self.base}{address}"

    def schema(self, kind: str) -> str:
        """Address of the JSON Schema of a kind of record."""
        return self.url(f"data/skjema/{VERSION.partition('.')[0]}/{kind}.schema.json")

    def body_name(self, body_id: str, date: PartialDate | None) -> str:
        """The name that a body had on a day."""
        body = self.graph.bodies.get(body_id)
        return body.name(date.last if date else None) if body else ""

    def case_reference(self, case_id: str) -> Json:
        """A link to a case: its id and address."""
        return {"case": case_id, "url": self.url(addresses.case(case_id))}

    def number(self, treatment: Treatment) -> Json:
        """A case number as written, and taken apart."""
        written: Json = {}
        keep(written, number=treatment.item.number)
        if treatment.number is not None:
            written["number_parts"] = {
                "series": treatment.number.series,
                "number": treatment.number.number,
                "year": treatment.number.year,
            }
        return written

    def file(self, record_id: str, name: str, files: Mapping[str, str]) -> Json:
        """Address and facts of a file beside a record; empty when it is not published."""
        facts = self.graph.files.get(record_id, {}).get(name)
        if facts is None or name not in files:
            return {}
        return {"url": self.url(files[name]), **file_facts(facts)}

    @cached_property
    def published(self) -> frozenset[str]:
        """Ids of the cases that stand on the site."""
        return frozenset(case.id for case in self.graph.published_cases)


def file_facts(facts: FileFacts) -> Json:
    """What is known of a published file."""
    written: Json = {
        "media_type": facts.media_type,
        "size": facts.size,
        "sha256": facts.sha256,
    }
    return keep(written, pages=facts.pages)
