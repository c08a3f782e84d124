"""Tables for spreadsheets: no cell of ours runs as a formula."""

from __future__ import annotations

import pytest

from casebook.outputs.spreadsheets import table


@pytest.mark.parametrize("sign", [*"=+-@\t\r\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"])
def test_what_would_be_a_formula_is_a_text(sign: str) -> None:
    written = table(["a"], [[f"{sign}1+1"]]).decode("utf-8-sig")
    assert written.replace('"', "") == f"a\r\n'{sign}1+1\r\n"


def test_numbers_stay_numbers() -> None:
    assert table(["a", "b"], [[-3, None]]).decode("utf-8-sig") == "a;b\r\n-3;\r\n"
