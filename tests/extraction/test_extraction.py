from __future__ import annotations

import pytest

from casebook.extraction import SUFFIXES, Extracted, Page, extract
from casebook.extraction.reading import MOST_CHARACTERS, clean
from tests.extraction import samples

TEXT = {"txt", "csv", "json", "geojson", "ics"}
LONG = "Dette er en lang nok tekst til at siden ikke ser ut som et bilde av tekst."


def test_pdf_pages_are_numbered() -> None:
    found = extract(samples.pdf(f"{LONG} første", f"{LONG} andre"), ".PDF")
    assert [page.number for page in found.pages] == [1, 2]
    assert "andre" in found.pages[1].text
    assert (found.page_count, found.problem) == (2, None)


def test_pdf_words_divided_at_the_line_end_are_joined() -> None:
    found = extract(samples.pdf(f"{LONG}\nVi har en partnerskaps-\navtale med fylket"), "pdf")
    assert "partnerskapsavtale" in found.text


def test_pdf_without_text_is_said_to_be_scanned() -> None:
    found = extract(samples.pdf("", "1"), "pdf")
    assert (found.page_count, found.problem) == (2, "scanned")


def test_pdf_with_a_password_is_locked() -> None:
    locked = samples.pdf(LONG, password="hemmelig")  # noqa: S106  # to lock the sample
    assert extract(locked, "pdf").problem == "locked"


def test_word_text_and_tables_in_order() -> None:
    found = extract(
        samples.word("Innledning", table=[["Post", "Kroner"], ["Drift", "100"]]), "docx"
    )
    assert found.text == "Innledning\nPost Kroner\nDrift 100"


def test_excel_sheets_without_hidden_ones() -> None:
    found = extract(samples.excel(Budsjett=[["Drift", 100]], skjult=[["hemmelig"]]), "xlsx")
    assert [(page.label, page.text) for page in found.pages] == [("Budsjett", "Drift 100")]


def test_open_document_text() -> None:
    found = extract(samples.open_text("Rapport", "Første avsnitt", "Andre avsnitt"), "odt")
    assert found.text == "Rapport\nFørste avsnitt\nAndre avsnitt"


def test_slides_come_in_the_order_of_showing() -> None:
    found = extract(samples.slides("Velkommen", "Takk"), "pptx")
    assert [(page.number, page.text) for page in found.pages] == [(1, "Velkommen"), (2, "Takk")]


@pytest.mark.parametrize("suffix", sorted(SUFFIXES - TEXT))
def test_damaged_files_are_a_value(suffix: str) -> None:
    assert extract(b"not such a file", suffix).problem == "damaged"
    assert extract(b"", suffix).problem == "damaged"


@pytest.mark.parametrize("suffix", sorted(SUFFIXES - TEXT - {"pdf"}))
def test_entities_are_refused(suffix: str) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    names = ("word__document_0xml", "content_0xml", "xl__workbook_0xml", "ppt__slides__slide1_0xml")
    data = samples.archive(**dict.fromkeys(names, bomb), xl___rels__workbook_0xml_0rels="<a/>")
    assert extract(data, suffix).problem == "damaged"


def test_an_archive_that_unpacks_to_too_much_is_refused() -> None:
    data = samples.archive(content_0xml="<a>" + " " * 201_000_000 + "</a>")
    assert len(data) < 300_000
    assert extract(data, "odt").problem == "too-large"


def test_locked_office_files() -> None:
    assert extract(b"\xd0\xcf\x11\xe0" + bytes(600), "docx").problem == "locked"


def test_unknown_kinds() -> None:
    assert extract(b"GIF89a", ".gif").problem == "unsupported"


def test_too_long_a_text_is_cut_and_said_so() -> None:
    found = extract(b"ord " * MOST_CHARACTERS, "txt")
    assert found.problem == "cut"
    assert len(found.text) <= MOST_CHARACTERS


def test_control_characters_go() -> None:
    assert clean("a\x00b\u202ec\u200bd\ud800 \t e\r\n\x0c f") == "abcd e\nf"


def test_answers_survive_the_cache() -> None:
    found = Extracted((Page("tekst", 1), Page("ark", None, "Budsjett")), 3, "cut", (0, 2))
    assert Extracted.from_json(found.to_json()) == found


@pytest.mark.parametrize(
    "data", [b"[]", b"{", b'{"pages": 1}', b'{"pages":[],"count":1,"problem":"x","personal":[]}']
)
def test_foreign_cache_entries_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        Extracted.from_json(data)
