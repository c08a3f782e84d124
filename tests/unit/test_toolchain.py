"""The tool chain keeps its promises: pinned by hash, no address, every command explained."""

from __future__ import annotations

import re
import subprocess
import tomllib

import pytest

from tests.support.building import ROOT

LOCKS = ("requirements.lock", "requirements-dev.lock")
COMMANDS = [
    "help",
    "setup",
    "serve",
    "test",
    "build",
    "check",
    "new",
    "explain",
    "words",
    "demo",
    "build-demo",
    "bench",
    "lint",
    "format",
    "types",
    "all",
    "clean",
]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def locked(name: str) -> dict[str, str]:
    """Package and version of each entry of a lock file."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==([^ ]+)", text, flags=re.MULTILINE))


@pytest.mark.parametrize("name", LOCKS)
def test_lock_file_has_hashes_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"https?:|//|--(extra-)?index-url|--find-links| @ ", text)
    for entry in re.split(r"\n(?=\S)", text.strip()):
        assert re.fullmatch(
            r"[a-z0-9-]+==\S+( ; [^\\\n]+)? \\\n( +--hash=sha256:[0-9a-f]{64}( \\)?\n?)+", entry
        ), entry[:80]


def test_lock_files_agree() -> None:
    building, testing = map(locked, LOCKS)
    assert building.items() <= testing.items()


def test_everything_that_is_asked_for_is_locked_and_documented() -> None:
    asked = [re.split(r"[<>=]", entry)[0] for entry in PROJECT["project"]["dependencies"]]
    groups = PROJECT["dependency-groups"]
    asked += [re.split(r"[<>=]", entry)[0] for entry in groups["lint"] + groups["test"]]
    documented = (ROOT / "docs/dev/dependencies.md").read_text(encoding="utf-8")
    assert [name for name in asked if name not in locked(LOCKS[1])] == []
    names = [name for name in asked if not name.startswith("types-")]
    assert [name for name in names if not re.search(rf"\b{name}\b", documented)] == []


def test_help_explains_every_command() -> None:
    done = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    explained = dict(line.split(None, 2)[1:] for line in done.stdout.splitlines())
    assert set(COMMANDS) <= explained.keys()
    assert all(explained.values())


def test_the_help_for_writers_names_only_commands_that_work_as_they_stand() -> None:
    texts = [
        path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs/hjelp").glob("*.md"))
    ]
    named = {name for text in texts for name in re.findall(r"\bmake ([a-z-]+)", text)}
    assert {"check", "new", "explain", "words"} <= named <= set(COMMANDS)
    assert not any("python -m" in text for text in texts)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["new", "SAK=Plan: «nå»", "NUMMER=6/21"], "new sak Plan: «nå» --nummer 6/21"),
        (
            ["new", "SAK=Plan", "MOTE=2024-05-14-rad", "ID=p"],
            "new sak Plan --møte 2024-05-14-rad --id p",
        ),
        (["new", "MOTE=rad", "DATO=2024-05-14"], "new mote rad 2024-05-14"),
        (["new", "MOTE=rad", "DATO=14. mai 2024"], "new mote rad 14. mai 2024"),
        (["new", "PROSESS=Ny ferje"], "new prosess Ny ferje"),
        (["explain", "KODE=vote-sum"], "explain vote-sum"),
        (["words", "ORD=havneplan"], "search-words havneplan"),
    ],
)
def test_what_writers_give_make_reaches_the_program(given: list[str], expected: str) -> None:
    command = ["make", "--old-file", ".venv/.installed", *given, "CASEBOOK=echo"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == expected


def test_make_new_alone_says_what_to_write_in_the_words_of_make() -> None:
    command = ["make", "--old-file", ".venv/.installed", "new", "CASEBOOK=echo"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert 'make new SAK="Tittel"' in done.stderr


def test_build_is_exactly_mkdocs_build_strict() -> None:
    command = ["make", "--dry-run", "--old-file", ".venv/.installed", "build"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ".venv/bin/python -m mkdocs build --strict"
