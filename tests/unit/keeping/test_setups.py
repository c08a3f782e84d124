"""The ready set-ups: they can be read, name what exists, and say the same as the site itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from casebook.cli import COMMANDS
from casebook.outputs.hosting import POLICY
from tests.support.building import ROOT

GITHUB = ROOT / ".github/workflows/publish.yml"
GITLAB = ROOT / ".gitlab-ci.yml"
NGINX = ROOT / "publishing/nginx/casebook.conf"
APACHE = ROOT / "publishing/apache/casebook.htaccess"
NETLIFY = ROOT / "publishing/netlify.toml"


def _workflow() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(GITHUB.read_text(encoding="utf-8"))
    return loaded


def _steps() -> Iterator[dict[str, Any]]:
    for job in _workflow()["jobs"].values():
        yield from job["steps"]


def test_github_workflow_pins_its_actions_and_reads_the_whole_history() -> None:
    used = [step["uses"] for step in _steps() if "uses" in step]
    assert [name for name in used if not re.fullmatch(r"[\w./-]+@v\d+\.\d+\.\d+", name)] == []
    checkouts = [step for step in _steps() if step.get("uses", "").startswith("actions/checkout")]
    assert all(step["with"]["fetch-depth"] == 0 for step in checkouts)
    assert "\n  schedule:\n" in GITHUB.read_text(encoding="utf-8")
    assert _workflow()["permissions"] == {"contents": "read"}


def test_gitlab_pipeline_reads_the_whole_history_and_publishes_the_default_branch() -> None:
    pipeline = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))
    assert pipeline["variables"]["GIT_DEPTH"] == "0"
    assert pipeline["pages"]["artifacts"]["paths"] == ["public"]
    assert "CI_DEFAULT_BRANCH" in pipeline["pages"]["rules"][0]["if"]


@pytest.mark.parametrize("path", [GITHUB, GITLAB, NETLIFY], ids=lambda path: path.name)
def test_set_ups_run_only_what_exists(path: Any) -> None:
    text = path.read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"make ([a-z-]+)", text):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    commands = re.findall(r"-m casebook ([a-z-]+)", text)
    assert "publish-check" in commands
    assert set(commands) <= set(COMMANDS)
    assert "--release" in text


@pytest.mark.parametrize("path", [NGINX, APACHE], ids=lambda path: path.name)
def test_servers_send_the_policy_of_the_site(path: Any) -> None:
    policies = re.findall(r'"(default-src [^"]*)"', path.read_text(encoding="utf-8"))
    assert sorted(policies) == sorted([POLICY, f"{POLICY}; frame-ancestors 'none'"])
