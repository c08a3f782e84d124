"""Prints quality and cost of the search, next to Pagefind and the stock search.

``python -m tests.bench.search [--cases 300 10000] [--seed N] [--only-own]``
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from playwright.sync_api import Browser

from casebook.search import SearchDocument
from tests.bench.search import engines, measure
from tests.bench.search.asking import KINDS
from tests.bench.search.corpus import as_document, generate
from tests.bench.search.engines import Built
from tests.bench.search.host import Line, hosted
from tests.bench.search.queries import Query, absent, golden
from tests.support import browsing

_TIMED = 2
"""Queries of each kind that are timed."""
_MANY = 2_000
"""With more cases than this, the stock search, which takes minutes, is asked fewer queries."""
_FEW = 3


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, nargs="+", default=[300, 10_000])
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    parser.add_argument("--only-own", action="store_true")
    chosen = parser.parse_args(arguments)
    print(f"Search, seed {chosen.seed}, Chromium headless")
    with browsing.launch() as browser:
        for count in chosen.cases:
            _measure(browser, count, chosen.seed, only_own=chosen.only_own)


def _measure(browser: Browser, count: int, seed: int, *, only_own: bool) -> None:
    cases = generate(count, seed)
    queries = golden(cases, seed)
    text = sum(_size(as_document(case)) for case in cases)
    print(f"\n{count} cases, {text / 1e6:.1f} MB of text, {len(queries)} queries")
    chance = random.Random(seed)
    timed = [
        query.text
        for kind in KINDS
        for query in chance.sample([q for q in queries if q.kind == kind], _TIMED)
    ]
    makers: list[Callable[[Path], Built | None]] = [lambda root: engines.own(root, cases)]
    if not only_own:
        makers.append(lambda root: engines.pagefind(root, cases, root.parent / "tools"))
        makers.append(lambda root: engines.stock(root, cases))
    with tempfile.TemporaryDirectory() as folder:
        for number, make in enumerate(makers):
            root = Path(folder) / str(number)
            root.mkdir()
            built = make(root)
            if built is None:
                print("  Pagefind is not to be had here")
                continue
            with hosted(root) as (url, line):
                _report(browser, url, line, built, queries, timed, len(cases), text, seed)
                if number == 0:
                    page = measure.own_page(browser, url, line, timed[::2])
                    print(
                        f"  whole page, cold: {page.seconds:.2f} s, {page.kilobytes:.0f} kB; "
                        f"keystroke {page.keystroke_ms:.0f} ms"
                    )


def _report(
    browser: Browser,
    url: str,
    line: Line,
    built: Built,
    queries: Sequence[Query],
    timed: Sequence[str],
    count: int,
    text: int,
    seed: int,
) -> None:
    print(f"\n{built.name}")
    print(
        f"  built in {built.seconds:.1f} s ({count / built.seconds:.0f} cases/s), "
        f"{built.index_bytes / 1e6:.2f} MB ({built.index_bytes / text:.2f} of the text), "
        f"{built.files} files, largest {built.largest / 1000:.0f} kB"
    )
    few = count > _MANY and built.name.startswith("stock")
    if few:
        queries = [q for kind in KINDS for q in [q for q in queries if q.kind == kind][:_FEW]]
        print(f"  asked {len(queries)} of the queries, {_FEW} of each kind")
    found = measure.quality(browser, url, built, queries, absent(seed))
    print(
        f"  success@1 {found.overall:.3f}; nothing found {found.empty:.3f}; "
        f"hits for words that no case has {found.false:.2f}"
    )
    print("  " + "; ".join(f"{kind} {share:.2f}" for kind, share in found.by_kind.items()))
    if built.name.startswith("own"):
        for kind, query in found.failed:
            print(f"    not first: {kind}: {query}")
    spent = measure.cost(browser, url, line, built, timed[:1] if few else timed)
    print(
        f"  first search: {spent.kilobytes:.0f} kB (most {spent.kilobytes_most:.0f}), "
        f"{spent.seconds:.2f} s (most {spent.seconds_most:.2f}), {spent.requests:.0f} requests; "
        f"again {spent.again_ms:.0f} ms (most {spent.again_most_ms:.0f})"
    )


def _size(document: SearchDocument) -> int:
    return len(document.title.encode()) + sum(len(part.text.encode()) for part in document.parts)


if __name__ == "__main__":
    main()
