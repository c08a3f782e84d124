"""Which schema.org class a property belongs to, and what each class is a kind of.

Copied by hand from the vocabulary (schema.org, version 28) for the terms that the site uses;
rdflib's list of terms has neither domains nor subclasses. Compared with
`schema-dts` 2.1 on 2026-11-23.
"""

from __future__ import annotations

PARENTS = {
    "Action": "Thing",
    "AdministrativeArea": "Place",
    "BreadcrumbList": "ItemList",
    "Collection": "CreativeWork",
    "CollectionPage": "WebPage",
    "CreativeWork": "Thing",
    "DataDownload": "MediaObject",
    "Dataset": "CreativeWork",
    "DefinedTerm": "Intangible",
    "EntryPoint": "Intangible",
    "Event": "Thing",
    "GovernmentOrganization": "Organization",
    "Intangible": "Thing",
    "ItemList": "Intangible",
    "ListItem": "Intangible",
    "MediaObject": "CreativeWork",
    "Organization": "Thing",
    "Place": "Thing",
    "PropertyValue": "StructuredValue",
    "SearchAction": "Action",
    "StructuredValue": "Intangible",
    "WebPage": "CreativeWork",
    "WebSite": "CreativeWork",
}
DOMAINS: dict[str, tuple[str, ...]] = {
    "about": ("CreativeWork", "Event"),
    "abstract": ("CreativeWork",),
    "actionStatus": ("Action",),
    "agent": ("Action",),
    "alternateName": ("Thing",),
    "contentUrl": ("MediaObject",),
    "creativeWorkStatus": ("CreativeWork",),
    "dateCreated": ("CreativeWork",),
    "dateModified": ("CreativeWork",),
    "datePublished": ("CreativeWork",),
    "description": ("Thing",),
    "dissolutionDate": ("Organization",),
    "distribution": ("Dataset",),
    "email": ("Organization", "Person"),
    "encoding": ("CreativeWork",),
    "encodingFormat": ("CreativeWork", "MediaObject"),
    "endDate": ("Event", "CreativeWorkSeries"),
    "eventAttendanceMode": ("Event",),
    "eventStatus": ("Event",),
    "foundingDate": ("Organization",),
    "hasPart": ("CreativeWork",),
    "identifier": ("Thing",),
    "inLanguage": ("CreativeWork", "Event"),
    "isAccessibleForFree": ("CreativeWork", "Event", "Place"),
    "isBasedOn": ("CreativeWork",),
    "isPartOf": ("CreativeWork",),
    "item": ("ListItem",),
    "itemListElement": ("ItemList",),
    "license": ("CreativeWork",),
    "location": ("Action", "Event", "Organization"),
    "memberOf": ("Organization", "Person"),
    "name": ("Thing",),
    "organizer": ("Event",),
    "parentOrganization": ("Organization",),
    "position": ("CreativeWork", "ListItem"),
    "potentialAction": ("Thing",),
    "previousStartDate": ("Event",),
    "propertyID": ("PropertyValue",),
    "publisher": ("CreativeWork",),
    "recordedAt": ("CreativeWork",),
    "spatialCoverage": ("CreativeWork",),
    "startDate": ("Event", "CreativeWorkSeries"),
    "target": ("Action",),
    "url": ("Thing",),
    "urlTemplate": ("EntryPoint",),
    "value": ("PropertyValue",),
    "workFeatured": ("Event",),
}


def kinds_of(name: str) -> set[str]:
    """A class and everything that it is a kind of."""
    found = {name}
    while name in PARENTS:
        name = PARENTS[name]
        found.add(name)
    return found
