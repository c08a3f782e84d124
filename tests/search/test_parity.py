"""The browser analyses text exactly as the builder does: same words in, same words out."""

from __future__ import annotations

import random
from typing import Any

import pytest
from playwright.sync_api import Page

from casebook.search.analysis import Stemmer, fold, folded_words, stem
from casebook.search.frequencies import norwegian_frequencies
from casebook.search.numbers import find_tokens

MODULE = "const m = await import('../assets/search.js');"
ODD = (
    "aáàâãåäæbcdeéèfgøöoœßþðđłŋŧıİIÅÆØ0123456789/.-–— \u00a0\u00ad\u0301\u0308«»„“\"'µﬁ²Ωжא字"
    "😀\n\t_"
)
NUMBERS = """
6/21|06/2021|021/14|sak 6/21|PS 06/2021|ps-sak 6/21|21/014|2021/123|21/18|2021/00123-4
SR-sak 32/14|arkivsak 2021/44|14.3.2021|14. mars 2021|2021-03-14|mars 2021|14.03.21|14/3-2021
14. mars. 2021|1/2/3|99/99|1.1|2020/2021|kl. 12.30|06/2021 og 07/2021|møte 25.05.2021 sak 06/2021
i 6/21|og 6/21|sak 015/12|OS 1/26|0/21|000001/21|1234567/21|6 / 21|des. 2019|desember 2019|mai2021
sak nr. 12/19|31.2.2021|2021-13-40
""".replace("\n", "|").split("|")


def in_browser(page: Page, body: str, argument: Any) -> Any:
    return page.evaluate(f"async (given) => {{ {MODULE} {body} }}", argument)


@pytest.fixture(scope="module")
def words() -> list[str]:
    found = list(norwegian_frequencies())
    assert len(found) >= 100_000
    return found


def test_folding_and_stemming_of_a_real_word_list(engine: Page, words: list[str]) -> None:
    answers = in_browser(
        engine, "return given.map((word) => m.foldedWords(word).map(m.stem).join(' '))", words
    )
    ours = (" ".join(map(stem, folded_words(word))) for word in words)
    differing = [w for w, own, other in zip(words, ours, answers, strict=True) if own != other]
    assert differing == []


def test_folding_of_odd_text(engine: Page) -> None:
    chance = random.Random(5)
    texts = ["".join(chance.choices(ODD, k=chance.randint(1, 24))) for _ in range(4_000)]
    answers = in_browser(
        engine, "return given.map((text) => [m.fold(text), m.foldedWords(text)])", texts
    )
    for text, (folded, found) in zip(texts, answers, strict=True):
        assert (fold(text), folded_words(text)) == (folded, found), ascii(text)


def test_numbers_and_dates(engine: Page) -> None:
    chance = random.Random(6)
    alphabet = "0123456789/.- psakmrj"
    drawn = ["".join(chance.choices(alphabet, k=chance.randint(3, 20))) for _ in range(6_000)]
    texts = [fold(text) for text in (*NUMBERS, *drawn)]
    answers = in_browser(
        engine,
        "return given.map((t) => m.findTokens(t)"
        ".map((x) => [x.start, x.end, x.readings, x.series]))",
        texts,
    )
    for text, found in zip(texts, answers, strict=True):
        own = [[t.start, t.end, list(t.readings), t.series] for t in find_tokens(text)]
        assert own == found, text


def test_names_are_not_inflected(engine: Page) -> None:
    names = ["rade", "valer"]
    given = ["rade", "rades", "radet", "rad", "valer", "valers", "valg"]
    answers = in_browser(
        engine, "const s = m.makeStemmer(given[0]); return given[1].map(s)", [names, given]
    )
    stemmer = Stemmer(frozenset(names))
    assert [stemmer(word) for word in given] == answers
    assert answers[:3] == ["rade", "rade", "rad"]
