"""What is kept of the search index between builds."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from casebook.engines.search_memory import SearchMemory, kept_frequencies
from casebook.search import norwegian_frequencies

LARGE = b"2" * 100_000


def build(path: Path, used: dict[str, bytes], made_by: str = "a") -> list[str]:
    """Ask for every key as the index does, put what is missing; returns what was known."""
    known = []
    with SearchMemory(path, made_by) as memory:
        for key, value in used.items():
            found = memory.get(key)
            if found is None:
                memory.put(key, value)
            else:
                assert found == value
                known.append(key)
        memory.save()
    return known


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "site.search"


def test_what_one_build_puts_the_next_one_gets(path: Path) -> None:
    assert build(path, {"one": b"1", "two": LARGE}) == []
    assert build(path, {"one": b"1", "two": LARGE, "three": b""}) == ["one", "two"]
    assert build(path, {"three": b"", "one": b"1", "two": LARGE}) == [
        "three",
        "one",
        "two",
    ]


def test_what_no_build_used_last_time_is_forgotten(path: Path) -> None:
    build(path, {"one": b"1", "two": b"2"})
    build(path, {"two": b"2"})
    assert build(path, {"one": b"1", "two": b"2"}) == ["two"]


def test_what_is_put_again_counts(path: Path) -> None:
    build(path, {"numbers": b"old", "one": b"1"})
    with SearchMemory(path, "a") as memory:
        assert (memory.get("one"), memory.get("numbers")) == (b"1", b"old")
        memory.put("numbers", b"new")
        memory.save()
    assert build(path, {"numbers": b"new", "one": b"1"}) == ["numbers", "one"]


def test_an_unchanged_file_is_not_written_again(path: Path) -> None:
    build(path, {"one": b"1"})
    before = path.stat().st_ino
    build(path, {"one": b"1"})
    assert path.stat().st_ino == before
    build(path, {"one": b"1", "two": b"2"})
    assert path.stat().st_ino != before


def test_a_build_that_did_not_finish_leaves_what_was_kept(path: Path) -> None:
    build(path, {"one": b"1"})
    with SearchMemory(path, "a") as memory:
        memory.put("two", b"2")
    assert build(path, {"one": b"1"}) == ["one"]
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_another_programmes_file_counts_for_nothing(path: Path) -> None:
    build(path, {"one": b"1"})
    assert build(path, {"one": b"1"}, made_by="b") == []


@pytest.mark.parametrize("damage", [b"", b"not a cache", None])
def test_a_damaged_file_is_no_trouble(path: Path, damage: bytes | None) -> None:
    build(path, {"one": b"1", "two": b"2" * 1000})
    path.write_bytes(path.read_bytes()[:-500] if damage is None else damage)
    build(path, {"one": b"1", "two": b"2" * 1000})
    assert build(path, {"one": b"1", "two": b"2" * 1000}) == ["one", "two"]


def test_the_word_list_is_kept_as_it_is_read(path: Path) -> None:
    first = kept_frequencies(path, "a")
    kept = path.stat().st_ino
    again = kept_frequencies(path, "a")
    assert again == first == norwegian_frequencies()
    assert again.get("kommune", 0.0) > again.get("kommuneplan", 0.0) > 0.0
    assert path.stat().st_ino == kept


@pytest.mark.parametrize("damage", [b"", b"not a list", pickle.dumps((("a", 0), {}))])
def test_a_word_list_that_is_not_ours_is_read_anew(path: Path, damage: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(damage)
    assert len(kept_frequencies(path, "a")) > 200_000
    kept = path.stat().st_ino
    kept_frequencies(path, "b")
    assert path.stat().st_ino != kept
