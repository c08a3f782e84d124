"""What stands beside something else neither touches it nor sticks out over it, at a tablet's width too."""

from __future__ import annotations

import pytest

from tests.support import report
from tests.support.browsing import Reader
from tests.support.server import SiteServer

pytestmark = [pytest.mark.browser, pytest.mark.site]

TABLETS = (768, 1024)
PATHS = ("/", "/sak/2021-felles-klimaplan/", "/oppfolging/", "/kommuner/matrise/", "/status/")

_STICKS_OUT = """() => [...document.querySelectorAll('main :is(table, .facts, .items, td time)')]
  .filter((part) => !part.closest('.scroll') && part.getBoundingClientRect().width)
  .filter((part) => part.getBoundingClientRect().right
    > part.parentElement.getBoundingClientRect().right + 1)
  .map((part) => part.className)"""
_TOUCHES = """() => [...document.querySelectorAll('main :is(td, th)')]
  .flatMap((cell) => [...cell.querySelectorAll('.badge')].slice(1).map((badge) => {
    const above = badge.previousElementSibling.getBoundingClientRect();
    const box = badge.getBoundingClientRect();
    return box.top >= above.bottom && box.top - above.bottom < 2 ? cell.innerText : '';
  })).filter(Boolean)"""


@pytest.mark.parametrize("width", TABLETS)
@pytest.mark.parametrize("path", PATHS)
def test_nothing_leaves_its_column_and_no_badges_touch(
    demo: SiteServer, reader: Reader, path: str, width: int
) -> None:
    with reader.open(demo.address(path), width=width) as (page, _):
        report.none(page.evaluate(_STICKS_OUT))
        report.none(page.evaluate(_TOUCHES))


def test_the_outcomes_of_a_list_stand_in_one_place(demo: SiteServer, reader: Reader) -> None:
    """Beside every title or below every title, however long the title is."""
    for width in TABLETS:
        with reader.open(demo.address("/"), width=width) as (page, _):
            places: list[bool] = page.evaluate(
                """() => [...document.querySelectorAll('.front-decisions .item')].map((item) =>
                  item.querySelector('.item-state').getBoundingClientRect().top
                    < item.querySelector('.item-main').getBoundingClientRect().bottom)"""
            )
            assert len(set(places)) == 1, width


def test_figures_of_a_row_are_equally_tall(demo: SiteServer, reader: Reader) -> None:
    """One label of two lines makes no box taller than its neighbours."""
    with reader.open(demo.address("/"), width=768) as (page, _):
        heights: list[int] = page.evaluate(
            "() => [...document.querySelectorAll('.figure a')].map((box) => box.offsetHeight)"
        )
    assert len(set(heights)) == 1
