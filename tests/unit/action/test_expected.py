from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.written import case, decided, graph_of

FOLLOWED = "oppfølging: [{id: a, gjelder: p1, hva: Noe}]\n"


@pytest.mark.parametrize(
    ("extra", "follow_ups", "points"),
    [
        ("virkning: bindende", "", ["1", "2"]),
        ("virkning: krever-kommunal-behandling", "", ["1", "2"]),
        ("virkning: tilrådning-til-kommunene", "", None),
        ("", "", None),
        ("virkning: bindende", FOLLOWED, None),
        ("virkning: bindende, oppfølging_ventes: nei", "", None),
        ("oppfølging_ventes: ja", FOLLOWED, ["2"]),
        ("oppfølging_ventes: ja, utfall_punkter: {2: utsatt}", FOLLOWED, None),
        ("oppfølging_ventes: ja", FOLLOWED.replace("p1", "vedtak"), None),
    ],
)
def test_which_decisions_lack_a_follow_up(
    tmp_path: Path, extra: str, follow_ups: str, points: list[str] | None
) -> None:
    front = f"tittel: A\n{decided('2025-01-10', extra)}{follow_ups}"
    graph = graph_of(tmp_path, {"2025/a.md": case(front)})
    found = [[point.number for point in missing.points] for missing in graph.expected]
    assert found == ([points] if points is not None else [])


def test_a_decision_that_was_voted_down_or_superseded_asks_nobody(tmp_path: Path) -> None:
    binding = "virkning: bindende"
    files = {
        "2025/a.md": case(f"tittel: A\n{decided('2025-01-10', binding, 'ikke-vedtatt')}"),
        "2025/b.md": case(f"tittel: B\n{decided('2025-01-10', binding)}"),
        "2025/c.md": case(
            f"tittel: C\n{decided('2025-02-10', 'oppfølging_ventes: nei')}"
            "relasjoner: [{type: erstatter, sak: b}]\n"
        ),
    }
    assert graph_of(tmp_path, files).expected == ()
