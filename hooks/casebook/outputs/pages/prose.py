"""Running text of records: rendered, its links resolved as seen from the page, mentions linked."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count

from markupsafe import Markup

from casebook.graph import Graph
from casebook.graph.links import is_outward, published_names, record_link
from casebook.graph.mentions import bodies_of
from casebook.markdown import render
from casebook.mentions import Mention, link_mentions
from casebook.outputs import addresses
from casebook.outputs.earlier import fixed_names
from casebook.outputs.pages.view import View


class Prose:
    """Renders the texts of one record for one page."""

    def __init__(self, view: View, record_id: str, references: str = "") -> None:
        """Take the record whose files and links the text may name."""
        self.view = view
        self.record_id = record_id
        self.references = references
        self.files = published_files(view.graph, record_id)
        self.bodies = bodies_of(view.graph.treatments.get(record_id, ()))
        self._places = count(1)

    def html(self, source: str, *, offset: int = 0, prefix: str = "") -> Markup:
        """Markdown as safe HTML; without a prefix, headings have ids that nothing else has."""
        if not source.strip():
            return Markup("")
        prefix = prefix or f"tekst-{next(self._places)}-"
        rendered = render(
            source,
            resolve=self.resolve,
            heading_offset=offset,
            id_prefix=prefix,
            references=self.references,
            rewrite=self.with_mentions,
        )
        # The Markdown boundary escapes raw HTML and cleans its own output last.
        return Markup(rendered.html)  # noqa: S704

    def with_mentions(self, html: str) -> str:
        """HTML that is still to be cleaned, with links where cases and meetings are mentioned."""
        return link_mentions(html, self.mentioned)

    def mentioned(self, mention: Mention) -> str | None:
        """The address of what a mention stands for; a record does not link to itself."""
        target = self.view.graph.mentions.resolve(mention, self.bodies)
        if target is None or target.id == self.record_id:
            return None
        make = addresses.case if target.kind == "case" else addresses.meeting
        return self.view.to(make(target.id, target.anchor))

    def resolve(self, target: str) -> str | None:
        """The address that a written link stands for; None leaves it as it is."""
        address = resolve_link(self.view.graph, self.record_id, self.files, target)
        return None if address is None else self.view.to(address)


def published_files(graph: Graph, record_id: str) -> Mapping[str, str]:
    """File name to site address of the files that a record publishes."""
    listed = published_names(graph, record_id)
    if not listed:
        return {}
    is_case = record_id in graph.cases
    base = addresses.case(record_id) if is_case else addresses.meeting(record_id)
    names = addresses.attachment_names(listed, fixed_names(graph, record_id))
    return {file: f"{base}vedlegg/{name}" for file, name in names.items()}


def resolve_link(graph: Graph, record_id: str, files: Mapping[str, str], target: str) -> str | None:
    """The site address of a link between records or to a file beside the record.

    Writers link by file (``../2021/x.md``), by address (``/sak/x/#p1``) or by bare id.
    """
    if is_outward(target):
        return None
    name = target.removeprefix("./")
    if name in files:
        return files[name]
    link = record_link(target)
    return None if link is None else record_address(graph, link.record_id, link.anchor)


def record_address(graph: Graph, record_id: str, anchor: str = "") -> str | None:
    """The address of any record by its id."""
    if record_id in graph.cases:
        return addresses.case(record_id, anchor)
    if record_id in graph.meetings:
        return addresses.meeting(record_id, anchor)
    if record_id in graph.processes:
        return addresses.process(record_id)
    if record_id in graph.bodies:
        return addresses.body(record_id)
    return addresses.municipality(record_id) if record_id in graph.municipalities else None
