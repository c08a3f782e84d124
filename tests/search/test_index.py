from __future__ import annotations

import gzip
import json

import wordfreq

from casebook.search import (
    Entry,
    SearchDocument,
    SearchOptions,
    SearchPart,
    build_index,
)
from casebook.search.analysis import fold
from casebook.search.compounds import FLOOR, Split
from casebook.search.frequencies import norwegian_frequencies
from casebook.search.numbers import date_words, find_tokens, number_words, tokens_of
from casebook.search.reviewing import review
from casebook.search.terms import Vocabulary
from tests.bench.search.corpus import Case, as_document


class Cache(dict[str, bytes]):
    def put(self, key: str, value: bytes) -> None:
        self[key] = value


def vocabulary(**options: object) -> Vocabulary:
    return Vocabulary(SearchOptions(**options), norwegian_frequencies)  # type: ignore[arg-type]


def words_of(word: str, **options: object) -> dict[str, float]:
    return dict(vocabulary(**options).terms[word])


def test_a_compound_is_found_by_its_parts_with_less_weight() -> None:
    found = words_of("partnerskapsavtalen")
    assert found["partnerskapsavtal"] == 1
    assert 0 < found["partnerskap"] < 1
    assert 0 < found["avtal"] < 1


def test_the_other_written_standard_is_found_also_within_compounds() -> None:
    assert "skolebygg" in words_of("skulebygg")
    assert "skulebygg" in words_of("skolebygg")
    assert "sykehjemsplass" in words_of("sjukeheimsplassar")


def test_everyday_words_are_found_and_the_site_adds_its_own() -> None:
    assert "renovasjon" in words_of("søppel")
    assert "bolyst" in words_of("trivsel", synonyms=(("trivsel", "bolyst"),))


def test_synonyms_of_several_words_are_found_where_they_stand_together() -> None:
    own = vocabulary()
    text = [own.stem(word) for word in ("interkommunalt", "politisk", "rad")]
    assert "ipr" in own.synonyms.in_text(text)
    assert own.synonyms.in_text(list(reversed(text))) == {}


def test_synonyms_of_several_words_may_have_small_words_in_them() -> None:
    document = SearchDocument("sak/a/", "sak", "Pleie og omsorg", parts=(SearchPart("Sak."),))
    own = SearchOptions(synonyms=(("rusten", "olje på kjedet"),))
    other = SearchDocument("sak/b/", "sak", "Sykler", parts=(SearchPart("Olje på kjedet."),))
    index = build_index([document, other], options=own)
    terms = b"".join(
        gzip.decompress(data) for name, data in index.files.items() if name.startswith("ord/")
    )
    assert b"eldreomsorg" in terms
    assert b"rust" in terms


def test_the_site_overrules_splits() -> None:
    assert "kysser" not in "".join(words_of("skolekysser", never_split=frozenset({"skolekysser"})))
    assert "grevl" in words_of("grevlingxyz", extra_parts=frozenset({"grevling", "xyz"}))


def test_names_are_not_inflected() -> None:
    assert words_of("råde", proper_names=("Råde",)) == {"rade": 1.0}
    assert "rad" in words_of("råde")


def test_new_splits_are_listed_for_review() -> None:
    words = {"havneplanen": 3, "skolebygget": 4, "skolebygg": 9, "park": 50, "fjellskole": 2}
    options = SearchOptions(proper_names=("Fjellskole",))
    found = review(words, options, seen={"havneplan"})
    assert [(split.word, split.parts, split.count) for split in found] == [
        ("skolebygg", ("skole", "bygg"), 9)
    ]
    assert len(review(words, options)) == 2
    assert review(words, SearchOptions(never_split=frozenset({"skolebygg", "havneplan"}))) == [
        Split("fjellskole", ("fjell", "skole"), ("",), 2)
    ]


def test_numbers_have_one_form() -> None:
    forms = ("06/2021", "6/21", "sak 6/2021", "006/21")
    assert {number_words(form)[0] for form in forms} == {("nr2021s6x", 1.0)}
    assert ("nr2021s6xps", 1.0) in number_words("PS 6/21")


def test_numbers_are_found_in_long_texts_as_in_short_ones(cases: list[Case]) -> None:
    texts = [" ".join(part.text for part in document.parts) for document in documents(cases)]
    forms = " PS 06/2021, arkivsak nr. 2021/123 den 14. mars 2021 og mars 2021, 1.2.21; 6 / 21 "
    for text in (*texts, *(text[:300] + forms + text[300:] for text in texts)):
        whole = [(token.readings, token.series) for token in find_tokens(fold(text))]
        assert [(token.readings, token.series) for token in tokens_of(text)] == whole


def test_the_word_list_is_read_as_its_package_reads_it() -> None:
    known = wordfreq.get_frequency_dict("nb", "best")
    common = {word: share for word, share in known.items() if share >= FLOOR}
    assert 200_000 < len(common) < len(known)
    assert norwegian_frequencies() == common


def test_partial_dates_go_as_far_as_they_go() -> None:
    assert date_words("2021-03-14") == ("d20210314x", "m202103x", "2021")
    assert date_words("2021-03") == ("m202103x", "2021")
    assert date_words("2021") == ("2021",)


def documents(cases: list[Case]) -> list[SearchDocument]:
    return [as_document(case) for case in cases]


def test_two_builds_are_equal_whatever_the_order(cases: list[Case]) -> None:
    found = documents(cases[:60])
    assert build_index(found).files == build_index(reversed(found)).files


def test_the_cache_gives_the_same_index_and_is_used(cases: list[Case]) -> None:
    found, cache = documents(cases[:60]), Cache()
    first = build_index(found, cache=cache)
    again = build_index(found, cache=cache)
    assert (first.facts.reused, again.facts.reused) == (0, 60)
    assert first.files == again.files == build_index(found).files


def test_what_is_known_is_not_made_again(cases: list[Case]) -> None:
    found, cache = documents(cases[:60]), Cache()
    made: list[str] = []

    def entry(document: SearchDocument) -> Entry:
        def make() -> SearchDocument:
            made.append(document.url)
            return document

        return Entry(document.url, document.date, make, document.url)

    whole = build_index(map(entry, found), cache=cache).files
    made.clear()
    index = build_index(map(entry, found), cache=cache)
    assert (made, index.facts.reused) == ([], 60)
    assert index.files == whole == build_index(found).files
    assert sorted(set(made)) == sorted(document.url for document in found)
    cache.update(dict.fromkeys((key for key in cache if key.endswith("numbers")), b""))
    assert build_index(map(entry, found), cache=cache).files == whole


def test_numbers_that_nothing_uses_any_more_are_given_anew(cases: list[Case]) -> None:
    cache = Cache()
    build_index(documents(cases[:100]), cache=cache)
    build_index(documents(cases[:1]), cache=cache)
    again = build_index(documents(cases[:1]), cache=cache)
    assert again.facts.reused == 0
    assert again.files == build_index(documents(cases[:1])).files


def test_the_cache_is_not_used_when_the_sites_lists_change(cases: list[Case]) -> None:
    found, cache = documents(cases[:10]), Cache()
    build_index(found, cache=cache)
    changed = SearchOptions(synonyms=(("plan", "opplegg"),))
    assert build_index(found, options=changed, cache=cache).facts.reused == 0


def test_a_new_case_leaves_the_texts_of_older_ones_in_place(cases: list[Case]) -> None:
    old = documents(cases[:-1])
    before, after = build_index(old).files, build_index([*old, as_document(cases[-1])]).files
    texts = {name for name in before if name.startswith("sak/")}
    assert len(texts & set(after)) >= 0.5 * len(texts)


def test_no_file_is_large_and_the_whole_is_smaller_than_twice_the_text(cases: list[Case]) -> None:
    index = build_index(documents(cases))
    assert max(map(len, index.files.values())) <= 100_000
    assert sum(map(len, index.files.values())) <= 2 * index.facts.text_bytes


def test_names_follow_content(cases: list[Case]) -> None:
    found = documents(cases[:5])
    before, after = build_index(found).files, build_index(documents(cases[5:10])).files
    assert {name for name in before if before[name] != after.get(name)} == set(before)
    assert set(before) & set(after) == {"manifest.json"}


def test_an_empty_site_has_an_index() -> None:
    index = build_index([])
    assert json.loads(index.files["manifest.json"])["documents"] == 0


def test_hostile_documents_do_no_harm() -> None:
    text = (
        "\u202e<script>alert(1)</script> __proto__ " + "a" * 5_000 + " 😀\u0301\x00 " + "x-" * 900
    )
    hostile = SearchDocument(
        url="sak/x/",
        kind="sak",
        title=text[:200],
        date="2021-99-99",
        numbers=("/", "1/1/1", ""),
        facets={"topic": ("__proto__", "constructor")},
        parts=(SearchPart(text * 5, "p1", "<b>", "attachment", "a.pdf", 1),),
    )
    index = build_index([hostile, SearchDocument(url="", kind="", title="")])
    assert max(map(len, index.files.values())) <= 100_000


def test_long_texts_become_several_units(cases: list[Case]) -> None:
    pages = tuple(
        SearchPart(
            f"Side {n} handler om kulvertnummer{n}. " * 90,
            None,
            "Rapport",
            "attachment",
            "r.pdf",
            n,
        )
        for n in range(1, 40)
    )
    index = build_index([SearchDocument("sak/lang/", "sak", "Lang sak", parts=pages)])
    manifest = json.loads(index.files["manifest.json"])
    assert manifest["units"] > 5
    sizes = [len(gzip.decompress(data)) for name, data in index.files.items() if name[:4] == "mer/"]
    assert max(sizes) < 60_000
