"""A build that reuses gives the same bytes as one that makes everything anew."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from casebook.engines.reuse import Manifest
from tests.support.building import ROOT, digests, run_mkdocs

CONFIG = """\
INHERIT: {root}/mkdocs.yml
docs_dir: {root}/docs
site_dir: site
theme: {{custom_dir: {root}/hooks/casebook/templates}}
hooks: [{root}/hooks/mkdocs_events.py]
watch: [cases]
"""

Edit = Callable[[Path], None]


def _replace(path: str, old: str, new: str) -> Edit:
    def edit(cases: Path) -> None:
        text = (cases / path).read_text("utf-8")
        assert old in text, path
        (cases / path).write_text(text.replace(old, new, 1), "utf-8")

    return edit


def _add(cases: Path) -> None:
    text = (cases / "2022/2022-skoleruta.md").read_text("utf-8")
    (cases / "2022/2022-ny-skolerute.md").write_text(text.replace("PS 5/22", "PS 91/22"), "utf-8")


def _add_meeting(cases: Path) -> None:
    text = (cases / "meetings/2022-06-14-representantskapet.md").read_text("utf-8")
    added = text.replace("2022-06-14", "2022-06-21")
    (cases / "meetings/2022-06-21-representantskapet.md").write_text(added, "utf-8")


EDITS: dict[str, Edit] = {
    "case title": _replace("2021/2021-06-ferjesambandet.md", "tittel: Ferje", "tittel: Nytt ferje"),
    "case text": _replace("2022/2022-skoleruta.md", "den samme skoleruta", "en felles skolerute"),
    "meeting": _replace(
        "meetings/2022-06-14-representantskapet.md", "Storsalen i Nordvik", "Lillesalen i Nordvik"
    ),
    "process": _replace("processes/transportplan.md", "Regional transportplan", "Ny ferdselsplan"),
    "case added": _add,
    "meeting added": _add_meeting,
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented region, built once with an empty cache."""
    project = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "tests/fixtures/cases", project / "cases")
    (project / "mkdocs.yml").write_text(CONFIG.format(root=ROOT), "utf-8")
    _build(project)
    return project


def _build(project: Path) -> dict[str, str]:
    done = run_mkdocs("build", "--config-file", str(project / "mkdocs.yml"))
    assert done.returncode == 0, done.stdout + done.stderr
    return digests(project / "site")


def test_an_edited_region_is_the_same_with_and_without_reuse(built: Path, tmp_path: Path) -> None:
    """Edits of every kind of record, then each file against a build that remembers nothing."""
    project = tmp_path / "project"
    shutil.copytree(built, project)
    for edit in EDITS.values():
        edit(project / "cases")
    reused = _build(project)
    shutil.rmtree(project / ".cache")
    shutil.rmtree(project / "site")
    assert _different(reused, _build(project)) == []


def _different(one: dict[str, str], other: dict[str, str]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"format": 2}', '{"format": 1, "entries": {}}'])
def test_a_damaged_manifest_is_an_empty_one(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "manifest"
    Manifest(path).save({"a.html": ("key", 1, 2)})
    assert Manifest(path).stamp("a.html", "key") == (1, 2)
    path.write_text(damage, "utf-8")
    assert Manifest(path).stamp("a.html", "key") is None
