from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import locales


def test_locale_files_say_the_same() -> None:
    assert locales.gaps() == []


@pytest.mark.parametrize(
    ("nynorsk", "gap"),
    [
        ("a: ein {n}\n", "lacks 'b'"),
        ("a: ein {m}\nb: to\n", "placeholders"),
        ("a: ein {n}\nb: to\nc: tre\n", "has 'c'"),
        ("a: ein {n}\nb:\n", "is empty"),
        ("a: ein {n}\na: ein {n}\nb: to\n", "2 times"),
        ("", "missing or empty"),
    ],
)
def test_gap_is_found(tmp_path: Path, nynorsk: str, gap: str) -> None:
    (tmp_path / "ui.nb.yml").write_text("a: en {n}\nb: to\n")
    (tmp_path / "ui.nn.yml").write_text(nynorsk)
    assert any(gap in line for line in locales.gaps(tmp_path))
