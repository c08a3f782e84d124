"""Help for writers: the field reference, and what each finding means."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from casebook.diagnostics import Severity
from casebook.findings import Entry, catalogue
from casebook.graph import Graph
from casebook.i18n import Words
from casebook.outputs import addresses
from casebook.outputs.keys import Keys
from casebook.outputs.pages.page import Page, PlannedPage
from casebook.outputs.pages.view import View
from casebook.schema.help_texts import help_in
from casebook.schema.reference import FieldEntry, RecordEntry, reference

HELP = "hjelp/"
FIELDS = "hjelp/felt/"
FINDINGS = "hjelp/funn/"
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def help_pages(graph: Graph, keys: Keys) -> Iterator[PlannedPage]:
    """The field reference, the list of findings, and a page for each; the guide is in docs."""
    makers = {FIELDS: _fields, FINDINGS: _findings}
    for address, maker in makers.items():
        yield _planned(address, partial(maker, graph), keys)
    for entry in catalogue().values():
        yield _planned(finding_address(entry.code), partial(_finding, graph, entry), keys)


def finding_address(code: str) -> str:
    """The page of one code."""
    return f"{FINDINGS}{code}/"


def _planned(address: str, make: Callable[[], Page], keys: Keys) -> PlannedPage:
    return PlannedPage(addresses.page_file(address), make, keys.of(address))


def _page(view: View, address: str, template: str, title: str, body: Mapping[str, Any]) -> Page:
    above: list[dict[str, str]] = [{"href": view.to(""), "label": view.words("home")}]
    for parent, key in ((HELP, "help.title"), (FINDINGS, "help.findings")):
        if address.startswith(parent) and address != parent:
            above.append({"href": view.to(parent), "label": view.words(key)})
    return Page(
        address=address,
        kind="help",
        template=f"pages/{template}.html",
        title=title,
        view={"title": title, **body},
        language=view.language,
        robots="noindex,follow",
        breadcrumb=(*above, {"label": title}),
    )


def _view(graph: Graph, address: str) -> View:
    return View(graph, graph.region.language, addresses.page_file(address))


def _fields(graph: Graph) -> Page:
    view = _view(graph, FIELDS)
    records = [_record(entry, view.words) for entry in reference()]
    body = {"records": records, "intro": view.words("help.fields_intro")}
    return _page(view, FIELDS, "help_fields", view.words("help.fields"), body)


def _record(entry: RecordEntry, words: Words) -> dict[str, Any]:
    name = words(f"finding.record.{entry.key}")
    return {
        "id": f"felt-{entry.key}",
        "title": name[:1].upper() + name[1:],
        "is_file": entry.is_file,
        "fields": [_field(field, words) for field in entry.fields],
    }


def _field(field: FieldEntry, words: Words) -> dict[str, Any]:
    kind = words(f"finding.type.{field.label}")
    link = ""
    if field.target:
        kind = words("help.id_of", what=words(f"finding.kind.{field.target}"))
    elif field.record:
        kind, link = words(f"finding.record.{field.record}"), f"#felt-{field.record}"
    return {
        "key": field.key,
        "english": field.english,
        "help": help_in(words.language, field.help),
        "kind": words("help.many", what=kind) if field.many else kind,
        "href": link,
        "values": [value for value in field.values if not (field.gap and value == "ukjent")],
        "required": field.required,
        "gap": field.gap,
        "example": field.example,
    }


def _findings(graph: Graph) -> Page:
    view = _view(graph, FINDINGS)
    groups = []
    for severity in _ORDER:
        found = [entry for entry in catalogue().values() if entry.severity is severity]
        name = severity.name.lower()
        groups.append(
            {
                "id": name,
                "title": view.words(f"help.{name}"),
                "intro": view.words(f"help.{name}_intro"),
                "entries": [_listed(view, entry) for entry in found],
            }
        )
    body = {"groups": groups, "intro": view.words("help.findings_intro")}
    return _page(view, FINDINGS, "help_findings", view.words("help.findings"), body)


def _listed(view: View, entry: Entry) -> dict[str, str]:
    href = view.to(finding_address(entry.code))
    return {"href": href, "code": entry.code, "text": entry.text(view.language).what}


def _finding(graph: Graph, entry: Entry) -> Page:
    view = _view(graph, finding_address(entry.code))
    text = entry.text(view.language)
    body = {
        "code": entry.code,
        "severity": view.words(f"finding.{entry.severity.name.lower()}"),
        "what": text.what,
        "why": text.why,
        "cure": text.cure,
        "wrong": entry.wrong.rstrip(),
        "right": entry.right.rstrip(),
    }
    return _page(view, finding_address(entry.code), "help_finding", entry.code, body)
