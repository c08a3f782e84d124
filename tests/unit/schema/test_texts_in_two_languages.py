"""A text in both languages: a word that is neither language is told, never dropped."""

from __future__ import annotations

import pytest

from casebook.diagnostics import Collector
from casebook.frontmatter import parse_yaml
from casebook.model.values import Localized
from casebook.schema.compounds import LocalizedText
from casebook.schema.fields import INVALID


@pytest.mark.parametrize(
    ("written", "value", "columns"),
    [
        ("Klima", Localized("Klima", "Klima"), []),
        ("{nb: Veg, nn: Veg}", Localized("Veg", "Veg"), []),
        ("{nn: Samferdsle}", Localized("Samferdsle", "Samferdsle"), []),
        ("{nb: Samferdsel, nm: Samferdsle}", Localized("Samferdsel", "Samferdsel"), [24]),
        ("{nb: Klima, en: Climate}", Localized("Klima", "Klima"), [19]),
        ("{en: Climate, de: Klima}", INVALID, [8, 21]),
        ("{nb: }", INVALID, [7]),
        ("{}", INVALID, [7]),
        ("[Klima]", INVALID, [7]),
    ],
)
def test_every_language_is_read_or_told(written: str, value: object, columns: list[int]) -> None:
    collector = Collector()
    node = parse_yaml(f"navn: {written}", "region.yml", 1, collector)
    assert node is not None
    assert LocalizedText().decode(node.entries[0][1], collector) == value
    assert [(found.code, found.span.column) for found in collector] == [
        ("wrong-type", column) for column in columns
    ]
