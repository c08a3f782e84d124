"""Every feed of the site, and the files they are written to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from casebook.outputs.feeds.atom import atom_entry, atom_feed
from casebook.outputs.feeds.entries import Entry
from casebook.outputs.feeds.feed import Feed, newest
from casebook.outputs.feeds.groups import Groups, Plan, plans
from casebook.outputs.feeds.json_feed import json_feed, json_item
from casebook.outputs.output_file import OutputFile
from casebook.outputs.records import Source, moments


def possible(source: Source) -> bool:
    """Whether feeds can be made: they need an absolute address and a permanent namespace."""
    return bool(source.base and source.graph.region.namespace)


def feed_files(source: Source) -> Iterator[OutputFile]:
    """Two files per feed; none as long as the site's address is not known."""
    if possible(source):
        writer = _Writer(source)
        for plan in plans(source):
            yield OutputFile(f"{plan.path}.xml", partial(writer.atom, plan))
            yield OutputFile(f"{plan.path}.json", partial(writer.json, plan))


class _Writer:
    """Writes feeds; an entry is made once for all the feeds that it stands in."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._groups = Groups(source)
        self._known: dict[tuple[str, str], str] = {}

    def atom(self, plan: Plan) -> bytes:
        """A feed as Atom."""
        feed = self._feed(plan)
        return atom_feed(
            self._source, feed, [self._entry("atom", atom_entry, e) for e in feed.entries]
        )

    def json(self, plan: Plan) -> bytes:
        """A feed as JSON Feed."""
        feed = self._feed(plan)
        return json_feed(
            self._source, feed, [self._entry("json", json_item, e) for e in feed.entries]
        )

    def _entry(self, kind: str, make: Callable[[Source, Entry], str], entry: Entry) -> str:
        key = (kind, entry.path)
        if key not in self._known:
            self._known[key] = make(self._source, entry)
        return self._known[key]

    def _feed(self, plan: Plan) -> Feed:
        graph = self._source.graph
        site = graph.region.name(graph.as_of)
        shown = newest(self._groups.of(plan.path))
        return Feed(
            path=plan.path,
            known_as=plan.known_as or plan.path,
            title=f"{plan.title} – {site}",
            subtitle=self._source.words("feed.subtitle", site=site),
            page=plan.page,
            author=site,
            updated=max((entry.updated for entry in shown), default=moments.UNDATED),
            entries=shown,
        )
