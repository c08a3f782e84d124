"""Texts in bokmål and nynorsk: one line each, and no third language without a word."""

from __future__ import annotations

import pytest

from casebook.model.values import Localized
from casebook.schema.few_keys import LocalizedText
from casebook.schema.fields import INVALID
from tests.unit.schema.test_dates import read


@pytest.mark.parametrize(
    ("written", "value", "codes"),
    [
        ("Klima", Localized("Klima", "Klima"), []),
        ("{nb: Næring, nn: Næringsliv}", Localized("Næring", "Næringsliv"), []),
        ("{nn: Næring}", Localized("Næring", "Næring"), []),
        ('"Klima\\n\\n# Tittel"', Localized("Klima # Tittel", "Klima # Tittel"), []),
        ('{nb: "a\\r\\nb", nn: "c\\u2028d"}', Localized("a b", "c d"), []),
        ("{nb: Næring, nm: Næringsliv}", Localized("Næring", "Næring"), ["unknown-key"]),
        ("{nb: Klima, en: Climate}", Localized("Klima", "Klima"), ["unknown-key"]),
        (
            "{nb: Vei, bru og ferje, nn: Veg}",
            Localized("Vei, bru og ferje", "Veg"),
            ["unquoted-comma"],
        ),
        ("{nb:Klima}", INVALID, ["missing-space"]),
        ("{en: Climate, de: Klima}", INVALID, ["unknown-key", "unknown-key"]),
        ("{nb: }", INVALID, ["wrong-type"]),
        ("{}", INVALID, ["wrong-type"]),
        ("[Klima]", INVALID, ["wrong-type"]),
    ],
)
def test_localized(written: str, value: object, codes: list[str]) -> None:
    assert read(LocalizedText(), written) == (value, codes)
