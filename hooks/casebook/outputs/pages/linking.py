"""What readers take along from a page: its address, links in Markdown and HTML, and a citation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

from markupsafe import escape

from casebook.graph.treatments import Treatment
from casebook.markdown.slugs import slug
from casebook.model.case import Case
from casebook.model.meeting import Meeting
from casebook.model.process import Process
from casebook.outputs import addresses
from casebook.outputs.pages.case_decisions import text_heading
from casebook.outputs.pages.view import View
from casebook.outputs.plain import as_markdown
from casebook.outputs.published_addresses import on_page

CONFIGURATOR = "om/bygg-inn/"
COMPONENT = "embed/v1/casebook.js"


def case_linking(view: View, case: Case) -> dict[str, Any]:
    """The section of a case: the case itself, each decision point, and how to embed it."""
    treatment = view.graph.states[case.id].treatment
    title, address = view.title(case.id), addresses.case(case.id)
    source = _source(view, treatment)
    places = [
        _place(view, addresses.case(case.id, anchor), f"{title.rstrip('.')}, {label}", label, cited)
        for anchor, label, cited in _points(view, case)
    ]
    boxes = list(_boxes(view, "lenk-sak", address, title, f"{_sentence(title)} {source}"))
    return {
        **_linking(view, boxes, places, embed=address, title=title),
        "former": former_places(view, case, addresses.case),
    }


def meeting_linking(view: View, meeting: Meeting, title: str) -> dict[str, Any]:
    """The section of a meeting."""
    address = addresses.meeting(meeting.id)
    linking = _linking(view, list(_boxes(view, "lenk-mote", address, title, _sentence(title))), [])
    return {**linking, "former": former_places(view, meeting, addresses.meeting)}


def process_linking(view: View, process: Process) -> dict[str, Any]:
    """The section of a process."""
    address = addresses.process(process.id)
    boxes = list(_boxes(view, "lenk-prosess", address, process.title, _sentence(process.title)))
    return _linking(view, boxes, [])


def former_places(
    view: View, record: Case | Meeting, address: Callable[[str], str]
) -> list[dict[str, Any]]:
    """Places and files that the page had: where they went, or when and why they were withdrawn.

    By every name of the record, since its old addresses lead here. What is there again is not
    among them.
    """
    changes, words = view.graph.publication.changes, view.words
    if not (changes.moved or changes.withdrawn):
        return []
    pages = [address(name) for name in (record.id, *record.aliases)]
    there = {place.removeprefix(pages[0]) for place in on_page(view.graph, record)}

    def below(whole: str) -> str:
        rest = next((whole.removeprefix(page) for page in pages if whole.startswith(page)), "")
        return "" if rest in there else rest

    found: dict[str, dict[str, Any]] = {}
    for moved in changes.moved:
        rest = below(moved.source)
        if rest.startswith("#"):
            text = words("place_moved", name=rest[1:])
            href, label = view.to(moved.target), f"/{moved.target}"
            found[rest] = {"id": rest[1:], "text": text, "href": href, "label": label}
    for gone in changes.withdrawn:
        rest = below(gone.address)
        if rest:
            name, when = rest.removeprefix("#"), words.date(gone.date)
            key = name if rest.startswith("#") else slug(rest)
            text = words("place_withdrawn", name=name, date=when, reason=gone.reason)
            found[rest] = {"id": key, "text": text, "href": "", "label": ""}
    return list(found.values())


def public_address(view: View, address: str) -> str:
    """An address as others must write it; from the root when the site has no known address."""
    return f"{view.graph.region.base_url or '/'}{quote(address, safe='/#.-_~')}"


def frame_code(view: View, address: str, title: str) -> str:
    """HTML that shows a small page of the site inside another page."""
    url = public_address(view, f"embed/{address}")
    return (
        f'<iframe src="{escape(url)}" title="{escape(title)}" width="100%" height="360" '
        'loading="lazy" style="border:0"></iframe>'
    )


def component_code(view: View, address: str, title: str) -> str:
    """HTML that shows the same without a frame: a link that the script makes more of."""
    script, url = public_address(view, COMPONENT), public_address(view, address)
    return (
        f'<script src="{escape(script)}" defer></script>\n'
        f'<casebook-utdrag><a href="{escape(url)}">{escape(title)}</a></casebook-utdrag>'
    )


def _linking(
    view: View,
    boxes: list[dict[str, str]],
    places: list[dict[str, Any]],
    embed: str = "",
    title: str = "",
) -> dict[str, Any]:
    region = view.graph.region
    embeds: list[dict[str, str]] = []
    if embed and region.embeds and region.base_url:
        words = view.words
        embeds = [
            _box("lenk-ramme", words("embed_frame"), frame_code(view, embed, title)),
            _box("lenk-element", words("embed_component"), component_code(view, embed, title)),
        ]
    return {
        "boxes": boxes,
        "places": places,
        "embeds": embeds,
        "known": bool(region.base_url),
        "more": view.to(CONFIGURATOR) if embeds else "",
    }


def _place(view: View, address: str, name: str, label: str, cited: str) -> dict[str, Any]:
    key = f"lenk-{address.partition('#')[2]}"
    boxes = list(_boxes(view, key, address, name, f"{_sentence(name)} {cited}"))
    return {"title": label[:1].upper() + label[1:], "boxes": boxes}


def _boxes(view: View, key: str, address: str, title: str, cited: str) -> Iterator[dict[str, str]]:
    words, url = view.words, public_address(view, address)
    region = view.graph.region.name(view.graph.as_of)
    yield _box(f"{key}-adresse", words("link_address"), url)
    yield _box(f"{key}-markdown", "Markdown", f"[{as_markdown(title)}]({url})")
    yield _box(f"{key}-html", "HTML", f'<a href="{escape(url)}">{escape(title)}</a>')
    yield _box(f"{key}-sitat", words("link_citation"), f"{region}: {cited.strip()} {url}")


def _sentence(text: str) -> str:
    """A title as a sentence of a citation; one that ends in a mark of its own gets no other."""
    return text if text.rstrip("»”\"')").endswith((".", "!", "?", "…")) else f"{text}."


def _box(key: str, label: str, text: str) -> dict[str, str]:
    return {"id": key, "label": label, "text": text}


def _source(view: View, treatment: Treatment | None) -> str:
    """Who treated the case, under which number and when, as far as it is known."""
    if treatment is None:
        return ""
    body = view.body_link(treatment)
    when = view.words.date(treatment.date) if treatment.date else ""
    when = view.likely(when, treatment.date_doubt)
    parts = [body["label"] if body else "", view.number(treatment), when]
    return ", ".join(part for part in parts if part) + "."


def _points(view: View, case: Case) -> Iterator[tuple[str, str, str]]:
    """Anchor, name and source of every point of every decision, sub-points after their point."""
    treatments = view.graph.treatments[case.id]
    for treatment in treatments:
        if treatment.decision is None:
            continue
        body = view.body_link(treatment) if len(treatments) > 1 else None
        start = f"{body['label']}, " if body else ""
        source = _source(view, treatment)
        if not treatment.points:
            label = f"{start}{text_heading(view, treatment).lower()}"
            yield treatment.anchor, label, source
        for point in treatment.points:
            for inner, number in point.numbered():
                label = f"{start}{view.words('point_number', number=number)}"
                yield treatment.point_anchor(inner), label, source
