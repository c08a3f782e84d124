from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.graph import Graph
from casebook.outputs.pages.case_changes import change_views
from casebook.outputs.pages.view import View
from casebook.outputs.word_diff import Numbered, Pair, pair_points, word_diff
from tests.support.written import case, graph_of

TEXTS = st.lists(st.sampled_from("planen vedtas rapport hvert år ikke med en".split()), max_size=12)


@given(before=TEXTS, after=TEXTS)
def test_the_difference_holds_both_texts(before: list[str], after: list[str]) -> None:
    parts = word_diff(" ".join(before), " ".join(after))
    assert " ".join(p.text for p in parts if p.kind != "added").split() == before
    assert " ".join(p.text for p in parts if p.kind != "removed").split() == after


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
def test_a_number_in_groups_is_one_word(space: str) -> None:
    before, after = f"får 1{space}900{space}000 kr i 2021", f"får 650{space}000 kr i 2021"
    changed = [(p.kind, p.text) for p in word_diff(before, after) if p.kind != "same"]
    assert changed == [("removed", f"1{space}900{space}000"), ("added", f"650{space}000")]


def test_another_space_in_a_number_is_no_difference() -> None:
    parts = word_diff("får 650 000 kr", "får 650\u00a0000 kr")
    assert {part.kind for part in parts} == {"same"}


def points(*texts: str) -> list[Numbered]:
    return [Numbered(str(n), str(n), text) for n, text in enumerate(texts, start=1)]


def test_a_point_that_only_moved_is_unchanged() -> None:
    pairs = pair_points(points("A", "B"), points("Nytt", "A", "B"))
    assert [(p.before and p.before.id, p.unchanged) for p in pairs] == [
        (None, False),
        ("1", True),
        ("2", True),
    ]


def test_a_point_that_was_taken_out_is_told() -> None:
    pairs = pair_points(points("A", "B"), points("A"))
    assert pairs == [Pair(points("A")[0], points("A")[0]), Pair(points("A", "B")[1], None)]


BODY = """\
## Forslag til vedtak
1. Planen vedtas.
2. Rapport hvert fjerde år.
## Møtebehandling: radet
### Innstilling
1. Planen vedtas.
2. Rapport hvert år.
## Møtebehandling: topp
### Vedtak
1. Planen vedtas.
2. Rapport hvert år.
3. Saken er ferdig.
"""
FRONT = """\
tittel: Plan
ordrett: {verbatim}
behandling:
  - {{organ: radet, dato: 2025-01-01, rolle: innstiller, utfall: vedtatt-med-endring,
     endret_av: [{{punkt: 2, fremmet_av: Parti C}}]}}
  - {{id: topp, organ: radet, dato: 2025-02-01, rolle: avgjør, utfall: vedtatt-med-endring}}
"""


def written(root: Path, verbatim: str) -> Graph:
    return graph_of(root, {"2025/plan.md": case(FRONT.format(verbatim=verbatim), BODY)})


def changes(graph: Graph) -> list[list[tuple[str, bool, str]]]:
    views = change_views(View(graph, "nb", "sak/plan/"), graph.cases["plan"])
    return [[(r["label"], r["unchanged"], r["mover"]) for r in v["rows"]] for v in views]


def test_each_text_is_compared_with_the_one_before_it(tmp_path: Path) -> None:
    assert changes(written(tmp_path, "ja")) == [
        [("Punkt 1", True, ""), ("Punkt 2", True, ""), ("Punkt 3 (nytt)", False, "")],
        [("Punkt 1", True, ""), ("Punkt 2", False, "Parti C")],
    ]


def test_a_difference_names_what_it_is_measured_against(tmp_path: Path) -> None:
    graph = written(tmp_path, "ja")
    views = change_views(View(graph, "nb", "sak/plan/"), graph.cases["plan"])
    assert [view["title"] for view in views] == [
        "Rådet: vedtaket mot innstillingen fra Rådet",
        "Rådet: innstillingen mot det som var foreslått",
    ]


def test_no_difference_unless_both_are_verbatim(tmp_path: Path) -> None:
    assert changes(written(tmp_path / "no", "nei")) == []
    assert changes(written(tmp_path / "one", "[vedtak]")) == []
    both = changes(written(tmp_path / "two", "[innstilling, vedtak]"))
    assert len(both) == 1
