"""What comes out of the one door to Markdown: right, safe, and the same from both engines."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.markdown import RenderedHeading, inline, plain_text, render, slug

BOTH = pytest.mark.parametrize("name", ["pyromark", "markdown-it"])


def tight(html: str) -> str:
    """HTML without white space between tags, which is all that the engines differ in."""
    return re.sub(r">\s+<", "><", html).strip()


TABLE = "| Kommune | Stemmer | Andel |\n|:--|--:|:-:|\n| Nordvik | 12 | 60 % |\n"


@BOTH
def test_cell_alignment_is_a_class(name: str) -> None:
    html = render(TABLE, engine_name=name).html
    assert tight(html) == (
        '<div class="table-wrap" tabindex="0"><table><thead><tr>'
        '<th scope="col" class="ta-left">Kommune</th>'
        '<th scope="col" class="ta-right">Stemmer</th>'
        '<th scope="col" class="ta-center">Andel</th>'
        '</tr></thead><tbody><tr><td class="ta-left">Nordvik</td><td class="ta-right">12</td>'
        '<td class="ta-center">60 %</td></tr></tbody></table></div>'
    )


@BOTH
def test_a_table_without_alignment_or_rows(name: str) -> None:
    html = render("| a | b |\n|---|---|\n", engine_name=name).html
    assert 'class="ta-' not in html
    assert html.count("<th ") == 2


@BOTH
def test_headings_move_down_and_get_ids(name: str) -> None:
    source = "## Økonomi og *ære*\n\n###### Dyp\n\n## Økonomi og ære\n\n## 123\n\n## «»\n"
    rendered = render(source, heading_offset=2, id_prefix="b-", engine_name=name)
    assert rendered.headings == (
        RenderedHeading(4, "b-okonomi-og-aere", "Økonomi og ære"),
        RenderedHeading(6, "b-dyp", "Dyp"),
        RenderedHeading(4, "b-okonomi-og-aere-2", "Økonomi og ære"),
        RenderedHeading(4, "b-123", "123"),
        RenderedHeading(4, "b-avsnitt", "«»"),
    )
    assert '<h4 id="b-okonomi-og-aere">Økonomi og <em>ære</em></h4>' in rendered.html


@BOTH
def test_links_are_resolved_and_outward_ones_marked(name: str) -> None:
    given_targets: list[str] = []

    def resolve(target: str) -> str | None:
        given_targets.append(target)
        return {"vedlegg å.pdf": "/sak/x/vedlegg/a.pdf"}.get(target)

    source = "[a](<vedlegg å.pdf>) [b](https://a.example/?x=1&y=2) [c](#p1) [d](annet.pdf) <x@y.no>"
    rendered = render(source, resolve=resolve, engine_name=name)
    assert rendered.links == (
        "/sak/x/vedlegg/a.pdf",
        "https://a.example/?x=1&y=2",
        "#p1",
        "annet.pdf",
        "mailto:x@y.no",
    )
    assert given_targets[0] == "vedlegg å.pdf"
    assert '<a href="https://a.example/?x=1&amp;y=2" rel="noopener">b</a>' in rendered.html
    assert '<a href="/sak/x/vedlegg/a.pdf">a</a>' in rendered.html


@BOTH
def test_definitions_from_elsewhere_in_the_file_count(name: str) -> None:
    html = render("Se [a].", references="[a]: </x>", engine_name=name).html
    assert html == '<p>Se <a href="/x">a</a>.</p>\n'


@BOTH
def test_local_pictures_are_shown_and_others_named(name: str) -> None:
    html = render('![Kart](kart.png "T") ![Ute](https://a.example/b.png)', engine_name=name).html
    assert 'src="kart.png"' in html
    assert 'alt="Kart"' in html
    assert 'loading="lazy"' in html
    assert "Ute (https://a.example/b.png)" in html
    assert "<img" in html
    assert 'src="https' not in html


@BOTH
@pytest.mark.parametrize(
    "source",
    [
        "25. mai 2021 ble planen vedtatt.",
        "Først.\n\n1. jan. 2022 trer avtalen i kraft.",
        "> 3. juni 2020 vedtok rådet dette.",
        "- 17. mai er fri",
    ],
)
def test_a_date_is_no_list(source: str, name: str) -> None:
    html = render(source, engine_name=name).html
    assert "<ol" not in html
    assert re.search(r"[0-9]\.&nbsp;(?:mai|jan|juni)", html)


@BOTH
def test_html_can_be_changed_before_it_is_cleaned(name: str) -> None:
    html = render(
        "sak", rewrite=lambda html: html.replace("sak", '<a href="/s/" onclick="x">sak</a>'),
        engine_name=name,
    ).html  # fmt: skip
    assert html == '<p><a href="/s/">sak</a></p>\n'


def test_nothing_gives_nothing() -> None:
    assert render(" \n").html == ""


def test_an_unknown_engine_is_refused() -> None:
    with pytest.raises(ValueError, match="cmark"):
        render("x", engine_name="cmark")


@BOTH
@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Rent & enkelt", "Rent &amp; enkelt"),
        ("*a* og `b`", "<em>a</em> og <code>b</code>"),
        ("_a_ b", "<em>a</em> b"),
        ("# 1. > - *a*", "# 1. &gt; - <em>a</em>"),
        ("1. *a*", "1. <em>a</em>"),
        ("a\n\nb *c*", "a b <em>c</em>"),
        ("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;"),
        ("<script>x</script> *a*", "&lt;script&gt;x&lt;/script&gt; <em>a</em>"),
        ("[x](/y)", '<a href="/y">x</a>'),
        ("[x]: /y *a*", "[x]: /y <em>a</em>"),
        ("2 < 3", "2 &lt; 3"),
        ("```x", "```x"),
        ("", ""),
    ],
)
def test_one_line_texts_have_no_blocks(source: str, expected: str, name: str) -> None:
    assert inline(source, engine_name=name) == expected


def test_plain_text_has_the_words_and_no_tags() -> None:
    source = "## Tittel\n\nEn *to*\ntre &amp; &lt;.\n\n- a\n- b\n\n| x | y |\n|--|--|\n| 1 | 2 |"
    assert plain_text(render(source).html) == "Tittel\nEn to tre & <.\na\nb\nx y\n1 2"
    assert plain_text(render("![Kart](a.png)").html) == "Kart"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Øst – vest", "ost-vest"),
        ("Ærlig Åsså", "aerlig-assa"),
        ("Čáhci café", "cahci-cafe"),
        ("§ 11-10, 2. ledd", "11-10-2-ledd"),
        ("日本", ""),
        ("ord " * 40, "-".join(["ord"] * 15)),
        ("x" * 90, "x" * 60),
    ],
)
def test_a_slug_is_short_ascii(text: str, expected: str) -> None:
    assert slug(text) == expected


BLOCKS = st.sampled_from(
    """
    ## Tittel æ
    Avsnitt med *trykk*, **fett** og `kode`.
    - a¤- b¤  - c
    1. a¤2. b
    | a | b |¤|:-|-:|¤| 1 | *2* |
    > sitat¤> mer
    ```¤<b> & kode¤```
    ---
    [a](b.pdf) ![t](b.png) <https://a.example>
    Linje\\¤brudd
    a & b < c
    25. mai 2021
    <b>x</b>
    <div>¤y¤</div>
    [x](javascript:y)
    &copy; &lt;b&gt;
    3. tre¤¤   mer¤5. fem
    """.replace("    ", "").split("\n")
).map(lambda block: block.replace("¤", "\n"))


@settings(max_examples=200)
@given(st.lists(BLOCKS, max_size=8).map("\n\n".join))
def test_both_engines_give_the_same(source: str) -> None:
    fast = render(source, heading_offset=1, id_prefix="x-", engine_name="pyromark")
    slow = render(source, heading_offset=1, id_prefix="x-", engine_name="markdown-it")
    assert tight(fast.html) == tight(slow.html)
    assert (fast.headings, fast.links) == (slow.headings, slow.links)
