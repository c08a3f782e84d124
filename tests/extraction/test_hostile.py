"""Whatever a file holds, the answer is a value."""

from __future__ import annotations

import io
import random
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.extraction import SUFFIXES, Extracted, extract
from casebook.extraction import pdf as pdf_reader
from casebook.extraction.archives import _MOST_MEMBER
from tests.extraction import samples

CASES = Path(__file__).parents[1] / "fixtures/cases"
REAL = sorted((CASES / "2023/2023-alle-vedleggstyper").glob("*.[pdox]*"))
REAL = [path for path in REAL if path.suffix.lstrip(".") in SUFFIXES]


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(sorted(SUFFIXES)))
def test_any_bytes_give_an_answer(noise: bytes, suffix: str) -> None:
    for head in (b"", b"%PDF-1.7\n", b"PK\x03\x04", b"PK\x05\x06" + bytes(18)):
        assert isinstance(extract(head + noise, suffix), Extracted)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(REAL), st.integers(0, 2**32))
def test_real_files_with_faults_give_an_answer(path: Path, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(path.read_bytes())
    for _ in range(chance.randint(1, 30)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    whole = bytes(data[: chance.randint(1, len(data))] if chance.random() < 0.3 else data)
    assert isinstance(extract(whole, path.suffix), Extracted)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([p for p in REAL if p.suffix != ".pdf"]), st.integers(0, 2**32))
def test_sound_archives_with_broken_parts_give_an_answer(path: Path, seed: int) -> None:
    chance = random.Random(seed)
    out = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = bytearray(old.read(name))
            if part and chance.random() < 0.4:
                at = chance.randrange(len(part))
                part[at : at + chance.randrange(40)] = b"<w:tbl>" * chance.randrange(4)
            new.writestr(name, bytes(part))
    assert isinstance(extract(out.getvalue(), path.suffix), Extracted)


def test_deeply_nested_elements_are_refused() -> None:
    for names in (("word__document_0xml",), ("content_0xml",)):
        data = samples.archive(**dict.fromkeys(names, "<a>" * 50_000 + "</a>" * 50_000))
        assert extract(data, "docx" if "word" in names[0] else "odt").problem == "damaged"


def test_a_member_that_is_too_large_is_refused() -> None:
    data = samples.archive(content_0xml=f"<a>{' ' * _MOST_MEMBER}</a>")
    assert extract(data, "odt").problem == "too-large"


def test_a_member_larger_than_the_archive_says_is_not_read() -> None:
    data = samples.archive(content_0xml=f"<a>{'x' * 5_000_000}</a>")
    lying = data.replace((5_000_007).to_bytes(4, "little"), (40).to_bytes(4, "little"))
    assert extract(lying, "odt").problem == "damaged"


@pytest.mark.parametrize("filling", ["\n", " ", "\u2003", "a-\n", "a- ", "\u00ad", "1", "\t\n"])
def test_long_runs_take_no_long_time(filling: str) -> None:
    data = f"a-{filling * 1_000_000}X".encode()
    started = time.process_time()
    extract(data, "txt")
    assert time.process_time() - started < 10


def test_a_pdf_page_that_is_all_drawing_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_reader, "MOST_DRAWING", 1_000)
    text = "\n".join(f"linje {number} med noe tekst" for number in range(50))
    found = extract(samples.pdf("En side med tekst", text), "pdf")
    assert found.problem == "cut"
    assert [page.number for page in found.pages] == [1]


def test_a_map_without_other_pages_is_not_called_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_reader, "MOST_DRAWING", 1)
    assert extract(samples.pdf("Kart"), "pdf").problem == "cut"


def test_drawing_is_limited_in_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_reader, "MOST_DRAWING_IN_ALL", 200)
    found = extract(samples.pdf(*["En side"] * 9), "pdf")
    assert found.problem == "cut"
    assert 0 < len(found.pages) < 9


def test_a_pdf_with_too_many_pages_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_reader, "MOST_PAGES", 1)
    found = extract(samples.pdf("En", "To"), "pdf")
    assert (found.problem, found.page_count, found.text) == ("cut", 2, "En")
