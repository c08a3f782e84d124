"""Asks the golden queries in Chromium, and times a first search on a slow phone."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page

from tests.bench.search.engines import Built
from tests.bench.search.host import Line
from tests.bench.search.queries import Query, kinds, success

CPU_SLOWER = 4
_SLOW = 900_000


@dataclass(frozen=True, slots=True)
class Quality:
    """How often the first answer is a right one."""

    overall: float
    by_kind: dict[str, float]
    empty: float
    """Share of queries with an answer that find nothing."""
    false: float
    """Share of words that no case has that find something."""
    failed: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Cost:
    """First searches under the throttled setting: medians and worst cases."""

    kilobytes: float
    kilobytes_most: float
    seconds: float
    seconds_most: float
    requests: float
    again_ms: float
    """The same search with all at hand: what one more keystroke costs."""
    again_most_ms: float


def quality(
    browser: Browser, url: str, built: Built, queries: Sequence[Query], absent: Sequence[str]
) -> Quality:
    """Ask every query in one page."""
    page = browser.new_page()
    page.set_default_timeout(_SLOW)
    page.goto(url)
    texts = [query.text for query in queries] + list(absent)
    script = (
        f"async (texts) => {{ {built.opener} const ask = async (query) => {{ {built.asker} }};"
        "const out = []; for (const text of texts) out.push(await ask(text)); return out; }"
    )
    answers = [[_id(address) for address in found] for found in page.evaluate(script, texts)]
    page.close()
    judged = list(zip(queries, answers[: len(queries)], strict=True))
    of = {kind: [success(q, a) for q, a in judged if q.kind == kind] for kind in kinds(queries)}
    return Quality(
        overall=statistics.mean(success(q, a) for q, a in judged),
        by_kind={kind: statistics.mean(found) for kind, found in of.items()},
        empty=statistics.mean(not a for _, a in judged),
        false=statistics.mean(bool(a) for a in answers[len(queries) :]),
        failed=tuple((q.kind, q.text) for q, a in judged if not success(q, a)),
    )


def _id(address: str) -> str:
    return address.rpartition("sak/")[2].partition("/")[0]


def cost(browser: Browser, url: str, line: Line, built: Built, texts: Sequence[str]) -> Cost:
    """Time a first search for each text, each in a browser context of its own."""
    runs = [_first(browser, url, line, built, text) for text in texts]
    return Cost(
        kilobytes=statistics.median(run[0] for run in runs) / 1000,
        kilobytes_most=max(run[0] for run in runs) / 1000,
        seconds=statistics.median(run[1] for run in runs),
        seconds_most=max(run[1] for run in runs),
        requests=statistics.median(run[2] for run in runs),
        again_ms=statistics.median(run[3] for run in runs),
        again_most_ms=max(run[3] for run in runs),
    )


@contextmanager
def slow_phone(page: Page, line: Line) -> Iterator[None]:
    """1.6 Mbit/s, 150 ms a request, a processor four times slower."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWER})
    line.reset()
    line.slow = True
    try:
        yield
    finally:
        line.slow = False
        session.detach()


def _first(
    browser: Browser, url: str, line: Line, built: Built, text: str
) -> tuple[float, float, int, float]:
    context = browser.new_context()
    context.set_default_timeout(_SLOW)
    try:
        page = context.new_page()
        page.goto(url, wait_until="networkidle")
        script = (
            f"async (query) => {{ const start = performance.now(); {built.opener}"
            f"const ask = async () => {{ {built.asker} }}; await ask();"
            "const first = performance.now(); await ask();"
            "return [first - start, performance.now() - first]; }"
        )
        with slow_phone(page, line):
            first, again = page.evaluate(script, text)
            return line.sent, first / 1000, line.requests, again
    finally:
        context.close()


@dataclass(frozen=True, slots=True)
class PageCost:
    """The whole page ``/sok/`` with a query in its address, opened cold on a slow phone."""

    seconds: float
    kilobytes: float
    keystroke_ms: float
    """The longest time from a key to the next picture that answers it."""


def own_page(browser: Browser, url: str, line: Line, texts: Sequence[str]) -> PageCost:
    """Open the real page, and type into it."""
    runs = [_open_page(browser, url, line, text) for text in texts]
    return PageCost(
        seconds=statistics.median(run[0] for run in runs),
        kilobytes=statistics.median(run[1] for run in runs),
        keystroke_ms=max(run[2] for run in runs),
    )


def _open_page(browser: Browser, url: str, line: Line, text: str) -> tuple[float, float, float]:
    context = browser.new_context()
    try:
        page = context.new_page()
        with slow_phone(page, line):
            page.goto(f"{url}sok/?{urlencode({'q': text})}", wait_until="commit")
            page.wait_for_selector("[data-state=shown]", timeout=_SLOW)
            seconds = page.evaluate("performance.now()") / 1000
            kilobytes = line.sent / 1000
            return seconds, kilobytes, _keystroke(page)
    finally:
        context.close()


_WATCH = """() => {
  window.__keys = [];
  new PerformanceObserver((list) => window.__keys.push(...list.getEntries()
    .filter((e) => e.name.startsWith('key') || e.name === 'input').map((e) => e.duration)))
    .observe({ type: 'event', durationThreshold: 16 });
}"""


def _keystroke(page: Page) -> float:
    """How long the slowest of some keys keeps the reader waiting, as the browser times events."""
    box = page.locator("input[name=q]")
    box.fill("")
    box.press_sequentially("komm", delay=20)
    page.wait_for_timeout(1_500)
    page.evaluate(_WATCH)
    for letter in "une":
        box.press(letter)
        page.wait_for_timeout(400)
    waits: list[float] = page.evaluate("window.__keys")
    return max([0.0, *waits])
