"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

from casebook.outputs.feeds.entries import Entry, tag
from casebook.outputs.feeds.feed import Feed
from casebook.outputs.json_files import dump
from casebook.outputs.records import Json, Source, moments
from casebook.outputs.records.plain import assumed, keep

VERSION = "https://jsonfeed.org/version/1.1"


def json_item(source: Source, entry: Entry) -> str:
    """One item as JSON text."""
    item: Json = {
        "id": tag(source, entry.path),
        "url": entry.url,
        "title": entry.title,
        "content_html": entry.html(),
        "date_modified": moments.moment(entry.updated),
        "language": entry.language,
    }
    if entry.published is not None:
        item["date_published"] = moments.moment(entry.published)
    keep(item, summary=entry.summary, tags=list(entry.topics))
    if entry.assumed:
        item["_casebook"] = {"about": source.url("data/"), "assumed": assumed(entry.assumed)}
    return dump(item)


def json_feed(source: Source, feed: Feed, items: list[str]) -> bytes:
    """A whole feed from its items as already written."""
    head = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": source.url(feed.page),
        "feed_url": source.url(f"{feed.path}.json"),
        "description": feed.subtitle,
        "language": source.words.language,
        "authors": [{"name": feed.author, "url": source.url("")}],
        "_casebook": {"about": source.url("data/"), "licence": source.graph.region.licence},
    }
    frame = dump(head).removesuffix("}")
    return (frame + ',"items":[\n' + ",\n".join(items) + "\n]}\n").encode()
