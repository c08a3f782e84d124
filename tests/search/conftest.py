from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.bench.search.corpus import Case, as_document, generate
from tests.search import harness
from tests.support.browsing import Reader
from tests.support.server import SiteServer

NAMES = ("Råholt", "Sælebygd", "Sund")
SEED = 2026


@pytest.fixture(scope="session")
def cases() -> list[Case]:
    return generate(300, SEED)


@pytest.fixture(scope="session")
def search_root(tmp_path_factory: pytest.TempPathFactory, cases: list[Case]) -> Path:
    root = tmp_path_factory.mktemp("search")
    harness.write_site(root, map(as_document, cases), options=harness.options(NAMES))
    return root


@pytest.fixture(scope="session")
def search_site(search_root: Path, serve_site: Any) -> SiteServer:
    site: SiteServer = serve_site(search_root, "/under/sti/")
    return site


@pytest.fixture(scope="module")
def engine(reader: Reader, search_site: SiteServer) -> Iterator[Page]:
    """A page that the index module can be imported in."""
    with reader.open(search_site.url + "sok/") as (page, _):
        yield page
