"""The live preview: a saved case is on the page a moment later, without a hand on the browser."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.browsing import Reader
from tests.support.building import ROOT
from tests.support.tiny import TinyProject, write_tiny

pytestmark = pytest.mark.browser


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[TinyProject, str]]:
    """A project under ``mkdocs serve``, and its address."""
    project = write_tiny(tmp_path / "project")
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    command = ["-m", "mkdocs", "serve", "--config-file", str(project.config), "-a", address]
    with (tmp_path / "log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, *command], cwd=ROOT, stdout=log, stderr=log, env=dict(os.environ)
        )
        try:
            _wait_for(address, process, tmp_path / "log")
            yield project, f"http://{address}"
        finally:
            process.terminate()
            process.wait(10)


def _wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    host, port = address.split(":")
    for _ in range(600):
        with closing(socket.socket()) as probe:
            if probe.connect_ex((host, int(port))) == 0:
                return
        assert process.poll() is None, log.read_text()
        time.sleep(0.1)
    raise AssertionError(log.read_text())


def test_saved_case_shows_on_the_open_page(
    preview: tuple[TinyProject, str], reader: Reader
) -> None:
    project, address = preview
    with reader.open(f"{address}/sak/2025-01-buss/") as (page, probe):
        assert page.get_by_text("Rådet vil ha flere busser").count()
        assert not page.locator("meta[http-equiv='Content-Security-Policy']").count()
        project.write_case("Rådet vil ha hurtigbåt.")
        page.get_by_text("Rådet vil ha hurtigbåt.").first.wait_for(timeout=60_000)
        assert probe.foreign == []


def test_preview_with_an_error_shows_the_site_and_says_what_to_mend(
    preview: tuple[TinyProject, str], reader: Reader
) -> None:
    project, address = preview
    good = project.case.read_text(encoding="utf-8")
    with reader.open(f"{address}/sak/2025-01-buss/") as (page, _):
        project.case.write_text(good.replace("utfall: vedtatt", "utfall: vedtat"), encoding="utf-8")
        problem = page.locator(".problems li")
        problem.first.wait_for(timeout=60_000)
        assert "2025-01-buss.md:9" in problem.first.inner_text()
        assert "unknown-value" in problem.first.inner_text()
        assert page.get_by_role("heading", level=1).count() == 1
        project.case.write_text(good, encoding="utf-8")
        problem.first.wait_for(state="detached", timeout=60_000)


def test_preview_stands_while_the_register_cannot_be_read(
    preview: tuple[TinyProject, str], reader: Reader
) -> None:
    project, address = preview
    region = project.root / "cases/region.yml"
    good = region.read_text(encoding="utf-8")
    with reader.open(f"{address}/sak/2025-01-buss/") as (page, _):
        region.write_text("navn: [\n", encoding="utf-8")
        problem = page.locator(".problems li")
        problem.first.wait_for(timeout=60_000)
        assert "region.yml" in problem.first.inner_text()
        assert page.get_by_text("Rådet vil ha flere busser").count()
        region.write_text(good, encoding="utf-8")
        problem.first.wait_for(state="detached", timeout=60_000)


def test_preview_does_not_touch_the_published_site(preview: tuple[TinyProject, str]) -> None:
    project, _ = preview
    assert not project.site.exists()
    assert project.leftovers() == []
