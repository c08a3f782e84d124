from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from casebook.outputs.picture_drawing import draw
from casebook.outputs.pictures import HEIGHT, WIDTH, Picture, _kept

SITE = "Eksempelregionen interkommunalt politisk råd"


@pytest.mark.parametrize(
    "title",
    [
        "Buss",
        "Høring av forskrift om gebyrer for tilsyn i WMWMWM " * 6,
        "Menneskerettighetsorganisasjonssekretariatslederstillingsinstruks" * 2,
        "Čáhppesbealli – 日本 ✓",
        "",
    ],
)
def test_any_title_gives_a_small_picture_of_the_right_size(title: str) -> None:
    data = draw(Picture(title, "Vedtatt · Rådet · 1. mai 2025", SITE))
    image = Image.open(io.BytesIO(data))
    assert (image.format, image.size, image.mode) == ("PNG", (WIDTH, HEIGHT), "P")
    assert len(data) <= 20_000


def test_equal_pictures_are_equal_bytes_and_drawn_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = Picture("Buss", "Vedtatt", SITE)
    first = _kept(picture, tmp_path)
    assert first == draw(picture)
    monkeypatch.setattr("casebook.outputs.picture_drawing.draw", lambda _: b"drawn again")
    assert _kept(picture, tmp_path) == first
    assert [path.suffix for path in tmp_path.iterdir()] == [".png"]
