"""What makes addresses last: old ones that still answer, and the files that hosts read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from casebook.graph import Graph
from casebook.outputs import addresses
from casebook.outputs.hosting import host_files
from casebook.outputs.output_file import OutputFile
from casebook.outputs.pages.page import Page
from casebook.outputs.redirects import (
    Redirect,
    copies,
    emptied_lists,
    redirect_page,
    still_moved,
    withdrawn_pages,
)
from casebook.outputs.tables import emptied_table


def lasting_files(
    graph: Graph,
    files: Sequence[OutputFile],
    render: Callable[[Page], bytes],
    written: Sequence[str] = (),
) -> Iterator[OutputFile]:
    """Redirects, tombstones and host files, from everything else that the site has.

    Args:
        graph: The joined records.
        files: Every other file of the site.
        render: Makes a page.
        written: Files of the pages that the engine makes itself.
    """
    present = {*(file.uri for file in files), *written}
    moved = still_moved(graph, present)
    added = list(_old_addresses(graph, files, present, moved, render))
    yield from added
    yield from host_files(graph, present, {file.uri for file in added}, moved)


def _old_addresses(
    graph: Graph,
    files: Sequence[OutputFile],
    present: set[str],
    moved: Sequence[Redirect],
    render: Callable[[Page], bytes],
) -> Iterator[OutputFile]:
    for redirect in moved:
        if redirect.source.endswith("/"):
            uri = addresses.page_file(redirect.source)
            yield OutputFile(uri, partial(_page, graph, redirect, render))
    for page in withdrawn_pages(graph, present):
        yield OutputFile(page.uri, partial(render, page))
    copied = list(copies(graph, files))
    yield from copied
    present = present | {file.uri for file in copied}
    for redirect in emptied_lists(graph, present):
        uri = addresses.page_file(redirect.source)
        yield OutputFile(uri, partial(_page, graph, redirect, render))
    for address in sorted(graph.publication.ledger.keys() - present):
        emptied = emptied_table(graph, address)
        if emptied is not None:
            yield emptied


def _page(graph: Graph, redirect: Redirect, render: Callable[[Page], bytes]) -> bytes:
    return render(redirect_page(graph, redirect))
