"""The entries of the feed of changes: what was corrected, updated or taken down, and why."""

from __future__ import annotations

from collections.abc import Iterator

from casebook.outputs.data.changes import REMOVED, ChangeOf, changes_of
from casebook.outputs.feeds.entries import Entry
from casebook.outputs.records import Source
from casebook.outputs.records.plain import each_assumed


def change_entries(source: Source) -> Iterator[Entry]:
    """An entry for each change that is recorded, of any kind of record."""
    for change in changes_of(source):
        yield _entry(source, change)


def _entry(source: Source, change: ChangeOf) -> Entry:
    words = source.words
    kind = words(f"data.change.{change.kind}")
    told = change.title if change.kind == REMOVED else f"{kind}: {change.title}"
    assumed = f" ({words('feed.assumed')})" if change.assumed else ""
    return Entry(
        path=f"endring/{change.path}",
        url=source.url(change.address),
        title=f"{told}{assumed}",
        summary=change.text,
        updated=change.date.first,
        published=change.date.exact,
        language=words.language,
        topics=(),
        assumed=each_assumed(dato=change.assumed),
        html=lambda: change.html(words),
    )
