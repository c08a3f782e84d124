"""What a register says of its entries besides their names: how long they lasted, how they count."""

from __future__ import annotations

from typing import Any

from casebook.model.region import Body
from casebook.model.values import NamePeriod, PartialDate
from casebook.numbers import format_number
from casebook.outputs.pages.view import View
from casebook.outputs.records.licences import licence_of


def period(
    view: View, since: PartialDate | None, until: PartialDate | None
) -> dict[str, Any] | None:
    """From when until when; none when neither is known."""
    if since is None and until is None:
        return None
    return {"since": view.day(since), "until": view.day(until)}


def numbering(view: View, body: Body) -> list[str]:
    """How a body's case numbers look, and the names of its series."""
    if body.numbering is None:
        return []
    example = format_number(body.numbering.format, 1, view.graph.as_of.year)
    names = [series.name for series in body.numbering.series if series.name]
    return [*names, view.words("numbering_format", example=example)]


def region_facts(view: View) -> list[dict[str, Any]]:
    """Who the region is, as far as its register says; what it does not say is a gap."""
    region, words = view.graph.region, view.words
    licence = licence_of(region.licence)
    statement = region.accessibility_statement
    return [
        {"label": words("names_heading"), "items": [_named(view, n) for n in region.names]},
        {
            "label": words("municipalities"),
            "links": view.member_links(),
        },
        _known(view, "organisation_number", region.organisation_number),
        _known(view, "contact", region.contact, region.mail),
        _known(view, "archive", region.archive),
        _known(view, "accessibility_statement", statement, statement),
        _known(view, "licence", licence.title, licence.url),
    ]


def _known(view: View, name: str, text: str, href: str = "") -> dict[str, Any]:
    label = view.words(f"region.{name}")
    if not text:
        return {"label": label, "gap": view.gap(view.graph.region, name)}
    return {"label": label, "text": text, "href": href}


def _named(view: View, name: NamePeriod) -> dict[str, str]:
    words = view.words
    parts = [name.name]
    for key, day in (("from_date", name.since), ("to_date", name.until)):
        if day is not None:
            parts.append(f"{words(key)} {words.date(day)}")
    return {"label": " ".join(parts)}
