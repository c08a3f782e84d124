"""Work that is shared between processes comes back whole, and says when it failed."""

from __future__ import annotations

import os
import threading
import time
from collections import Counter
from pathlib import Path

import pytest

from casebook.engines import parallel
from casebook.engines.parallel import FEWEST, Task, WorkerFailed, begin, share

pytestmark = pytest.mark.usefixtures("two_cores")


def test_a_child_does_what_is_begun() -> None:
    task = begin(os.getpid)
    assert task.result() != os.getpid()
    assert task.result() == task.result()
    assert not task.is_running


def test_without_a_spare_core_it_is_done_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    task = begin(os.getpid)
    assert not task.is_running
    assert task.result() == os.getpid()


def test_a_process_with_threads_has_no_children(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "_THREADS", Path("/proc/self/task"))
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert begin(os.getpid).result() == os.getpid()
    finally:
        done.set()
        thread.join()


def test_what_was_not_begun_is_not_done_when_given_up() -> None:
    done: list[int] = []
    Task(lambda: done.append(1)).give_up()
    assert done == []


def test_a_child_that_is_given_up_ends_where_it_is_and_puts_away(tmp_path: Path) -> None:
    def write_long() -> None:
        try:
            (tmp_path / "begun").touch()
            time.sleep(60)
            (tmp_path / "done").touch()
        finally:
            (tmp_path / "begun").unlink()

    task = begin(write_long)
    while not (tmp_path / "begun").exists():
        time.sleep(0.01)
    start = time.monotonic()
    task.give_up()
    assert time.monotonic() - start < 30
    assert not list(tmp_path.glob("*e*n*"))
    task.give_up()


def test_a_child_that_is_done_can_be_given_up() -> None:
    task = begin(os.getpid)
    while task.is_running:
        time.sleep(0.01)
    task.give_up()
    assert task.result() != os.getpid()


def test_a_failure_in_a_child_is_the_caller_s() -> None:
    def fail() -> None:
        raise ValueError("det gikk galt")

    with pytest.raises(WorkerFailed, match="det gikk galt"):
        begin(fail).result()


def test_an_answer_that_cannot_be_sent_is_a_failure() -> None:
    with pytest.raises(WorkerFailed, match="pickle"):
        begin(lambda: [b"x" * 200_000, lambda: None]).result()


def test_a_child_that_is_killed_is_a_failure() -> None:
    with pytest.raises(WorkerFailed):
        begin(lambda: os._exit(3)).result()


def test_every_item_is_done_once_by_several_processes() -> None:
    def place(item: int) -> tuple[int, int]:
        time.sleep(0.001)
        return item, os.getpid()

    items = range(FEWEST * 5)
    done = share(place, items, Task(list))
    assert sorted(item for item, _ in done) == list(items)
    shares = Counter(process for _, process in done)
    assert len(shares) == 2
    # Neither has taken all that was left at once.
    assert min(shares.values()) > len(items) / 10


def test_the_core_of_the_task_beside_is_used_when_it_is_done() -> None:
    def slowly(item: int) -> int:
        time.sleep(0.002)
        return os.getpid()

    beside = begin(lambda: time.sleep(0.2))
    processes = share(slowly, range(FEWEST * 4), beside)
    assert not beside.is_running
    assert len(set(processes)) == 2


def test_all_is_done_when_a_thread_comes_before_the_helper(tmp_path: Path) -> None:
    def place(item: int) -> tuple[int, int]:
        (tmp_path / "tasks" / "2").mkdir(exist_ok=True)
        time.sleep(0.002)
        return item, os.getpid()

    items = range(FEWEST * 2)
    done = share(place, items, begin(lambda: time.sleep(0.1)))
    assert sorted(item for item, _ in done) == list(items)
    assert {process for _, process in done} == {os.getpid()}


def test_little_work_is_done_where_it_stands() -> None:
    assert set(share(lambda _: os.getpid(), range(FEWEST - 1), Task(list))) == {os.getpid()}
