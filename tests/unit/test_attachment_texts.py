"""Which texts are read, and when they are read again."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from casebook.extraction import Extracted
from casebook.loading import TextStore, attachment_texts
from casebook.outputs.keys import Keys
from casebook.outputs.search_documents import search_entries
from casebook.publishing import Edition, prepare
from tests.extraction import samples
from tests.extraction.test_contents import digits
from tests.rules.folders import BASE

DAY = date(2026, 11, 23)
CASE = """---
tittel: {title}
kort: En sak.
{fields}
---
## Vedtak
Saken er avgjort.
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    root = tmp_path / "cases"
    shutil.copytree(BASE, root)
    return root


def write(root: Path, case: str, fields: str, **files: bytes) -> None:
    """A case with files beside it; ``_`` in a name stands for a full stop."""
    folder = root / "2021" / case
    folder.mkdir(parents=True)
    (folder / "case.md").write_text(CASE.format(title=f"Sak om {case}", fields=fields))
    for name, data in files.items():
        (folder / name.replace("_", ".")).write_bytes(data)


def paper(word: str) -> bytes:
    return samples.pdf(f"Dette er en side med et ord som ikke står noe annet sted: {word}.")


def indexed(edition: Edition) -> str:
    """All text that the search index is made of."""
    graph = edition.graph
    assert graph is not None
    documents = (entry.make() for entry in search_entries(graph, edition.texts, Keys(graph)))
    return " ".join(part.text for document in documents for part in document.parts)


def test_only_published_files_are_read_and_indexed(content: Path) -> None:
    named = "vedlegg: [{tittel: Papir, fil: a.pdf}]"
    taken = "tatt_av_siden: {dato: 2022-01-01, grunn: Feil.}"
    closed = "unntatt: {hva: [innhold], hjemmel: offl. § 14}"
    write(content, "apen", named, a_pdf=paper("hummer"), b_pdf=paper("unevnt"))
    write(content, "borte", f"{named}\n{taken}", a_pdf=paper("fjernet"))
    write(content, "lukket", f"{named}\n{closed}", a_pdf=paper("innestengt"))
    edition = prepare(content, DAY)
    assert {record for record, _ in edition.texts} == {"apen", "lukket"}
    assert ("apen", "b.pdf") not in edition.texts
    text = indexed(edition)
    assert "hummer" in text
    assert not [word for word in ("unevnt", "fjernet", "innestengt") if word in text]


def test_unchanged_files_are_read_once(content: Path, tmp_path: Path) -> None:
    write(content, "apen", "vedlegg: [{tittel: Papir, fil: a.pdf}]", a_pdf=paper("hummer"))
    kept = tmp_path / "texts"
    for count in (1, 0):
        store = TextStore(kept)
        assert "hummer" in indexed(prepare(content, DAY, store=store))
        assert store.read == count
    (content / "2021/apen/a.pdf").write_bytes(paper("krabbe"))
    store = TextStore(kept)
    assert "krabbe" in indexed(prepare(content, DAY, store=store))
    assert store.read == 1


def test_the_text_of_a_file_that_is_gone_is_forgotten(content: Path, tmp_path: Path) -> None:
    write(content, "apen", "vedlegg: [{tittel: Papir, fil: a.pdf}]", a_pdf=paper("hummer"))
    prepare(content, DAY, store=TextStore(tmp_path / "texts"))
    shutil.rmtree(content / "2021/apen")
    prepare(content, DAY, store=TextStore(tmp_path / "texts"))
    kept = [path for path in (tmp_path / "texts").rglob("*") if path.is_file()]
    assert [path.name for path in kept] == ["facts.json"]
    assert kept[0].read_text() == "{}"


def test_a_check_opens_no_kept_text(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(content, "apen", "vedlegg: [{tittel: Papir, fil: a.pdf}]", a_pdf=samples.pdf("", ""))
    first = prepare(content, DAY, store=TextStore(tmp_path / "texts")).report
    monkeypatch.setattr(attachment_texts, "extract", None)
    monkeypatch.setattr(Extracted, "from_json", None)
    second = prepare(content, DAY, store=TextStore(tmp_path / "texts")).report
    assert [f.code for f in first.findings] == ["scanned-pdf"]
    assert second.findings == first.findings


def test_a_text_with_an_identity_number_is_not_kept(content: Path, tmp_path: Path) -> None:
    write(content, "apen", "vedlegg: [{tittel: P, fil: a.txt}]", a_txt=digits().encode())
    for _ in range(2):
        report = prepare(content, DAY, store=TextStore(tmp_path / "texts")).report
        assert [f.code for f in report.findings] == ["personal-number-in-file"]
    kept = [path.read_text() for path in (tmp_path / "texts").rglob("*") if path.is_file()]
    assert not [text for text in kept if digits() in text]


@pytest.mark.parametrize(
    "damage", [b"", b"[]", b'{"a": 1}', b"\xff", json.dumps({"x": [1]}).encode()]
)
def test_a_damaged_cache_is_read_anew(content: Path, tmp_path: Path, damage: bytes) -> None:
    write(content, "apen", "vedlegg: [{tittel: Papir, fil: a.pdf}]", a_pdf=paper("hummer"))
    prepare(content, DAY, store=TextStore(tmp_path / "texts"))
    for path in (tmp_path / "texts").rglob("*.json"):
        path.write_bytes(damage)
    assert "hummer" in indexed(prepare(content, DAY, store=TextStore(tmp_path / "texts")))


def test_a_cache_that_cannot_be_written_is_done_without(content: Path, tmp_path: Path) -> None:
    write(content, "apen", "vedlegg: [{tittel: Papir, fil: a.pdf}]", a_pdf=paper("hummer"))
    (tmp_path / "file").write_bytes(b"")
    edition = prepare(content, DAY, store=TextStore(tmp_path / "file" / "texts"))
    assert "hummer" in indexed(edition)


def test_texts_of_other_code_are_dropped(content: Path, tmp_path: Path) -> None:
    write(content, "apen", "vedlegg: [{tittel: Papir, fil: a.pdf}]", a_pdf=paper("hummer"))
    (tmp_path / "texts" / "old").mkdir(parents=True)
    prepare(content, DAY, store=TextStore(tmp_path / "texts"))
    assert not (tmp_path / "texts" / "old").exists()
