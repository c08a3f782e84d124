"""The registers as data: the region, its bodies, municipalities, topics and follow-up owners."""

from __future__ import annotations

from casebook.model.region import Body, Municipality, Topic
from casebook.outputs import addresses
from casebook.outputs.records.plain import Json, keep, plain, record
from casebook.outputs.records.source import VERSION, Source


def register_record(source: Source) -> Json:
    """Everything that cases refer to by id."""
    graph, region = source.graph, source.graph.region
    written: Json = {
        "schema": source.schema("register"),
        "version": VERSION,
        "record": "register",
        "namespace": region.namespace,
        "url": source.url(""),
        "language": region.language,
        "licence": region.licence,
        "invented": region.invented,
        "as_of": graph.as_of.isoformat(),
        "names": plain(region.names),
    }
    keep(
        written,
        summary=region.summary,
        organisation_number=region.organisation_number,
        contact=region.contact,
        archive=region.archive,
        sources=plain(region.sources),
    )
    written["bodies"] = [_body(source, body) for body in graph.bodies.values()]
    written["municipalities"] = [_municipality(source, m) for m in graph.municipalities.values()]
    written["topics"] = [_topic(source, topic) for topic in graph.topics.values()]
    written["owners"] = [record(owner) for owner in graph.owners.values()]
    return written


def _body(source: Source, body: Body) -> Json:
    return {**record(body), "url": source.url(addresses.body(body.id)), "name": body.name()}


def _municipality(source: Source, municipality: Municipality) -> Json:
    written = record(municipality)
    written["url"] = source.url(addresses.municipality(municipality.id))
    written["name"] = municipality.name()
    return keep(written, number=municipality.number(source.graph.as_of))


def _topic(source: Source, topic: Topic) -> Json:
    return {**record(topic), "url": source.url(addresses.topic(topic.id))}
