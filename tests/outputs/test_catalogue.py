"""The catalogue in Turtle (DCAT-AP-NO), and the eInnsyn shape."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
import rdflib
from rdflib import DCAT, DCTERMS, FOAF, RDF

from casebook.model.region import Region
from casebook.outputs.data.dcat import dcat_files
from casebook.outputs.records import Source
from casebook.outputs.records.licences import licence_of
from tests.support import region

MANDATORY = {
    DCAT.Catalog: (
        DCTERMS.title,
        DCTERMS.description,
        DCTERMS.identifier,
        DCTERMS.publisher,
        DCAT.contactPoint,
        DCAT.dataset,
    ),
    DCAT.Dataset: (
        DCTERMS.title,
        DCTERMS.description,
        DCTERMS.identifier,
        DCTERMS.publisher,
        DCAT.theme,
        DCAT.contactPoint,
        DCAT.distribution,
    ),
    DCAT.Distribution: (DCAT.accessURL, DCTERMS.license, DCTERMS.format),
    FOAF.Agent: (FOAF.name, DCTERMS.identifier),
}
"""What DCAT-AP-NO's own SHACL shapes ask for (``sh:minCount 1``), and the contact point of 2.2."""
KINDS = {
    "moete",
    "politisk",
    "delegert",
    "interpellasjon",
    "godkjenning",
    "orientering",
    "referat",
    "annet",
}
REQUIRED = {
    "Moetemappe": ("offentligTittel", "offentligTittelSensitiv", "utvalg"),
    "Moetesak": ("offentligTittel", "offentligTittelSensitiv", "moetesakstype"),
    "Moetesaksbeskrivelse": ("tekstInnhold", "tekstFormat"),
    "Behandlingsprotokoll": ("tekstInnhold", "tekstFormat"),
    "Vedtak": ("vedtakstekst",),
    "Votering": ("moetedeltaker", "stemme"),
    "Moetedeltaker": ("moetedeltakerNavn",),
    "Utredning": ("saksbeskrivelse",),
    "Moetedokument": ("offentligTittel", "offentligTittelSensitiv", "moetedokumenttype"),
    "Dokumentbeskrivelse": (
        "tittel",
        "tittelSensitiv",
        "dokumentnummer",
        "tilknyttetRegistreringSom",
    ),
    "Dokumentobjekt": ("referanseDokumentfil",),
}


def catalogue() -> rdflib.Graph:
    return rdflib.Graph().parse(data=region.outputs()["data/katalog.ttl"], format="turtle")


def test_mandatory_properties_are_there() -> None:
    graph = catalogue()
    for kind, properties in MANDATORY.items():
        subjects = list(graph.subjects(RDF.type, kind))
        assert subjects
        for subject in subjects:
            for name in properties:
                assert list(graph.objects(subject, name)), (subject, name)


def test_publisher_theme_and_licence_are_of_the_right_registers() -> None:
    graph = catalogue()
    (dataset,) = graph.subjects(RDF.type, DCAT.Dataset)
    assert str(graph.value(dataset, DCTERMS.publisher)).endswith("/999888777")
    assert str(graph.value(dataset, DCAT.theme)).endswith("/data-theme/GOVE")
    licences = {
        str(o)
        for s in graph.subjects(RDF.type, DCAT.Distribution)
        for o in graph.objects(s, DCTERMS.license)
    }
    assert licences == {"http://publications.europa.eu/resource/authority/licence/NLOD_2_0"}


def test_downloads_are_of_the_form_that_is_stated() -> None:
    graph = catalogue()
    stated = {"CSV": ".csv", "JSON": ".json", "ATOM": ".xml", "ICS": ".ics"}
    files = set()
    for subject in graph.subjects(RDF.type, DCAT.Distribution):
        form = str(graph.value(subject, DCTERMS.format)).rpartition("/")[2]
        downloads = {str(found) for found in graph.objects(subject, DCAT.downloadURL)}
        assert downloads
        assert {address[address.rindex(".") :] for address in downloads} == {stated[form]}
        files |= downloads
    tables = [uri for uri in region.outputs() if re.fullmatch(r"data/[a-z]+\.csv", uri)]
    assert {f"https://eksempelregionen.example/{uri}" for uri in tables} <= files


def test_the_dataset_says_when_it_changed() -> None:
    graph = catalogue()
    (dataset,) = graph.subjects(RDF.type, DCAT.Dataset)
    changes = json.loads(region.outputs()["data/endringer.json"])
    assert str(graph.value(dataset, DCTERMS.modified)) == changes["records"][0]["updated"]


def test_every_download_is_a_file_of_the_site() -> None:
    downloads = list(catalogue().objects(None, DCAT.downloadURL))
    assert downloads
    for found in downloads:
        assert str(found).removeprefix("https://eksempelregionen.example/") in region.outputs()


@pytest.mark.parametrize("name", ["javascript://%0aalert(1)", "data://x", " https://a.example"])
def test_a_licence_is_a_link_only_when_it_is_a_web_address(name: str) -> None:
    assert licence_of(name).url == ""


@pytest.mark.parametrize(
    "contact", ["Sekretariatet, post@a.example", 'a@b.no> , <"', "22 22 22 22"]
)
def test_a_contact_that_is_no_mail_address_breaks_nothing(contact: str) -> None:
    def changed(found: Region) -> Region:
        return replace(
            found, contact=contact, licence="https://a.example/vår <lisens>", namespace=""
        )

    joined = region.graph(region=changed)
    written = b"".join(file.read() for file in dcat_files(Source(joined)))
    graph = rdflib.Graph().parse(data=written, format="turtle")
    assert b"vcard:hasEmail" not in written
    assert not [one for one in graph.objects(None, DCAT.downloadURL) if "/feed/" in str(one)]
    assert joined.region.mail == ""


def nodes(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [node for item in value for node in nodes(item)]
    if isinstance(value, dict):
        own = [value] if "entity" in value else []
        return own + [node for item in value.values() for node in nodes(item)]
    return []


def test_einnsyn_objects_have_their_required_fields() -> None:
    data = json.loads(region.outputs()["data/einnsyn.json"])
    found = nodes(data)
    assert {node["entity"] for node in found} >= REQUIRED.keys() - {"Moetedokument"}
    for node in found:
        for name in REQUIRED[node["entity"]]:
            assert node.get(name) not in (None, ""), (node["entity"], name)
        if node["entity"] == "Moetesak":
            assert node["moetesakstype"] in KINDS
        if node["entity"] == "Vedtak" and "dato" in node:
            assert re.fullmatch(r"\d{4}-\d\d-\d\d", node["dato"])
        if node["entity"] == "Votering":
            assert node["stemme"] in {"Ja", "Nei", "Blankt"}


def test_einnsyn_counts_the_papers_of_a_meeting_from_one() -> None:
    data = json.loads(region.outputs()["data/einnsyn.json"])
    papers = [node for node in nodes(data) if node["entity"] == "Moetedokument"]
    numbers = [paper["dokumentbeskrivelse"][0]["dokumentnummer"] for paper in papers]
    assert min(numbers) == 1


def test_einnsyn_has_every_treatment_once() -> None:
    graph = region.graph()
    data = json.loads(region.outputs()["data/einnsyn.json"])
    cases = [n["systemId"] for n in nodes(data) if n["entity"] == "Moetesak" and "systemId" in n]
    wanted = [
        f"{case.id}.{t.item.id}"
        for case in graph.published_cases
        for t in graph.treatments[case.id]
        if t.meeting is None or t.meeting.body
    ]
    assert sorted(cases) == sorted(wanted)


def einnsyn_case(system_id: str) -> dict[str, Any]:
    data = json.loads(region.outputs()["data/einnsyn.json"])
    (found,) = [node for node in nodes(data) if node.get("systemId") == system_id]
    return found


def test_einnsyn_tells_the_recommendation_that_the_body_was_given() -> None:
    decided = einnsyn_case("2021-felles-klimaplan.representantskapet")
    assert "Rapport hvert år" in decided["innstilling"]["tekstInnhold"]
    assert "Rapport hvert fjerde år" in decided["utredning"]["innstilling"]["tekstInnhold"]
    assert "innstilling" not in einnsyn_case("2022-lukket-forhandling.representantskapet")
    two = einnsyn_case("2024-to-innstillinger.representantskapet")
    named = region.graph().cases["2024-to-innstillinger"].agenda_items[-1].builds_on
    assert ("innstilling" in two) is bool(named)


def test_a_text_brings_the_link_definitions_that_it_uses_and_no_others() -> None:
    study = einnsyn_case("2022-lukket-forhandling.representantskapet")["utredning"]
    text = study["saksbeskrivelse"]["tekstInnhold"]
    assert "[fjorden][kart]" in text
    assert "[kart]: <https://eksempelregionen.example/kart>" in text
    assert "HEMMELIG" not in text
