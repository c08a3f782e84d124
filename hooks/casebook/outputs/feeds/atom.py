"""Atom (RFC 4287)."""

from __future__ import annotations

from xml.etree import ElementTree as Tree

from casebook.outputs.feeds.entries import Entry, tag
from casebook.outputs.feeds.feed import Feed
from casebook.outputs.records import Source, moments
from casebook.outputs.records.licences import licence_of

_NAMESPACE = "http://www.w3.org/2005/Atom"


def atom_entry(source: Source, entry: Entry) -> str:
    """One entry, without the namespace that the feed around it declares."""
    element = Tree.Element("entry", {"xml:lang": entry.language})
    _text(element, "id", tag(source, entry.path))
    _text(element, "title", entry.title)
    Tree.SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": entry.url})
    _text(element, "updated", moments.moment(entry.updated))
    if entry.published is not None:
        _text(element, "published", moments.moment(entry.published))
    for topic in entry.topics:
        Tree.SubElement(element, "category", {"term": topic})
    if entry.summary:
        _text(element, "summary", entry.summary)
    content = Tree.SubElement(element, "content", {"type": "html"})
    content.text = entry.html()
    return Tree.tostring(element, encoding="unicode")


def atom_feed(source: Source, feed: Feed, entries: list[str]) -> bytes:
    """A whole feed from its entries as already written."""
    licence = licence_of(source.graph.region.licence)
    root = Tree.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": source.words.language})
    _text(root, "id", tag(source, feed.known_as))
    _text(root, "title", feed.title)
    _text(root, "subtitle", feed.subtitle)
    _text(root, "updated", moments.moment(feed.updated))
    for rel, kind, address in (
        ("self", "application/atom+xml", f"{feed.path}.xml"),
        ("alternate", "text/html", feed.page),
        ("alternate", "application/feed+json", f"{feed.path}.json"),
    ):
        link = {"rel": rel, "type": kind, "href": source.url(address)}
        Tree.SubElement(root, "link", link)
    _text(Tree.SubElement(root, "author"), "name", feed.author)
    if licence.url:
        Tree.SubElement(root, "link", {"rel": "license", "href": licence.url})
    _text(root, "rights", licence.title)
    Tree.indent(root)
    frame = Tree.tostring(root, encoding="unicode").removesuffix("</feed>")
    lines = ['<?xml version="1.0" encoding="utf-8"?>', frame.rstrip(), *entries, "</feed>", ""]
    return "\n".join(lines).encode()


def _text(parent: Tree.Element, name: str, text: str) -> None:
    Tree.SubElement(parent, name).text = text
