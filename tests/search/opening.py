"""Opening the page, and reading what it says."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page

from tests.support.browsing import Reader
from tests.support.server import SiteServer

BOX = "input[name=q]"
SHOWN = "[data-state=shown]"


def open_search(reader: Reader, site: SiteServer, query: str = "", **how: Any) -> Any:
    return reader.open(f"{site.url}sok/{query}", **how)


def ready(page: Page) -> None:
    page.wait_for_selector(SHOWN)


def status(page: Page) -> str:
    return page.locator("[data-search-status]").inner_text()


def parameters(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)
