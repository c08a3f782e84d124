"""Every pair of colours that may meet on a page, measured in both schemes against WCAG 2.2."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

STYLESHEET = Path(__file__).parents[2] / "hooks" / "casebook" / "assets" / "casebook.css"

TEXT = 4.5
GRAPHIC = 3.0

INKS = ("text", "muted", "heading", "link", "link-hover")
GROUNDS = ("bg", "surface", "sunken", "tint")
STATES = ("ok", "warn", "bad", "info", "neutral", "gap")
SIDES = ("for", "against", "blank", "other")

PAIRS = [
    *((ink, ground, TEXT) for ink in INKS for ground in GROUNDS),
    *((state, f"{state}-bg", TEXT) for state in STATES),
    *(
        (state, ground, TEXT)
        for state in ("ok", "warn", "bad", "gap")
        for ground in ("bg", "surface")
    ),
    ("on-brand", "brand", TEXT),
    ("on-brand", "brand-2", TEXT),
    ("on-brand-muted", "brand", TEXT),
    ("on-brand-muted", "brand-2", TEXT),
    ("on-action", "action", TEXT),
    ("on-action", "action-hover", TEXT),
    *((edge, ground, GRAPHIC) for edge in ("edge", "focus", "action") for ground in GROUNDS),
    *((f"side-{side}", ground, GRAPHIC) for side in SIDES for ground in ("bg", "surface")),
    *((state, "surface", GRAPHIC) for state in STATES),
    ("focus", "focus-gap", GRAPHIC),
    ("header-focus", "brand", GRAPHIC),
    ("header-focus", "brand-2", GRAPHIC),
]


def tokens(scheme: str) -> dict[str, str]:
    """The colour tokens as one scheme sees them."""
    text = STYLESHEET.read_text(encoding="utf-8").split("@media print", 1)[0]
    light, found_dark, rest = text.partition("@media screen and (prefers-color-scheme: dark)")
    assert found_dark
    dark = rest.partition("/* ---------- base")[0]
    found = dict(re.findall(r"--c-([\w-]+): (#[0-9a-f]{6});", light))
    if scheme == "dark":
        found |= dict(re.findall(r"--c-([\w-]+): (#[0-9a-f]{6});", dark))
    return found


def luminance(colour: str) -> float:
    """The relative luminance of a colour, as WCAG defines it."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_ratio_of_black_and_white() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pairs_have_contrast(scheme: str) -> None:
    colours = tokens(scheme)
    low = [
        f"{ink} on {ground}: {contrast(colours[ink], colours[ground]):.2f}, needs {least}"
        for ink, ground, least in PAIRS
        if contrast(colours[ink], colours[ground]) < least
    ]
    assert low == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_inks_are_told_apart_from_text(scheme: str) -> None:
    """A bar's neighbours are told apart by their gap and their table; links by their underline."""
    colours = tokens(scheme)
    assert colours["link"] != colours["text"]


def test_every_token_is_measured() -> None:
    measured = {name for pair in PAIRS for name in pair[:2]}
    assert set(tokens("light")) - measured == {"line"}
