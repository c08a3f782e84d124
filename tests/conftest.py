"""Fixtures that all tests share; the browser and the built site exist once in each process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

import pytest
from playwright.sync_api import Browser

from tests.support import browsing, building, server


class ServeSite(Protocol):
    """Serves a built folder until the test session ends."""

    def __call__(self, root: Path, prefix: str = "/") -> server.SiteServer:
        """Start a server of the folder."""
        ...


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write expected outputs anew")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether expected outputs are written anew."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with browsing.launch() as running:
        yield running


@pytest.fixture(scope="session")
def reader(browser: Browser) -> browsing.Reader:
    return browsing.Reader(browser)


@pytest.fixture(scope="session")
def serve_site() -> Iterator[ServeSite]:
    with ExitStack() as servers:

        def start(root: Path, prefix: str = "/") -> server.SiteServer:
            return servers.enter_context(server.serve(root, prefix))

        yield start


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of this test run see."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if base.name.startswith("popen-") else base


@pytest.fixture(scope="session")
def demo_site(shared_folder: Path) -> Path:
    """The invented region, built once for the whole test run."""
    return building.build_once(shared_folder / "demo")


@pytest.fixture(scope="session")
def demo(demo_site: Path, serve_site: ServeSite) -> server.SiteServer:
    """The invented region, served."""
    return serve_site(demo_site)
