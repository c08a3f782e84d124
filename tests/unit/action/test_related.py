from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from casebook.graph.related import Related, related_cases
from casebook.model.case import Case
from tests.support.written import case, decided, graph_of

NAMES = ("Ferjekai", "Hurtigladere", "Skredsikring", "Nattbuss", "Hjortevilt")


def test_cases_with_rare_words_in_common_are_suggested(tmp_path: Path) -> None:
    titles = {
        "kai-a": "Ny ferjekai ved Storneset",
        "kai-b": "Utviding av ferjekai på Storneset",
        "buss": "Nattbuss i helgene",
        "skred": "Skredsikring av vegen",
        "lade": "Hurtigladere langs vegen",
    }
    files = {
        f"2025/{key}.md": case(f"tittel: {title}\n{decided('2025-01-10')}", "")
        for key, title in titles.items()
    }
    graph = graph_of(tmp_path, files)
    assert graph.suggestions["kai-a"] == ("kai-b",)
    assert graph.suggestions["buss"] == ()


def test_a_linked_case_is_no_suggestion(tmp_path: Path) -> None:
    files = {
        "2025/a.md": case(f"tittel: Ferjekai Storneset\n{decided('2025-01-10')}", ""),
        "2025/b.md": case(
            f"tittel: Ferjekai Storneset\n{decided('2025-02-10')}"
            "relasjoner: [{type: se-også, sak: a}]\n",
            "",
        ),
        "2025/c.md": case(f"tittel: Noe ganske annet\n{decided('2025-02-10')}", ""),
    }
    assert graph_of(tmp_path, files).suggestions["a"] == ()


@given(order=st.permutations(range(12)))
def test_the_order_of_the_cases_does_not_matter(order: list[int]) -> None:
    cases = [
        Case(id=f"s{n}", title=f"{NAMES[n % 5]} {NAMES[n % 3]} strekning", topics=(f"t{n % 2}",))
        for n in range(12)
    ]
    none: dict[str, tuple[()]] = {c.id: () for c in cases}
    found = related_cases([cases[n] for n in order], none, {})
    assert found == related_cases(cases, none, {})
    assert all(len(keys) <= 5 and key not in keys for key, keys in found.items())


CHANGES: tuple[dict[str, Any], ...] = (
    {"title": "Kai"},
    {"summary": "Om en kai."},
    {"topics": ()},
    {"processes": ()},
)


def key_of(start: Case, linked: Sequence[str] = (), point: str = "Bygg.") -> str:
    """What an answer is kept under."""
    kept: list[str] = []

    def recall(key: str, _: object) -> Related:
        kept.append(key)
        return {}

    treatments: Any = {"a": [SimpleNamespace(points=[SimpleNamespace(source=point)])], "b": ()}
    other = Case(id="b", title="Ferjekai")
    assert related_cases([start, other], treatments, {"a": linked}, recall) == {}
    return kept[0]


def test_an_answer_is_kept_under_all_that_it_follows_from() -> None:
    start = Case(id="a", title="Ferjekai", summary="Om kaia.", topics=("t",), processes=("p",))
    assert key_of(start) == key_of(replace(start, archive_number="2025/1"))
    keys = {key_of(start), key_of(start, linked=["b"]), key_of(start, point="Riv.")}
    keys |= {key_of(replace(start, **change)) for change in CHANGES}
    assert len(keys) == 3 + len(CHANGES)
