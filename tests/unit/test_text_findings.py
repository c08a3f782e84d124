"""Every finding about a text is explained, says what it carries, and its example is true."""

from __future__ import annotations

import string
from collections.abc import Iterator

import pytest

from casebook.diagnostics import Diagnostic
from casebook.findings import catalogue
from casebook.model.text import SectionKind
from casebook.sections import split_sections
from casebook.votes import read_votes

ITEMS = {
    "section-without-item": ("regionradet", "representantskapet"),
    "unknown-agenda-item": ("regionradet",),
}
CODES = [
    "duplicate-point",
    "duplicate-section",
    "external-image",
    "image-without-text",
    "point-number-gap",
    "point-number-restart",
    "raw-html",
    "section-level",
    "section-without-item",
    "top-level-heading",
    "unclosed-code",
    "unknown-agenda-item",
    "unreadable-vote",
    "unsafe-link",
]


def check(source: str, items: tuple[str, ...]) -> Iterator[Diagnostic]:
    """All findings that a body can give."""
    text, found = split_sections(source, "sak.md", 1, items)
    yield from found
    for section in text.of_kind(SectionKind.VOTE):
        yield from read_votes(section.source, "sak.md", section.first_line)[1]


def names(message: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(message) if name}


@pytest.mark.parametrize("code", CODES)
def test_the_example_is_true(code: str) -> None:
    entry = catalogue()[code]
    items = ITEMS.get(code, ("rad",))
    found = [problem for problem in check(entry.wrong, items) if problem.code == code]
    assert found
    given = {name for name, _ in found[0].params}
    for explanation in (entry.nb, entry.nn):
        assert names(explanation.message) <= given
        assert not names(explanation.what + explanation.why + explanation.cure)
        assert explanation.message.format(**dict(found[0].params))
    assert not list(check(entry.right, items))


@pytest.mark.parametrize("code", CODES)
def test_the_message_is_one_plain_sentence(code: str) -> None:
    entry = catalogue()[code]
    for explanation in (entry.nb, entry.nn):
        assert explanation.message[0].islower()
        assert not explanation.message.endswith(".")
    assert entry.nb != entry.nn
