"""Both engines give what the CommonMark specification gives; raw HTML alone is shown instead."""

from __future__ import annotations

import re
from html import unescape

import pytest

from casebook.markdown import clean, engine, find_raw_html, plain_text, render
from casebook.markdown.scan import Scan
from tests.support.commonmark_spec import Example, examples

ENGINES = ("pyromark", "markdown-it")
PLAIN = [one for one in examples() if not engine("pyromark").scan(one.markdown).html]
WITH_HTML = [one for one in examples() if one not in PLAIN]


def tidy(html: str) -> str:
    """Cleaned HTML without white space between tags."""
    return re.sub(r">\s+<", "><", clean(html)).strip()


def test_the_specification_is_there() -> None:
    assert len(PLAIN) > 550
    assert len(WITH_HTML) > 50


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize("example", PLAIN, ids=lambda one: str(one.number))
def test_an_example_renders_as_specified(example: Example, name: str) -> None:
    assert tidy(engine(name).html(example.markdown)) == tidy(example.html)


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize("example", WITH_HTML, ids=lambda one: str(one.number))
def test_raw_html_is_shown_and_found(example: Example, name: str) -> None:
    html = render(example.markdown, engine_name=name).html
    written = set(re.findall(r"</?[a-z]\w*(?=[ >])", example.markdown))
    assert all(tag in plain_text(html) for tag in written)
    assert find_raw_html(example.markdown, "sak.md")


def summary(scan: Scan) -> tuple[object, ...]:
    links = [(link.line, unescape(link.text), link.is_image) for link in scan.links]
    return scan.headings, scan.fences, [piece.line for piece in scan.html], links


NESTED = {520, 574, 575}
"""Links inside a picture's text, which the slow engine does not report."""


@pytest.mark.parametrize(
    "example",
    [one for one in examples() if one.number not in NESTED],
    ids=lambda one: str(one.number),
)
def test_both_engines_see_the_same(example: Example) -> None:
    fast, slow = (engine(name).scan(example.markdown) for name in ENGINES)
    assert summary(fast) == summary(slow)
