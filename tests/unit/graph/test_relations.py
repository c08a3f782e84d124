from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from casebook.graph.relations import relation_cycles
from casebook.model.case import Case, Relation
from casebook.model.vocabulary import RelationType


def cases(arrows: Mapping[str, list[str]]) -> dict[str, Case]:
    return {
        source: Case(
            id=source,
            title=source,
            relations=tuple(Relation(type=RelationType.SUPERSEDES, case=t) for t in targets),
        )
        for source, targets in arrows.items()
    }


def chains(arrows: Mapping[str, list[str]]) -> list[list[str]]:
    found = relation_cycles(cases(arrows), RelationType.SUPERSEDES)
    return [[case_id for case_id, _ in chain] for chain in found]


def test_a_chain_is_no_cycle() -> None:
    assert chains({"a": ["b"], "b": ["c"], "c": []}) == []


def test_a_circle_starts_at_its_smallest_id() -> None:
    assert chains({"c": ["a"], "a": ["b"], "b": ["c"]}) == [["a", "b", "c"]]


def test_two_circles_are_told_each_once() -> None:
    assert chains({"a": ["b"], "b": ["a"], "x": ["y"], "y": ["x", "a"]}) == [["a", "b"], ["x", "y"]]


def test_a_knot_is_told_by_a_shortest_way_around() -> None:
    assert chains({"a": ["b", "c"], "b": ["c"], "c": ["a"]}) == [["a", "c"]]


def test_a_case_that_names_itself_or_nothing_known_is_no_cycle() -> None:
    assert chains({"a": ["a", "finnes-ikke"]}) == []


def test_a_relation_of_another_type_does_not_count() -> None:
    found = relation_cycles(cases({"a": ["b"], "b": ["a"]}), RelationType.AMENDS)
    assert found == []


def test_long_circles_and_dense_knots_end() -> None:
    names = [f"{number:05}" for number in range(5_000)]
    circle = {name: [after] for name, after in zip(names, [*names[1:], names[0]], strict=True)}
    dense = dict.fromkeys(names[:60], names[:60])
    assert len(chains(circle)[0]) == len(names)
    assert chains(dense) == [["00000", "00001"]]


@given(
    st.dictionaries(st.sampled_from("abcdefg"), st.lists(st.sampled_from("abcdefg"), max_size=3))
)
def test_every_chain_follows_relations_and_closes(arrows: dict[str, list[str]]) -> None:
    for chain in chains(arrows):
        assert len(set(chain)) == len(chain) > 1
        for source, target in zip(chain, [*chain[1:], chain[0]], strict=True):
            assert target in arrows[source]
