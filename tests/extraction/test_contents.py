"""What is read from the invented region's files, and what is only checked for identity numbers.

The expected words are those that `tests/fixtures/make_attachments.py` wrote with other libraries.
"""

from __future__ import annotations

import io
from pathlib import Path

import docx
import openpyxl
import pytest
from openpyxl.comments import Comment
from reportlab.pdfgen.canvas import Canvas

from casebook.extraction import extract
from tests.extraction import samples

CASES = Path(__file__).parents[1] / "fixtures/cases"
KINDS = CASES / "2023/2023-alle-vedleggstyper"


def digits() -> str:
    """A synthetic identity number that is valid, worked out here without the code under test."""
    for serial in range(10, 1000):
        base = [int(d) for d in f"014170{serial:03d}"]
        first = -sum(w * n for w, n in zip((3, 7, 6, 1, 8, 9, 4, 5, 2), base, strict=True)) % 11
        numbers = [*base, first]
        second = (
            -sum(w * n for w, n in zip((5, 4, 3, 2, 7, 6, 5, 4, 3, 2), numbers, strict=True)) % 11
        )
        if first < 10 and second < 10:
            return "".join(map(str, [*numbers, second]))
    raise AssertionError


@pytest.mark.parametrize(
    ("name", "page", "words"),
    [
        ("saksframlegg.pdf", 1, "Sprekken er kalt hummerkloa"),
        ("saksframlegg.pdf", 2, "Flytebryggene kan gjenbrukes"),
        ("merknader.docx", 0, "septiktømmestasjon og klesvaskeri"),
        ("driftsavtale.odt", 0, "Fortøyningsgebyret kreves inn med strømbrikke"),
        ("kostnader.xlsx", 0, "Pelespunting 1240000"),
        ("presentasjon.pptx", 0, "tangvoll og sjøbad"),
        ("presentasjon.pptx", 1, "ferdig til båtsesongen"),
        ("vannstand.csv", 0, "2023-08-01;112"),
    ],
)
def test_known_words_stand_on_their_page(name: str, page: int, words: str) -> None:
    found = extract((KINDS / name).read_bytes(), name.rpartition(".")[2])
    assert words in found.pages[page].text
    assert found.problem is None
    assert found.personal == ()


def test_word_parts_that_simple_readers_miss() -> None:
    ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

    def run(text: str, mark: str = "") -> str:
        return f"<w:r><w:rPr>{mark}</w:rPr><w:t>{text}</w:t></w:r>"

    body = (
        f"<w:sdt><w:sdtContent><w:p>{run('innholdskontroll')}</w:p></w:sdtContent></w:sdt>"
        f"<w:p>{run('synlig')}<w:ins>{run('tilføyd')}</w:ins><w:del><w:r><w:delText>slettet</w:delText>"
        f"</w:r></w:del>{run('skjult', '<w:vanish/>')}</w:p>"
        f"<w:p><w:r><w:pict><w:txbxContent><w:p>{run('tekstboks')}</w:p></w:txbxContent></w:pict></w:r></w:p>"
    )
    data = samples.archive(
        word__document_0xml=f"<w:document {ns}><w:body>{body}</w:body></w:document>",
        word__footnotes_0xml=f"<w:footnotes {ns}><w:p>{run('fotnote')}</w:p></w:footnotes>",
        word__header1_0xml=f"<w:hdr {ns}><w:p>{run('topptekst')}</w:p></w:hdr>",
    )
    lines = extract(data, "docx").text.split("\n")
    assert lines == ["innholdskontroll", "synligtilføyd", "tekstboks", "fotnote", "topptekst"]


def pdf_form() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(50, 700, "Et skjema som er fylt ut, med ganske mye tekst på siden.")
    canvas.acroForm.textfield(name="fnr", value=digits(), x=50, y=600)
    canvas.save()
    return out.getvalue()


def commented_word() -> bytes:
    document = docx.Document()
    paragraph = document.add_paragraph("Søknaden")
    document.add_comment(paragraph.runs, text=f"Gjelder {digits()}", author="x", initials="x")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def commented_sheet() -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active["A1"] = "navn"
    book.active["A1"].comment = Comment(f"fnr {digits()}", "x")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "suffix", "places"),
    [
        (samples.pdf("Uten", f"Søker: {digits()}"), "pdf", (2,)),
        (samples.pdf(f"Søker: {digits()[:6]} {digits()[6:]}"), "pdf", (1,)),
        (pdf_form(), "pdf", (0,)),
        (samples.word("Søker", table=[["fnr", digits()]]), "docx", (0,)),
        (commented_word(), "docx", (0,)),
        (samples.excel(Ark=[["fnr", digits()]]), "xlsx", (0,)),
        (samples.excel(Ark=[["fnr"]], skjult=[[digits()]]), "xlsx", (0,)),
        (commented_sheet(), "xlsx", (0,)),
        (samples.open_text("Liste", f"Søker {digits()}"), "odt", (0,)),
        (samples.slides("Velkommen", f"Søker {digits()}"), "pptx", (2,)),
        (f"navn;fnr\nx;{digits()}".encode("utf-16"), "csv", (0,)),
        (f'{{"fnr": "{digits()}"}}'.encode(), "json", (0,)),
        (f"{digits()[:3]}\u200b{digits()[3:]}".encode(), "txt", (0,)),
    ],
    ids=lambda value: value if isinstance(value, str) else "-",
)
def test_identity_numbers_are_found_wherever_they_stand(
    data: bytes, suffix: str, places: tuple[int, ...]
) -> None:
    found = extract(data, suffix)
    assert found.personal == places
    assert found.problem != "damaged"


def test_neighbouring_cells_are_not_one_number() -> None:
    number = digits()
    data = samples.excel(Ark=[[int("1" + number[1:6]), number[6:]], [number[:6], number[6:]]])
    assert extract(data, "xlsx").personal == ()


def test_text_in_old_encodings() -> None:
    assert extract("Ærøya på øya".encode("cp1252"), "txt").text == "Ærøya på øya"
    assert extract("Ærøya".encode("utf-8-sig"), "csv").text == "Ærøya"
