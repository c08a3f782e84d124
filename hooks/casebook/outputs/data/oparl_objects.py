"""What every OParl object begins with: its id, its type, its dates, and the page it is from."""

from __future__ import annotations

from datetime import date

from casebook.outputs.records import Json, Source, moments
from casebook.outputs.records.plain import keep

_SCHEMA = "https://schema.oparl.org/1.1/"


class Objects:
    """Makes the heads of OParl objects."""

    def __init__(self, source: Source) -> None:
        """Take what the objects are made from."""
        self.source = source

    def address(self, name: str) -> str:
        """The address of a list or of an object with a file of its own."""
        return self.source.url(f"data/oparl/{name}.json")

    def id(self, name: str, record_id: str) -> str:
        """The id of an object that stands in a list."""
        return f"{self.address(name)}#{record_id}"

    def head(
        self, kind: str, name: str, record_id: str, web: str, changed: date | None = None
    ) -> Json:
        """The beginning of an object."""
        written: Json = {"id": self.id(name, record_id), "type": f"{_SCHEMA}{kind}"}
        keep(written, modified=moments.moment(changed) if changed else "")
        written["web"] = self.source.url(web)
        return written
