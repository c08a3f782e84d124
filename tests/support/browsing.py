"""Opens pages of a served site in Chromium and records what they must not do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response, sync_playwright

from tests.support import chromium

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDTHS = (320, 1280)
AXE_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

_WATCH_POLICY = """
document.addEventListener('securitypolicyviolation', (event) => {
  (window.__violations ||= []).push(
    `${event.effectiveDirective} blocked ${event.blockedURI} ${event.sample}`);
});
"""
_READ_STORAGE = """async () => ({
  localStorage: Object.keys(localStorage),
  sessionStorage: Object.keys(sessionStorage),
  databases: (await indexedDB.databases()).map((base) => base.name),
  caches: window.caches ? await caches.keys() : [],
  workers: navigator.serviceWorker
    ? (await navigator.serviceWorker.getRegistrations()).map((worker) => worker.scope) : [],
})"""


@contextmanager
def launch() -> Iterator[Browser]:
    """A headless Chromium until the block ends."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.provide(), args=list(chromium.FLAGS)
        )
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class Probe:
    """What a page did since it was opened; no slots, since Playwright hangs its handlers on it."""

    page: Page
    origin: str
    foreign: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Start to listen; call before the first navigation."""
        self.page.on("request", self._request)
        self.page.on("response", self._response)
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.console.append(str(error)))

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob"} and not request.url.startswith(self.origin + "/"):
            self.foreign.append(request.url)

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.failed.append(f"{response.status} {response.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.console.append(f"{message.type}: {message.text}")

    def violations(self) -> list[str]:
        """What the page's content security policy stopped (needs script)."""
        found: list[str] = self.page.evaluate("() => window.__violations || []")
        return found

    def storage(self) -> dict[str, list[str]]:
        """What the page keeps in the reader's browser, cookies too; empty kinds are left out."""
        kept: dict[str, list[str]] = self.page.evaluate(_READ_STORAGE)
        kept["cookies"] = [str(cookie.get("name")) for cookie in self.page.context.cookies()]
        return {kind: names for kind, names in kept.items() if names}

    def faults(self) -> list[str]:
        """Everything that no page may do on load, as readable lines; empty is good."""
        lines = [f"request to another origin: {url}" for url in self.foreign]
        lines += [f"failed request: {line}" for line in self.failed]
        lines += [f"console: {line}" for line in self.console]
        lines += [f"policy violation: {line}" for line in self.violations()]
        lines += [f"stored in {kind}: {names}" for kind, names in self.storage().items()]
        return lines


@dataclass(slots=True)
class Reader:
    """Opens pages as different readers would: scheme, width, with or without script."""

    browser: Browser

    @contextmanager
    def open(
        self,
        url: str,
        *,
        scheme: Scheme = "light",
        width: int = 1280,
        javascript: bool = True,
    ) -> Iterator[tuple[Page, Probe]]:
        """A page in a context of its own, loaded, with the probe that watched it load."""
        fresh = self.browser.new_context(
            color_scheme=scheme,
            viewport={"width": width, "height": 800},
            java_script_enabled=javascript,
            locale="nb-NO",
            timezone_id="Europe/Oslo",
            reduced_motion="reduce",
        )
        fresh.set_default_timeout(30_000)
        fresh.add_init_script(_WATCH_POLICY)
        try:
            page = fresh.new_page()
            parts = urlsplit(url)
            probe = Probe(page, f"{parts.scheme}://{parts.netloc}")
            page.goto(url, wait_until="load")
            yield page, probe
        finally:
            fresh.close()


def axe(page: Page) -> list[str]:
    """The accessibility violations of the page as it stands, one readable line for each element."""
    run = {"runOnly": {"type": "tag", "values": list(AXE_TAGS)}, "resultTypes": ["violations"]}
    result = Axe().run(page, options=run)
    return [
        f"{rule['id']} ({rule['impact']}): {' '.join(map(str, node['target']))}: "
        f"{node['failureSummary'].splitlines()[-1].strip()}"
        for rule in result.response["violations"]
        for node in rule["nodes"]
    ]


def overflow(page: Page) -> list[str]:
    """What makes the page as a whole scroll sideways, if it does."""
    found: list[str] = page.evaluate(
        """() => {
          const width = document.documentElement.clientWidth;
          const whole = document.documentElement.scrollWidth;
          if (whole <= width) return [];
          const wide = [...document.querySelectorAll('body *')]
            .filter((element) => element.getBoundingClientRect().right > width + 1
              || element.scrollWidth > element.clientWidth + 1 && element.scrollWidth > width)
            .slice(0, 5)
            .map((element) => element.outerHTML.replace(/\\s+/g, ' ').slice(0, 120));
          return [`${whole} px wide in a window of ${width}`, ...wide];
        }"""
    )
    return found
