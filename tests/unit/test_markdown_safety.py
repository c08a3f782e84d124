"""Nothing that a case file holds can run, reach out or style a page; and nothing of it is lost."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.diagnostics import Span
from casebook.markdown import find_raw_html, find_unsafe_links, is_safe, plain_text, render, scan
from casebook.markdown.clean import TAGS
from casebook.markdown.scan import Link

ATTRIBUTES = {"href", "title", "rel", "src", "alt", "loading", "start", "id", "class", "scope"}


class Strict(HTMLParser):
    """Collects what is not allowed in a page body."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.faults.append(tag)
        for name, value in attrs:
            if name not in ATTRIBUTES and (tag, name, value) != ("div", "tabindex", "0"):
                self.faults.append(f"{tag} {name}")
            if name in {"href", "src"} and not is_safe(value or ""):
                self.faults.append(f"{tag} {name} {value}")
            if name == "src" and re.match(r"\w+:|//", value or ""):
                self.faults.append(f"{tag} {name} {value}")

    def handle_comment(self, data: str) -> None:
        self.faults.append("comment")


def faults(html: str) -> list[str]:
    parser = Strict()
    parser.feed(html)
    parser.close()
    return parser.faults


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<style>body{display:none}</style>",
    "<div style='position:fixed'>x</div>",
    "<iframe src='https://a.example'></iframe>",
    "<a href='javascript:alert(1)'>x</a>",
    "<!-- skjult -->",
    "<![CDATA[x]]>",
    "<?php x ?>",
    "<!DOCTYPE html>",
    "<base href=//a.example>",
    "<form action=//a.example><button>x</button></form>",
    "<details open ontoggle=alert(1)>x</details>",
    "<table><tr><td style=x>y</td></tr></table>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&#10;script:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](\u0001javascript:alert(1))",
    "[x](vbscript:x)",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](//a.example/y)",
    "[x](\\\\\\\\a.example/y)",
    "[x](/\\a.example)",
    "[x]\n\n[x]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "![x](javascript:alert(1))",
    "![x](https://a.example/sporing.png)",
    "![x](//a.example/sporing.png)",
    "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    '[x](https://a.example "onmouseover=alert(1)")',
    '[x](<a" onclick="alert(1)>)',
    '![" onerror="alert(1)](a.png)',
    '## " onclick="alert(1)',
    '```" onclick="alert(1)\nx\n```',
    '| a |\n|:-:|\n| <td style="x"> |',
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    '<table><math><mi//xlink:href="data:x,<script>alert(4)</script>">',
    "`<b>` <b> **<i>**",
]


@pytest.mark.parametrize("name", ["pyromark", "markdown-it"])
@pytest.mark.parametrize("source", HOSTILE)
def test_hostile_text_does_nothing(source: str, name: str) -> None:
    assert not faults(render(source, engine_name=name).html)


RAW = tuple(f"<{name}" for name in ("!", "?", "a ", "b", "d", "f", "i", "s", "t"))
NO_HTML = "<svg/"
"""What CommonMark takes for text and not for HTML; it is shown just the same."""


@pytest.mark.parametrize(
    "source", [one for one in HOSTILE if one.startswith(RAW) and not one.startswith(NO_HTML)]
)
def test_raw_html_is_shown_in_full(source: str) -> None:
    assert plain_text(render(source).html) == " ".join(source.split())
    assert find_raw_html(source, "sak.md")[0].code == "raw-html"


@given(
    st.lists(st.sampled_from([*HOSTILE, "\n", "> ", "- ", "    ", "|", "x", "`"]), max_size=8).map(
        "".join
    )
    | st.text(alphabet="<>/\"'= abscript:[]()!`*\n&;#x", max_size=120)
)
def test_no_mixture_does_anything(source: str) -> None:
    assert not faults(render(source).html)


@given(st.text(max_size=120))
def test_letters_and_digits_are_never_lost(source: str) -> None:
    shown = plain_text(render(source).html)
    if re.search(r"[\[\]&\\<`~]", source) is None:
        words = re.findall(r"[^\W_]+", source)
        for word in words:
            assert word in shown or word.isdecimal()


def test_raw_html_is_found_with_its_place() -> None:
    source = (
        "Tekst med <b>fet</b>.\n\n<div class='x'>\n<p>y</p>\n</div>\n\n`<i>` og <https://a.example>"
    )
    found = find_raw_html(source, "sak.md", 20)
    assert [(one.span, dict(one.params)["tag"]) for one in found] == [
        (Span("sak.md", 20, 11, 14), "<b>"),
        (Span("sak.md", 22, 1, None), "<div>"),
    ]
    assert not find_raw_html("a < b og c > d, `<b>`", "sak.md")


def test_letters_outside_ascii_count_as_one_column() -> None:
    (problem,) = find_raw_html("æøå <b>", "sak.md")
    assert problem.span == Span("sak.md", 1, 5, 8)


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        ("[x](file:///c:/a.pdf)", ["unsafe-link"]),
        ("[x](//a.example)", ["unsafe-link"]),
        ("[x]\n\n[x]: javascript:y", ["unsafe-link"]),
        ("![x](https://a.example/b.png)", ["external-image"]),
        ("![](b.png)", ["image-without-text"]),
        ("![](https://a.example/b.png)", ["external-image", "image-without-text"]),
        ("[x](a.pdf) [y](#p1) <https://a.example> [z](mailto:a@b.no) [t](tel:+4769000000)", []),
        ("`[x](javascript:y)`", []),
    ],
)
def test_links_that_cannot_be_followed_are_found(source: str, codes: list[str]) -> None:
    assert [problem.code for problem in find_unsafe_links(source, "sak.md")] == codes


def test_links_have_their_places() -> None:
    assert scan("Se [a](b.pdf) og\n![k](k%20t.png).").links == (
        Link("b.pdf", "a", 1, 4, 14),
        Link("k t.png", "k", 2, 1, 16, is_image=True),
    )


@pytest.mark.parametrize("name", ["pyromark", "markdown-it"])
@pytest.mark.parametrize(
    "source",
    [
        ">" * 3000,
        "[" * 3000,
        "*a " * 3000,
        "- " * 800 + "x",
        "`" * 3001,
        "<b>" * 500,
        "|" * 3000,
        "![" * 500 + "](",
        "&" * 3000,
        "1. " * 500,
        "a\n" * 3000,
        "\\" * 3001,
        "<" * 3000,
    ],
)
def test_monstrous_texts_come_through(source: str, name: str) -> None:
    html = render(source, engine_name=name).html
    assert html
    assert not faults(html)
