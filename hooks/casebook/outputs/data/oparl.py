"""OParl 1.1 objects as static files.

OParl (https://schema.oparl.org/1.1/) asks for one address per object, filters and pages of lists. A
static host has files: every object of a kind stands in one list without further pages; its id is
the list's address with a fragment. Filters (``modified_since`` and others) are not answered. What
OParl has no word for stands under names with the prefix ``casebook:``, which the standard allows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from casebook.outputs.data import oparl_meetings, oparl_papers
from casebook.outputs.data.oparl_objects import Objects
from casebook.outputs.json_files import dump, listed
from casebook.outputs.output_file import OutputFile, Streamed
from casebook.outputs.records import Json, Source
from casebook.outputs.records.licences import licence_of

_VERSION = "https://schema.oparl.org/1.1/"


def oparl_files(source: Source) -> Iterator[OutputFile]:
    """The entry point and the lists; none as long as the site's address is not known."""
    if not source.base:
        return
    objects = Objects(source)
    yield OutputFile("data/oparl/system.json", partial(_one, _system, objects))
    yield OutputFile("data/oparl/body.json", partial(_one, _body, objects))
    lists: dict[str, Callable[[Objects], Iterable[Json]]] = {
        "bodies": _bodies,
        "organizations": _organizations,
        "people": _nobody,
        "meetings": oparl_meetings.meetings,
        "agenda-items": oparl_meetings.agenda_items,
        "papers": oparl_papers.papers,
        "consultations": oparl_papers.consultations,
        "files": oparl_papers.files,
    }
    for name, make in lists.items():
        pieces = Streamed(partial(_list, objects, name, make))
        yield OutputFile(f"data/oparl/{name}.json", pieces)


def _one(make: Callable[[Objects], Json], objects: Objects) -> bytes:
    return f"{dump(make(objects))}\n".encode()


def _list(
    objects: Objects, name: str, make: Callable[[Objects], Iterable[Json]]
) -> Iterator[bytes]:
    """A list as OParl writes it, with everything on one page."""
    yield b'{"data":[\n'
    count = 0
    for count, piece in enumerate(listed(make(objects)), start=1):  # noqa: B007 - said below
        yield piece
    address = objects.address(name)
    pages = {"totalElements": count, "elementsPerPage": count, "currentPage": 1}
    frame = {
        "pagination": {**pages, "totalPages": 1},
        "links": {"first": address, "self": address, "last": address},
    }
    yield f"\n],{dump(frame)[1:]}\n".encode()


def _system(objects: Objects) -> Json:
    source = objects.source
    region = source.graph.region
    written: Json = {
        "id": objects.address("system"),
        "type": f"{_VERSION}System",
        "oparlVersion": _VERSION,
        "body": objects.address("bodies"),
        "name": region.name(source.graph.as_of),
        "license": licence_of(region.licence).url,
        "website": source.url(""),
        "web": source.url("data/"),
        "casebook:limits": source.words("data.oparl_limits"),
    }
    if "@" in region.contact:
        written["contactEmail"] = region.contact
    return written


def _bodies(objects: Objects) -> Iterator[Json]:
    yield _body(objects)


def _body(objects: Objects) -> Json:
    """OParl calls the whole council a body; what we call a body is an organization there."""
    source = objects.source
    region = source.graph.region
    return {
        "id": objects.address("body"),
        "type": f"{_VERSION}Body",
        "system": objects.address("system"),
        "name": region.name(source.graph.as_of),
        "shortName": region.name(source.graph.as_of),
        "website": source.url(""),
        "license": licence_of(region.licence).url,
        "organization": objects.address("organizations"),
        "person": objects.address("people"),
        "meeting": objects.address("meetings"),
        "paper": objects.address("papers"),
        "agendaItem": objects.address("agenda-items"),
        "consultation": objects.address("consultations"),
        "file": objects.address("files"),
        "legislativeTerm": [],
        "classification": "Interkommunalt politisk råd",
        "web": source.url(""),
    }


def _nobody(_objects: Objects) -> Iterator[Json]:
    """Persons are not published as data."""
    return iter(())


def _organizations(objects: Objects) -> Iterator[Json]:
    source = objects.source
    for body in source.graph.bodies.values():
        written: Json = {
            **objects.head("Organization", "organizations", body.id, f"organ/{body.id}/"),
            "body": objects.address("body"),
            "name": body.name(),
            "organizationType": "Gremium",
            "meeting": objects.address("meetings"),
        }
        if body.type is not None:
            written["classification"] = body.type.value
        for name, key in (("startDate", "since"), ("endDate", "until")):
            day = getattr(body, key)
            if day is not None and day.exact is not None and not body.doubt(key):
                written[name] = day.iso
        yield written
    for place in source.graph.municipalities.values():
        yield {
            **objects.head("Organization", "organizations", place.id, f"kommune/{place.id}/"),
            "body": objects.address("body"),
            "name": place.name(),
            "organizationType": "Sonstiges",
            "classification": "kommune",
        }
