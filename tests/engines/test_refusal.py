"""The site that was there stays whole, whatever stops a build; a good build replaces it at once."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

import pytest

from casebook.engines.full_disk import FULL_DISK
from tests.support.building import digests, run_mkdocs
from tests.support.tiny import TinyProject, write_tiny

KILLER = """\
import os, signal

def {event}(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGKILL)
"""


def publish(project: TinyProject) -> int:
    return run_mkdocs("build", "--strict", "--config-file", str(project.config)).returncode


@pytest.fixture
def published(tmp_path: Path) -> TinyProject:
    project = write_tiny(tmp_path)
    done = run_mkdocs("build", "--strict", "--config-file", str(project.config))
    assert done.returncode == 0, done.stdout + done.stderr
    assert (project.site / "sak/2025-01-buss/index.html").exists()
    assert project.leftovers() == []
    return project


def test_new_build_replaces_the_site(published: TinyProject) -> None:
    published.write_case("Rådet vil ha ferje.")
    assert publish(published) == 0
    page = published.site / "sak/2025-01-buss/index.html"
    assert "Rådet vil ha ferje." in page.read_text(encoding="utf-8")
    assert published.leftovers() == []


def test_web_server_may_read_what_a_strict_umask_hides(tmp_path: Path) -> None:
    project = write_tiny(tmp_path)
    before = os.umask(0o077)
    try:
        assert publish(project) == 0
        project.write_case("Rådet vil ha ferje.")
        assert publish(project) == 0
    finally:
        os.umask(before)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in [project.site, *project.site.rglob("*")]}
    assert modes == {0o755, 0o644}
    assert stat.S_IMODE((project.root / ".cache").stat().st_mode) == 0o700


def test_what_an_earlier_build_had_is_gone(published: TinyProject) -> None:
    """The folder of the last site but one is the base of the next; nothing old comes back."""
    added = published.case.with_name("2025-02-ferje.md")
    added.write_text(published.case.read_text("utf-8").replace("01/2025", "02/2025"), "utf-8")
    assert publish(published) == 0
    (published.site / "fremmed/mappe").mkdir(parents=True)
    (published.site / "fremmed/mappe/fil.html").write_text("fremmed", "utf-8")
    added.unlink()
    expected = None
    for _ in range(3):
        assert publish(published) == 0
        assert not (published.site / "sak/2025-02-ferje").exists()
        assert not (published.site / "fremmed").exists()
        expected = expected or digests(published.site)
        assert digests(published.site) == expected
    shutil.rmtree(published.root / ".cache")
    shutil.rmtree(published.site)
    assert publish(published) == 0
    assert digests(published.site) == expected


def test_finding_leaves_the_site(published: TinyProject) -> None:
    before = digests(published.site)
    published.case.write_text("---\ntittel: [\n---\n", encoding="utf-8")
    done = run_mkdocs("build", "--config-file", str(published.config))
    assert done.returncode != 0
    assert "2025-01-buss.md" in done.stderr
    assert "Traceback" not in done.stderr
    assert digests(published.site) == before
    assert published.leftovers() == []


def test_broken_link_found_late_leaves_the_site(published: TinyProject) -> None:
    before = digests(published.site)
    page = published.root / "docs/skriving.md"
    page.write_text("# Om å skrive\n\n[borte](finnes-ikke.md)\n", encoding="utf-8")
    assert publish(published) != 0
    assert digests(published.site) == before
    assert published.leftovers() == []


@pytest.mark.parametrize("event", ["on_pre_build", "on_page_content", "on_post_build"])
def test_killed_build_leaves_the_site_and_the_next_one_clears_up(
    published: TinyProject, tmp_path_factory: pytest.TempPathFactory, event: str
) -> None:
    before = digests(published.site)
    killer = published.root / "killer.py"
    killer.write_text(KILLER.format(event=event), encoding="utf-8")
    config = published.config.read_text(encoding="utf-8")
    published.config.write_text(
        config.replace("hooks:\n", f"hooks:\n- {killer}\n"), encoding="utf-8"
    )
    assert publish(published) == -9
    assert digests(published.site) == before
    published.config.write_text(config, encoding="utf-8")
    assert publish(published) == 0
    assert digests(published.site) == before
    assert published.leftovers() == []


FILLER = """\
import resource

def {event}(*args, **kwargs):
    resource.setrlimit(resource.RLIMIT_FSIZE, (700, 700))
"""
"""No file may grow beyond this, which Python meets as it meets a full disk."""


@pytest.mark.parametrize("event", ["on_env", "on_files", "on_post_build"])
def test_a_full_disk_is_told_in_words_and_the_site_stays(
    event: str, published: TinyProject
) -> None:
    before = digests(published.site)
    published.write_case("Rådet vil ha ferje.")
    filler = published.root / "filler.py"
    filler.write_text(FILLER.format(event=event), encoding="utf-8")
    config = published.config.read_text(encoding="utf-8")
    published.config.write_text(
        config.replace("hooks:\n", f"hooks:\n- {filler}\n"), encoding="utf-8"
    )
    done = run_mkdocs("build", "--strict", "--config-file", str(published.config))
    assert done.returncode == 1
    assert FULL_DISK in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert digests(published.site) == before
    assert published.leftovers() == ["filler.py"]


BREAKER = """\
from casebook.outputs.output_file import OutputFile

def broken(source):
    yield OutputFile("{uri}", {content})

import casebook.outputs.machine_files as machine
machine.calendar_files = broken

def on_startup(**kwargs):
    pass
"""


@pytest.mark.parametrize(
    ("uri", "content", "told"),
    [
        ("kalender/moter.ics", 'b"BEGIN:VCALENDAR\\n"', "[broken-output]"),
        ("data/mer.ttl", 'b"<a> a dcat:Catalog ."', "[broken-output]"),
        ("embed/mer.json", "b'{'", "[broken-output]"),
        ("data/mer.json", "lambda: 1 / 0", "ZeroDivisionError"),
    ],
)
def test_broken_machine_output_leaves_the_site(
    published: TinyProject, uri: str, content: str, told: str
) -> None:
    before = digests(published.site)
    breaker = published.root / "killer.py"
    breaker.write_text(BREAKER.format(uri=uri, content=content), encoding="utf-8")
    config = published.config.read_text(encoding="utf-8")
    published.config.write_text(
        config.replace("mkdocs_events.py\n", f"mkdocs_events.py\n- {breaker}\n"), encoding="utf-8"
    )
    published.write_case("Rådet vil ha ferje.")
    done = run_mkdocs("build", "--strict", "--config-file", str(published.config))
    assert done.returncode != 0
    assert told in done.stderr
    assert uri in done.stderr or told == "ZeroDivisionError"
    assert digests(published.site) == before
