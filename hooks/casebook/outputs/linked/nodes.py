"""Nodes that several pages share: the region, topics, places, and the way to the page."""

from __future__ import annotations

from collections.abc import Iterable

from casebook.outputs import addresses
from casebook.outputs.pages.page import Page
from casebook.outputs.records import Json, Source
from casebook.outputs.records.plain import keep

CONTEXT = "https://schema.org"


def region_id(source: Source) -> str:
    """The region's own id; every other node names it by this."""
    return source.url("#region")


def publisher(source: Source) -> Json:
    """The region, named; its own node stands on the front page."""
    return {
        "@type": "GovernmentOrganization",
        "@id": region_id(source),
        "name": source.graph.region.name(source.graph.as_of),
    }


def region_node(source: Source) -> Json:
    """The region in full."""
    region = source.graph.region
    written = {**publisher(source), "url": source.url("")}
    number = region.organisation_number
    return keep(
        written,
        description=region.summary,
        email=region.contact if "@" in region.contact else "",
        identifier=property_value("organisasjonsnummer", number) if number else None,
        alternateName=[name.name for name in region.names if name.name != written["name"]],
    )


def property_value(name: str, value: str) -> Json:
    """An identifier with the register that it is from."""
    return {"@type": "PropertyValue", "propertyID": name, "value": value}


def body_node(source: Source, body_id: str, name: str) -> Json:
    """A body, named as it was then."""
    address = source.url(addresses.body(body_id))
    return {"@type": "GovernmentOrganization", "@id": f"{address}#organ", "name": name}


def topics(source: Source, keys: Iterable[str]) -> list[Json]:
    """Topics as defined terms."""
    return [
        {
            "@type": "DefinedTerm",
            "name": source.view.topic_link(key)["label"],
            "url": source.url(addresses.topic(key)),
        }
        for key in keys
    ]


def places(source: Source, keys: Iterable[str]) -> list[Json]:
    """Municipalities as areas."""
    known = source.graph.municipalities
    return [
        {"@type": "AdministrativeArea", "name": known[key].name()} for key in keys if key in known
    ]


def breadcrumb(source: Source, page: Page) -> Json | None:
    """The way to the page; None on the front page."""
    if not page.breadcrumb:
        return None
    steps = []
    for place, step in enumerate(page.breadcrumb, start=1):
        item: Json = {"@type": "ListItem", "position": place, "name": str(step["label"])}
        if "href" in step:
            item["item"] = source.url(str(step["href"]).replace("../", "").removeprefix("./"))
        steps.append(item)
    return {"@type": "BreadcrumbList", "itemListElement": steps}
