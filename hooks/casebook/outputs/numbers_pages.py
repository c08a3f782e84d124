"""Short links by case number: ``/s/regionradet-6-2021/`` leads to the case, or lists the cases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from casebook.graph import Graph, Treatment
from casebook.model.region import Body
from casebook.numbers import CaseNumber, parse_number, short_slug
from casebook.outputs import addresses
from casebook.outputs.keys import Keys
from casebook.outputs.pages.page import Page, PlannedPage
from casebook.outputs.pages.rows import case_row
from casebook.outputs.pages.view import View
from casebook.outputs.redirects import Redirect, redirect_page, robots


def short_links(graph: Graph) -> Mapping[str, tuple[str, ...]]:
    """Short address to the addresses that carry the number, in the order of the lists."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for case_id, treatments in graph.treatments.items():
        for treatment in treatments:
            address = _short_of(treatment)
            if address:
                found[address][addresses.case(case_id)] = None
    for meeting in graph.meetings.values():
        for formality in meeting.formalities:
            number = parse_number(formality.number) if formality.number else None
            if number is not None and meeting.body in graph.bodies:
                target = addresses.meeting(meeting.id, str(number.number))
                found[_short(graph.bodies[meeting.body], number)][target] = None
    return {address: tuple(targets) for address, targets in sorted(found.items())}


def _short_of(treatment: Treatment) -> str:
    """The short address of a treatment; empty when it has no number that can be read."""
    number = treatment.number
    if number is None or treatment.body is None:
        return ""
    return _short(treatment.body, replace(number, series=treatment.item.series or number.series))


def _short(body: Body, number: CaseNumber) -> str:
    """The short address; letters that stand for the body's default series are left out."""
    listed = body.numbering.series if body.numbering else ()
    if number.series in {entry.name.lower() for entry in listed if not entry.id}:
        number = replace(number, series="")
    return f"s/{short_slug(body.id, number)}/"


def number_pages(graph: Graph, keys: Keys) -> Iterator[PlannedPage]:
    """A page per number: a redirect, or a list where several records carry it."""
    view = View(graph, graph.region.language, "s/x/index.html")
    for address, targets in short_links(graph).items():
        uri = addresses.page_file(address)
        if len(targets) > 1:
            yield PlannedPage(uri, partial(_candidates, graph, address, targets))
            continue
        label = _label(view, targets[0])
        redirect = Redirect(address, targets[0], label)
        key = keys.of("number", address, targets[0], label, robots(graph, targets[0]))
        yield PlannedPage(uri, partial(redirect_page, graph, redirect), key)


def _label(view: View, target: str) -> str:
    record = target.split("/")[1]
    is_case = record in view.graph.cases
    return str((view.case_link if is_case else view.meeting_link)(record)["label"])


def _candidates(graph: Graph, address: str, targets: tuple[str, ...]) -> Page:
    """The records that one number can mean."""
    view = View(graph, graph.region.language, addresses.page_file(address))
    records = [target.split("/")[1] for target in targets]
    name = _written(view, address, records)
    cases = [graph.cases[r] for r in records if r in graph.cases]
    listed = {case.id for case in cases if graph.is_published(case)}
    return Page(
        address=address,
        kind="number",
        section="cases",
        template="pages/candidates.html",
        title=view.words("number_title", number=name),
        view={
            "title": view.words("number_title", number=name),
            "cases": [case_row(view, case) for case in cases if case.id in listed],
            "others": [
                {"href": view.to(target), "label": _label(view, target)}
                for target, record in zip(targets, records, strict=True)
                if record not in listed
            ],
        },
        language=view.language,
        robots="noindex",
        breadcrumb=(
            {"href": view.to(""), "label": view.words("home")},
            {"href": view.to("saker/"), "label": view.words("nav_cases")},
            {"label": name},
        ),
    )


def _written(view: View, address: str, records: Iterable[str]) -> str:
    """A number as people write it, with its body; the address itself where none is a case's."""
    for record in records:
        for treatment in view.graph.treatments.get(record, ()):
            body = view.body_link(treatment)
            if body is not None and _short_of(treatment) == address:
                return f"{view.number(treatment)}, {body['label']}"
    return address.removeprefix("s/").strip("/")
