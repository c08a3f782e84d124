"""Files that a child writes beside the pages, and that the parent helps with."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from casebook.engines.late import LateFiles
from casebook.engines.parallel import WorkerFailed
from casebook.outputs.output_file import OutputFile

pytestmark = pytest.mark.usefixtures("two_cores")

REST = [OutputFile(f"{number}.json", b"") for number in range(50)]


@pytest.fixture
def writer() -> Any:
    """Says who has written what."""
    return SimpleNamespace(put=lambda file: (file.uri, os.getpid()))


def rest() -> list[OutputFile]:
    return list(REST)


def one() -> list[OutputFile]:
    return [OutputFile("first", b"")]


def test_the_parent_takes_what_the_child_has_not_come_to(writer: Any, tmp_path: Path) -> None:
    def first() -> Iterator[OutputFile]:
        while not (tmp_path / "helped").exists():
            time.sleep(0.01)
        yield from one()

    class Watched(list[OutputFile]):
        def __getitem__(self, place: Any) -> Any:
            if place == 30:
                (tmp_path / "helped").touch()
            return super().__getitem__(place)

    late = LateFiles(writer, first, rest, at_once=True)
    done: Any = late.result(Watched(REST))
    assert Counter(uri for uri, _ in done) == Counter(["first", *(file.uri for file in REST)])
    by_parent = {uri for uri, who in done if who == os.getpid()}
    assert {file.uri for file in REST[:31]} <= by_parent
    assert "first" not in by_parent


def test_a_child_that_is_done_leaves_nothing(writer: Any) -> None:
    late = LateFiles(writer, one, rest, at_once=True)
    while late.task.is_running:
        time.sleep(0.01)
    done: Any = late.result(REST)
    assert len(done) == len(REST) + 1
    assert os.getpid() not in {who for _, who in done}


@pytest.mark.parametrize("at_once", [True, False])
def test_without_a_child_all_is_written_here(
    writer: Any, monkeypatch: pytest.MonkeyPatch, *, at_once: bool
) -> None:
    if at_once:
        monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    late = LateFiles(writer, one, rest, at_once=at_once)
    done: Any = late.result(REST)
    assert [uri for uri, _ in done] == ["first", *(file.uri for file in REST)]
    assert {who for _, who in done} == {os.getpid()}


def fail() -> list[OutputFile]:
    raise ValueError("broken list")


@pytest.mark.parametrize(("first", "listed"), [(fail, rest), (one, fail)])
def test_a_child_that_fails_is_told_of(writer: Any, first: Any, listed: Any) -> None:
    late = LateFiles(writer, first, listed, at_once=True)
    with pytest.raises(WorkerFailed, match="broken list"):
        late.result(REST)


def without_end() -> Iterator[OutputFile]:
    while True:
        time.sleep(0.1)
        yield from one()


def test_it_can_be_given_up(writer: Any) -> None:
    late = LateFiles(writer, without_end, rest, at_once=True)
    assert late.task.is_running
    late.give_up()
    assert not late.task.is_running
