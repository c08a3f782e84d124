"""What a register says of its entries besides their names: how long they lasted, how they count."""

from __future__ import annotations

from typing import Any

from casebook.model.region import Body, Chairmanship, Membership, MunicipalityNumber
from casebook.model.values import NamePeriod
from casebook.numbers import format_number
from casebook.outputs.pages.view import View
from casebook.outputs.records.licences import licence_of

Lasting = NamePeriod | Body | Chairmanship | Membership | MunicipalityNumber


def period(view: View, lasting: Lasting) -> dict[str, Any]:
    """From when until when, and why a day of it is only likely."""
    return {
        "since": view.day(lasting.since, lasting.doubt("since")),
        "until": view.day(lasting.until, lasting.doubt("until")),
    }


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
    for key, day, doubt in (
        ("from_date", name.since, name.doubt("since")),
        ("to_date", name.until, name.doubt("until")),
    ):
        if day is not None:
            parts.append(f"{words(key)} {view.likely(words.date(day), doubt)}")
    return {"label": " ".join(parts)}
