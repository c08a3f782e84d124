"""Mentions of cases and meetings become links where they are unambiguous; nothing else changes."""

from __future__ import annotations

import datetime
import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.mentions import Mention, MentionKind, find_mentions, link_mentions


def seen(text: str) -> list[tuple[str, str | None, int | None, int | None]]:
    return [(text[m.start : m.end], m.series, m.number, m.year) for m in find_mentions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("behandlet sak 06/2021 «P»", [("sak 06/2021", None, 6, 2021)]),
        ("Sak 6/21.", [("Sak 6/21", None, 6, 2021)]),
        ("saken nr. 6/21", [("saken nr. 6/21", None, 6, 2021)]),
        ("saksnr. 6/2021,", [("saksnr. 6/2021", None, 6, 2021)]),
        ("PS 6/21 og PS 06/2021", [("PS 6/21", "ps", 6, 2021), ("PS 06/2021", "ps", 6, 2021)]),
        ("(RS 3/22)", [("RS 3/22", "rs", 3, 2022)]),
        ("sak PS 6/21", [("sak PS 6/21", "ps", 6, 2021)]),
        ("SR-sak 32/2014", [("SR-sak 32/2014", "sr", 32, 2014)]),
        (
            "sakene 6/21, 7/21 og 8/21",
            [("sakene 6/21", None, 6, 2021), ("7/21", None, 7, 2021), ("8/21", None, 8, 2021)],
        ),
        ("sak\u00a006/2021", [("sak\u00a006/2021", None, 6, 2021)]),
        ("sak\n06/2021", [("sak\n06/2021", None, 6, 2021)]),
    ],
)
def test_a_case_is_mentioned(
    text: str, expected: list[tuple[str, str | None, int | None, int | None]]
) -> None:
    assert seen(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "1/2 av 3/4",
        "E6/21",
        "25/05/2021",
        "side 3/22",
        "sak 6/21/3",
        "sak 6",
        "møte 30.02.2021",
        "møtet 25. mai",
        "forsak 6/21",
        "sak 6/21a",
        "sak 6/21.5",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert not find_mentions(text)


def test_an_ambiguous_number_has_two_readings() -> None:
    (mention,) = find_mentions("sak 21/18")
    assert mention.readings == ((21, 2018), (18, 2021))
    (mention,) = find_mentions("sak 6/21")
    assert mention.readings == ((6, 2021),)


@pytest.mark.parametrize("text", ["arkivsak 2021/123", "sak 2021/123", "arkivsaksnr. 21/123"])
def test_an_archive_number_has_the_year_first(text: str) -> None:
    (mention,) = find_mentions(text)
    assert mention.kind is MentionKind.ARCHIVE
    assert (mention.number, mention.year) == (123, 2021)


@pytest.mark.parametrize(
    ("text", "words", "body"),
    [
        ("i møte 25.05.2021 ble", "møte 25.05.2021", None),
        ("i møte den 25.05.2021", "møte den 25.05.2021", None),
        ("møtet 25. mai 2021", "møtet 25. mai 2021", None),
        ("Møtet 25.5.21", "Møtet 25.5.21", None),
        ("møte 2021-05-25", "møte 2021-05-25", None),
        ("regionrådsmøtet 25.05.2021", "regionrådsmøtet 25.05.2021", None),
        ("møtet i Regionrådet 25.05.2021", "møtet i Regionrådet 25.05.2021", "Regionrådet"),
    ],
)
def test_a_meeting_is_mentioned(text: str, words: str, body: str | None) -> None:
    (mention,) = find_mentions(text)
    assert mention.kind is MentionKind.MEETING
    assert text[mention.start : mention.end] == words
    assert (mention.date, mention.body) == (datetime.date(2021, 5, 25), body)


def everywhere(mention: Mention) -> str:
    return "/sak/x/?a=1&b=2"


LINK = '<a href="/sak/x/?a=1&amp;b=2">'


def test_text_becomes_a_link_and_the_rest_stays() -> None:
    html = "<p>Se sak 06/2021 &amp; <em>sak&nbsp;7/21</em>.</p>\n"
    linked = f"<p>Se {LINK}sak 06/2021</a> &amp; <em>{LINK}sak&nbsp;7/21</a></em>.</p>\n"
    assert link_mentions(html, everywhere) == linked


@pytest.mark.parametrize(
    "html",
    [
        '<a href="/x">sak 6/21</a>',
        '<a href="/x"><em>sak 6/21</em> og sak 7/21</a>',
        "<code>sak 6/21</code>",
        "<pre><code>sak 6/21\n</code></pre>",
        '<h2 id="a">sak 6/21</h2>',
        '<img src="x" alt="sak 6/21">',
        "<p>ingenting</p>",
        "",
    ],
)
def test_some_places_are_left_alone(html: str) -> None:
    assert link_mentions(html, everywhere) == html


def test_only_what_resolves_is_linked() -> None:
    html = "<p>sak 6/21 og sak 7/21</p>"
    linked = link_mentions(html, lambda mention: "/s/" if mention.number == 7 else None)
    assert linked == '<p>sak 6/21 og <a href="/s/">sak 7/21</a></p>'
    assert link_mentions(html, lambda mention: None) == html


PARTS = st.sampled_from(
    [
        "sak 06/2021",
        "PS 6/21",
        "møte 25.05.2021",
        "<p>",
        "</p>",
        "<a>",
        "</a>",
        "<code>",
        "</code>",
        "&nbsp;",
        "&amp;",
        " og 7/21",
        "<",
        ">",
        "\n",
        "sak&nbsp;1/22",
        "2021/1",
        "møtet i rådet ",
    ]
)


@given(st.lists(PARTS, max_size=20).map(" ".join) | st.text(max_size=100))
def test_nothing_but_links_is_added(html: str) -> None:
    linked = link_mentions(html, lambda mention: "/x-y-z/")
    opened = linked.count('<a href="/x-y-z/">')
    assert re.sub(r'<a href="/x-y-z/">(.*?)</a>', r"\1", linked, flags=re.DOTALL) == html
    assert linked.count("</a>") == html.count("</a>") + opened


@given(st.text(max_size=200))
def test_mentions_never_overlap(text: str) -> None:
    found = find_mentions(text)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
