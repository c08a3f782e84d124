"""Feeds: what is new, for readers of news and for other programmes, as Atom and as JSON Feed 1.1.

An entry's id is a ``tag:`` address with the region's permanent namespace, so that it stays the same
when the site moves. Its date moves only when something in the record does.
"""

from __future__ import annotations

from casebook.outputs.feeds.files import feed_files, possible
from casebook.outputs.feeds.groups import Plan, page_feed, plans

__all__ = ["Plan", "feed_files", "page_feed", "plans", "possible"]
