"""The catalogue that data.norge.no harvests: DCAT-AP-NO in Turtle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from urllib.parse import quote

from casebook.outputs.calendars.files import MEETINGS
from casebook.outputs.data.package import PACKAGE, TABLES
from casebook.outputs.feeds import possible
from casebook.outputs.output_file import OutputFile
from casebook.outputs.records import VERSION, Source, moments
from casebook.outputs.records.licences import licence_of

CATALOGUE = "data/katalog.ttl"
_EU = "http://publications.europa.eu/resource/authority"
_PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_LISTS = ("data/saker.json", "data/moter.json", "data/prosesser.json", "data/register.json")
_TABLES = tuple(f"data/{table.name}.csv" for table in TABLES)
_DISTRIBUTIONS = (
    ("json", _LISTS, "JSON", "application/json"),
    ("csv", _TABLES, "CSV", "text/csv"),
    ("atom", ("feed/vedtak.xml",), "ATOM", "application/atom+xml"),
    ("oparl", ("data/oparl/system.json",), "JSON", "application/json"),
    ("einnsyn", ("data/einnsyn.json",), "JSON", "application/json"),
    ("kalender", (MEETINGS,), "ICS", "text/calendar"),
)
_NOT_IN_IRI = re.compile(r"[\x00-\x20<>\"{}|^`\\]")
_DESCRIBED = {"csv": PACKAGE}
"""What describes the files of a form."""


def dcat_files(source: Source) -> Iterator[OutputFile]:
    """The catalogue; none as long as the site's address is not known."""
    if source.base:
        yield OutputFile(CATALOGUE, partial(catalogue, source))


def literal(text: str, language: str = "") -> str:
    """A Turtle string."""
    escaped = (
        text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    )
    return f'"{escaped}"@{language}' if language else f'"{escaped}"'


def iri(address: str) -> str:
    """An address as Turtle; signs that may not stand in one are percent-encoded."""
    return f"<{_NOT_IN_IRI.sub(lambda sign: quote(sign[0]), address)}>"


def catalogue(source: Source) -> bytes:
    """One catalogue with one dataset in several formats."""
    head = [f"@prefix {name}: <{address}> ." for name, address in _PREFIXES.items()]
    parts = [_catalogue(source), _dataset(source), *_distributions(source), _publisher(source)]
    return ("\n".join(head) + "\n\n" + "\n\n".join(parts) + "\n").encode()


def _node(source: Source, name: str) -> str:
    return f"<{source.url(CATALOGUE)}#{name}>"


def _block(subject: str, *pairs: str) -> str:
    return f"{subject}\n    " + " ;\n    ".join(pair for pair in pairs if pair) + " ."


def _common(source: Source) -> tuple[str, ...]:
    region = source.graph.region
    words, site = source.words, region.name(source.graph.as_of)
    language = "NNO" if words.language == "nn" else "NOB"
    return (
        f"dct:title {literal(words('data.title_of', site=site), words.language)}",
        f"dct:description {literal(words('data.description', site=site), words.language)}",
        f"dct:publisher {_publisher_node(source)}",
        f"dcat:contactPoint {_contact(source)}",
        f"dct:language <{_EU}/language/{language}>",
    )


def _catalogue(source: Source) -> str:
    node = _node(source, "katalog")
    return _block(
        node,
        "a dcat:Catalog",
        f"dct:identifier {literal(node[1:-1])}",
        *_common(source),
        f"foaf:homepage <{source.url('data/')}>",
        f"dct:license {iri(_licence(source))}",
        f"dcat:dataset {_node(source, 'datasett')}",
    )


def _dataset(source: Source) -> str:
    node, words = _node(source, "datasett"), source.words
    forms = ", ".join(_node(source, name) for name, *_ in _forms(source))
    keywords = ", ".join(
        literal(word.strip(), words.language) for word in words("data.keywords").split(",")
    )
    changed = moments.of_everything(source.graph)
    return _block(
        node,
        "a dcat:Dataset",
        f"dct:identifier {literal(node[1:-1])}",
        *_common(source),
        f"dcat:theme <{_EU}/data-theme/GOVE>",
        f"dcat:keyword {keywords}",
        f"dct:accessRights <{_EU}/access-right/PUBLIC>",
        f"dct:accrualPeriodicity <{_EU}/frequency/IRREG>",
        f"dcat:landingPage <{source.url('data/')}>",
        f'dct:modified "{changed.isoformat()}"^^xsd:date' if changed else "",
        f'dcat:version "{VERSION}"',
        f"dcat:distribution {forms}",
    )


def _forms(source: Source) -> Iterator[tuple[str, tuple[str, ...], str, str]]:
    """The forms that there are: without a namespace there are no feeds."""
    return (form for form in _DISTRIBUTIONS if form[0] != "atom" or possible(source))


def _distributions(source: Source) -> Iterator[str]:
    words = source.words
    for name, files, kind, media_type in _forms(source):
        described = _DESCRIBED.get(name)
        yield _block(
            _node(source, name),
            "a dcat:Distribution",
            f"dct:title {literal(words(f'data.form.{name}'), words.language)}",
            f"dcat:accessURL <{source.url('data/')}>",
            f"dcat:downloadURL {', '.join(f'<{source.url(file)}>' for file in files)}",
            f"dct:format <{_EU}/file-type/{kind}>",
            f"dcat:mediaType <https://www.iana.org/assignments/media-types/{media_type}>",
            f"dct:license {iri(_licence(source))}",
            f"adms:status <{_EU}/distribution-status/COMPLETED>",
            f"foaf:page <{source.url(described)}>" if described else "",
        )


def _licence(source: Source) -> str:
    licence = licence_of(source.graph.region.licence)
    return licence.authority or licence.url or source.url("data/")


def _publisher_node(source: Source) -> str:
    number = source.graph.region.organisation_number
    if number:
        return f"<https://data.brreg.no/enhetsregisteret/api/enheter/{number}>"
    return _node(source, "utgiver")


def _publisher(source: Source) -> str:
    region = source.graph.region
    number = region.organisation_number
    return _block(
        _publisher_node(source),
        "a foaf:Agent",
        f"foaf:name {literal(region.name(source.graph.as_of), source.words.language)}",
        f"dct:identifier {literal(number)}" if number else "",
        f"foaf:homepage <{source.url('')}>",
    )


def _contact(source: Source) -> str:
    region = source.graph.region
    name = literal(region.name(source.graph.as_of), source.words.language)
    if region.mail:
        reach = f"vcard:hasEmail {iri(region.mail)}"
    else:
        reach = f"vcard:hasURL <{source.url('')}>"
    return f"[ a vcard:Organization ; vcard:fn {name} ; {reach} ]"
