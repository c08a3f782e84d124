"""Who writes a number, a title or a name where an id belongs is told the id."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.test_slips import CASE_FILE, DATE, found, slip

OLD = """\
---
tittel: "Klimaplan: 2017 til 2020"
kort: Den første.
arkivsak: 2017/44
behandling:
  - organ: representantskapet
    dato: 2017-11
    nummer: 09/2017
    rolle: avgjør
    utfall: vedtatt
    votering: ukjent
---
"""
WORK = "---\ntittel: Samarbeid om klima\nkort: Arbeid.\n---\n"


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("oppfølging:", "relasjoner: [{type: bygger-på, sak: 09/2017}]\noppfølging:", "plan-a"),
        ("oppfølging:", "relasjoner: [{type: bygger-på, sak: sak 9/17}]\noppfølging:", "plan-a"),
        ("oppfølging:", "relasjoner: [{type: bygger-på, sak: 2017/44}]\noppfølging:", "plan-a"),
        (
            "oppfølging:",
            'relasjoner: [{type: bygger-på, sak: "Klimaplan: 2017 til 2020"}]\noppfølging:',
            "plan-a",
        ),
        ("temaer:", "prosesser: [Samarbeid om klima]\ntemaer:", "arbeidet"),
        (DATE, "møte: Regionrådet 14.05.2024", "2024-05-14-regionradet"),
        (DATE, "møte: Møtet i Regionrådet den 14. mai 2024", "2024-05-14-regionradet"),
        ("oppfølging:", 'kreves_av: {kommuner: ["9902"], grunn: A}\noppfølging:', "sund"),
        ("eier: sekretariatet", 'eier: "9902"', "kommune:sund"),
    ],
)
def test_the_id_is_proposed(right: str, wrong: str, expected: str, tmp_path: Path) -> None:
    cases = tmp_path / "cases"
    for name, text in (("2017/plan-a.md", OLD), ("processes/arbeidet.md", WORK)):
        (cases / name).parent.mkdir(parents=True, exist_ok=True)
        (cases / name).write_text(text, encoding="utf-8")
    report, _ = slip(tmp_path, CASE_FILE, right, wrong)
    told = [line.split(" ", 2) for line in found(report)]
    assert [(code, meant) for code, _, meant in told] == [("unknown-reference", expected)]


def test_the_cases_that_share_a_number_are_shown(tmp_path: Path) -> None:
    for name in ("plan-a", "plan-b"):
        path = tmp_path / "cases" / "2017" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(OLD, encoding="utf-8")
    wrong = "relasjoner: [{type: bygger-på, sak: 09/2017}]\noppfølging:"
    report, _ = slip(tmp_path, CASE_FILE, "oppfølging:", wrong)
    (only,) = [item for item in report.findings if item.code == "unknown-reference"]
    assert only.suggestion is None
    assert {note.span.path for note in only.related} == {"2017/plan-a.md", "2017/plan-b.md"}
