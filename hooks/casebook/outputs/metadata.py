"""Files that describe the site as a whole: sitemap, search description, robots and llms.txt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from xml.etree import ElementTree as Tree

from casebook.graph.states import Stage
from casebook.model.case import Case
from casebook.outputs import addresses, disclosure
from casebook.outputs.data.package import PACKAGE
from casebook.outputs.output_file import OutputFile
from casebook.outputs.plain import as_markdown
from casebook.outputs.records import Source
from casebook.outputs.records.licences import licence_of
from casebook.outputs.sitemap import sitemap

NEWEST = 50
_PERSONAL = ("sak.json", "sak.md", "oembed.json", "vedlegg/")
"""What lies beside a page; the page itself says ``noindex``, and must be read for that."""


def metadata_files(source: Source, uris: Iterable[str]) -> Iterator[OutputFile]:
    """The files at the root of the site that robots and programmes look for.

    Args:
        source: What the site is made from.
        uris: Every file of the site; the sitemap lists the pages among them.
    """
    pages = tuple(uri for uri in uris if uri.endswith("index.html"))
    if source.base:
        yield OutputFile("sitemap.xml", partial(sitemap, source, pages))
        yield OutputFile("opensearch.xml", partial(opensearch, source))
    yield OutputFile("robots.txt", partial(robots, source))
    yield OutputFile("llms.txt", partial(llms, source))


def opensearch(source: Source) -> bytes:
    """How a browser searches the site from its address field."""
    site = source.graph.region.name(source.graph.as_of)
    root = Tree.Element("OpenSearchDescription", {"xmlns": "http://a9.com/-/spec/opensearch/1.1/"})
    Tree.SubElement(root, "ShortName").text = _cut(site, 16)
    Tree.SubElement(root, "LongName").text = _cut(site, 48)
    Tree.SubElement(root, "Description").text = source.words("data.search", site=site)[:1024]
    Tree.SubElement(root, "InputEncoding").text = "UTF-8"
    Tree.SubElement(root, "Language").text = source.words.language
    icon = {"type": "image/svg+xml"}
    Tree.SubElement(root, "Image", icon).text = source.url("assets/icon.svg")
    target = {"type": "text/html", "template": source.url("sok/?q={searchTerms}")}
    Tree.SubElement(root, "Url", target)
    Tree.indent(root)
    written = Tree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{written}\n'.encode()


def _cut(text: str, most: int) -> str:
    """As many whole words as there is room for; part of the first when even that is too long."""
    if len(text) <= most:
        return text
    return text[: most + 1].rpartition(" ")[0].rstrip() or text[:most]


def robots(source: Source) -> bytes:
    """Everything is open, but for the data of cases that hold personal data."""
    path = "/" + source.base.partition("://")[2].partition("/")[2]
    lines = ["User-agent: *"]
    for folder in disclosure.personal_pages(source.graph):
        lines += [f"Disallow: {path}{folder}{name}" for name in _PERSONAL]
    lines.append("Allow: /")
    if source.base:
        lines += ["", f"Sitemap: {source.url('sitemap.xml')}"]
    return ("\n".join(lines) + "\n").encode()


def llms(source: Source) -> bytes:
    """What the site is, for language models: where the text is, and how to cite it."""
    words, graph = source.words, source.graph
    site = graph.region.name(graph.as_of)
    parts = [
        f"# {as_markdown(site)}",
        f"> {as_markdown(graph.region.summary)}" if graph.region.summary else "",
    ]
    licence = licence_of(graph.region.licence)
    parts.append(words("llms.about", licence=as_markdown(licence.title)))
    if graph.region.invented:
        parts.append(words("invented_banner", site=site))
    files = (
        ("data/saker.json", "data.form.json"),
        (PACKAGE, "data.form.csv"),
        ("data/endringer.json", "data.schema.endringer"),
    )
    listed = [f"- [{words(key)}]({source.url(address)})" for address, key in files]
    parts += [f"## {words('llms.data')}", "\n".join(listed)]
    newest = [case for case in graph.published_cases if _shown(source, case)][:NEWEST]
    parts += [f"## {words('llms.newest')}", "\n".join(_line(source, case) for case in newest)]
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def _shown(source: Source, case: Case) -> bool:
    decided = source.graph.states[case.id].stage is Stage.DECIDED
    return decided and disclosure.indexable(source.graph, case)


def _line(source: Source, case: Case) -> str:
    address = source.url(f"{addresses.case(case.id)}sak.md")
    lead = disclosure.summary(case)
    title = as_markdown(source.view.title(case.id))
    return f"- [{title}]({address}){f': {as_markdown(lead)}' if lead else ''}"
