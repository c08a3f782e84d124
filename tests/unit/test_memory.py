"""What is remembered of a reading: found again, shared while it is made, forgotten in time."""

from __future__ import annotations

import pickle
import sys
from datetime import date
from pathlib import Path

import pytest

from casebook.diagnostics import Span
from casebook.loading import Memory, disk, load, read_ahead
from casebook.loading.records_file import read_object, write_object
from casebook.model.text import Point, Section
from casebook.publishing import Edition, prepare
from casebook.reading import Source, read_case
from tests.support.written import REGION, case, decided

FILES = {
    "region.yml": REGION,
    "meetings/2024-05-01-radet.md": "---\ntype: ordinært\norgan: radet\ndato: 2024-05-01\n---\n",
    "2023/a.md": case(f"tittel: A\n{decided('2023-01-01')}"),
    "2024/b.md": case(f"tittel: B\n{decided('2024-01-01')}"),
    "2025/c.md": case(f"tittel: C\n{decided('2025-01-01')}"),
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / "cases" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / "cases"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The cases that were read from their text, in order."""
    seen: list[str] = []

    def watched(source: Source, bodies: dict[str, str]) -> object:
        seen.append(source.record_id)
        return read_case(source, bodies)

    monkeypatch.setattr(disk, "read_case", watched)
    return seen


def test_the_next_build_reads_only_what_changed(
    content: Path, tmp_path: Path, read: list[str]
) -> None:
    first = load(content, Memory(tmp_path / "kept", "1"))
    (content / "2024" / "b.md").write_text(FILES["2024/b.md"].replace("B", "Ny B"), "utf-8")
    second = load(content, Memory(tmp_path / "kept", "1"))
    assert read == ["a", "b", "c", "b"]
    assert (first.cases["b"].title, second.cases["b"].title) == ("B", "Ny B")
    assert (second.cases["a"], second.cases["c"]) == (first.cases["a"], first.cases["c"])


def test_what_other_code_read_is_read_anew(content: Path, tmp_path: Path, read: list[str]) -> None:
    load(content, Memory(tmp_path / "kept", "1"))
    load(content, Memory(tmp_path / "kept", "2"))
    assert read == ["a", "b", "c"] * 2
    assert {path.name[-2:] for path in (tmp_path / "kept").iterdir()} == {"-2"}


@pytest.mark.parametrize("damage", [b"", b"\x80\x05not a record", b"\x80\x05]\x94."])
def test_a_damaged_memory_is_done_without(
    content: Path, tmp_path: Path, read: list[str], damage: bytes
) -> None:
    first = load(content, Memory(tmp_path / "kept", "1"))
    (tmp_path / "kept" / "2024-1").write_bytes(damage)
    assert load(content, Memory(tmp_path / "kept", "1")).cases == first.cases
    assert read == ["a", "b", "c", "b"]


def test_what_is_gone_is_forgotten(content: Path, tmp_path: Path) -> None:
    load(content, Memory(tmp_path / "kept", "1"))
    (content / "2023" / "a.md").unlink()
    (content / "2025" / "c.md").unlink()
    (content / "2025").rmdir()
    assert set(load(content, Memory(tmp_path / "kept", "1")).cases) == {"b"}
    assert not (tmp_path / "kept" / "2025-1").exists()
    assert "a.md" not in (tmp_path / "kept" / "2023-1").read_bytes().decode("latin-1")


def test_reading_ahead_begins_from_the_other_end(
    content: Path, tmp_path: Path, read: list[str]
) -> None:
    alone = load(content)
    read.clear()
    read_ahead(content, Memory(tmp_path / "kept", "1"))
    assert read == ["c", "b", "a"]
    shared = load(content, Memory(tmp_path / "kept", "1"))
    assert read == ["c", "b", "a"]
    assert (shared.cases, shared.findings) == (alone.cases, alone.findings)


def test_reading_ahead_stops_where_the_other_has_been(
    content: Path, tmp_path: Path, read: list[str]
) -> None:
    other = Memory(tmp_path / "kept", "1")
    ahead = Memory(tmp_path / "kept", "1")
    loader = disk._Loader(content, other)
    loader._records(content / "meetings")
    loader._records(content / "2023", {})
    read_ahead(content, ahead)
    assert read == ["a", "c", "b"]


@pytest.mark.parametrize("text", ["", "Rådet vedtar: «ja» – 10 % 🙂", "a" * 5000])
def test_a_section_is_read_back_as_it_was_written(tmp_path: Path, text: str) -> None:
    point = Point("1", "1.", "1", text, Span("a.md", 3, 1, 2))
    section = Section(None, "Vedtak", 2, text, Span("a.md"), 4, points=(point,))
    write_object(tmp_path / "kept", section)
    assert read_object(tmp_path / "kept") == section
    assert sys.getsizeof(section.source) == sys.getsizeof("".join((text, "")))


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises((AttributeError, pickle.PicklingError)):
        write_object(tmp_path / "kept", [lambda: None])
    assert list(tmp_path.iterdir()) == []


def test_the_search_may_begin_while_nothing_is_wrong_as_yet(content: Path) -> None:
    told: list[Edition] = []
    edition = prepare(content, date(2026, 11, 23), joined=told.append)
    assert [early.graph for early in told] == [edition.graph]
    (content / "2023" / "b.md").write_text("---\ntittel: [\n---\n", "utf-8")
    assert prepare(content, date(2026, 11, 23), joined=told.append).report.errors
    assert len(told) == 1


def test_suggestions_are_worked_out_when_something_has_changed(tmp_path: Path) -> None:
    asked: list[str] = []

    def suggestions(key: str, memory: Memory) -> object:
        def work_out() -> dict[str, tuple[str, ...]]:
            asked.append(key)
            return {key: ("b",)}

        return memory.suggestions(key, work_out)

    first, later = Memory(tmp_path / "kept", "1"), Memory(tmp_path / "kept", "1")
    assert [suggestions("x", first), suggestions("x", first)] == [{"x": ("b",)}] * 2
    assert suggestions("x", later) == {"x": ("b",)}
    later.end()
    assert suggestions("x", Memory(tmp_path / "kept", "1")) == {"x": ("b",)}
    assert asked == ["x"]
    assert suggestions("y", later) == {"y": ("b",)}
    assert suggestions("x", Memory(tmp_path / "kept", "1")) == {"x": ("b",)}
    assert asked == ["x", "y", "x"]
