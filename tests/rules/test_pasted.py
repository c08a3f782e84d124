"""Lists and tables from a word processor are told of once, and ordinary text never."""

from __future__ import annotations

import pytest

from casebook.sections import split_sections


def codes(body: str) -> list[str]:
    return [problem.code for problem in split_sections(f"## Bakgrunn\n\n{body}\n")[1]]


@pytest.mark.parametrize(
    "body",
    [
        "– Nei, sa ordføreren.\n\n– Jo, sa varaordføreren.",
        "– Nei, sa ordføreren.  \n– Jo, sa varaordføreren.  \n– Greit.",
        "– Nei, sa ordføreren.\\\n– Jo, sa varaordføreren.",
        "Planen\n– som ble vedtatt –\ner god.",
        "> Det var en gang\n\n— Ordføreren",
        "-5 grader\n-6 grader",
        "Storgata 1 · 9999 Nordvik  \nPostboks 2 · 9999 Nordvik",
        "Linje | Rute\n--- | ---\n– ny | – kort\n– endret | – lang",
        "- Nordvik\t30 %\n- Sund\t70 %",
        "1. Nordvik\t30 %\n2. Sund\t70 %",
        "### 1\tFormål\n### 2\tMål",
        "A)\tNordvik\nB)\tSund",
        "~~~\n```\nkode\tmed\ntab\tog\n~~~",
        "~~~\n```\n## Vedtak fra møtet\n~~~",
    ],
)
def test_ordinary_text_has_no_finding(body: str) -> None:
    assert codes(body) == []


@pytest.mark.parametrize("sign", ["–", "•", "▪", "\uf0a7", "○"])
def test_a_pasted_list_with_tabs_is_a_list_and_no_table(sign: str) -> None:
    assert codes(f"{sign}\tNordvik\n{sign}\tSund") == ["pasted-bullet"]


def test_a_pasted_table_may_have_years_before_its_numbers() -> None:
    assert codes("År\tAndel\n2021\t30 %\n2022\t40 %") == ["tabbed-table"]
    assert codes("2021\t30 %\n2022\t40 %") == ["tabbed-table"]
