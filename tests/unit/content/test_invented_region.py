"""The invented region uses every field, every word of the closed lists and every odd case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from pypdf import PdfReader

from casebook.diagnostics import Collector
from casebook.frontmatter import (
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    parse_yaml,
    split_document,
)
from casebook.schema.compounds import Many, MapOf, Nested
from casebook.schema.fields import FieldType, RecordType
from casebook.schema.scalars import Choice
from casebook.schema.tables import ADDRESS_CHANGES, FILES, SEARCH_LISTS
from casebook.schema.tables.case import CASE
from casebook.schema.tables.meeting import MEETING
from casebook.schema.tables.process import PROCESS
from casebook.schema.tables.region import REGION
from tests.fixtures import make_attachments, make_region, statements

CASES = make_region.TARGET
IDS_IN_FILE_NAMES = {(record.key, "id") for record in (CASE, MEETING, PROCESS)}
"""Fields that the writer leaves out because the file's name says the same."""


def record_type(path: Path) -> RecordType:
    folder = path.relative_to(CASES).parts[0]
    return {"meetings": MEETING, "processes": PROCESS}.get(folder, CASE)


def source_files() -> list[Path]:
    return sorted(CASES.rglob("*.md"))


def roots() -> Iterator[tuple[RecordType, MappingNode]]:
    region = parse_yaml((CASES / "region.yml").read_text("utf-8"), "", 1, Collector())
    assert region is not None
    yield REGION, region
    words = parse_yaml((CASES / "sok.yml").read_text("utf-8"), "", 1, Collector())
    assert words is not None
    yield SEARCH_LISTS, words
    for path in source_files():
        root = split_document(path.read_text("utf-8"), str(path), Collector()).root
        assert root is not None, path
        yield record_type(path), root


def parts(kind: Many | MapOf, node: Node) -> list[tuple[FieldType, Node]]:
    """The values of a list or a map; a single value stands for a list of one."""
    if isinstance(kind, MapOf):
        entries = node.entries if isinstance(node, MappingNode) else ()
        return [(kind.value, value) for _, value in entries]
    items = node.items if isinstance(node, SequenceNode) else (node,)
    return [(kind.item, item) for item in items]


class Census:
    """What is used: fields by record, and words of the closed lists."""

    def __init__(self) -> None:
        self.fields: set[tuple[str, str]] = set()
        self.words: set[tuple[str, str]] = set()
        self.gaps: set[str] = set()
        for record, root in roots():
            self.record(record, root)

    def record(self, record: RecordType, node: MappingNode) -> None:
        for key, value in node.entries:
            field = record.field(key.value)
            assert field is not None, key.value
            self.fields.add((record.key, field.norwegian))
            self.value(field.type, value)

    def value(self, kind: FieldType, node: Node) -> None:
        if isinstance(node, ScalarNode) and node.value in ("ukjent", "ingen"):
            self.gaps.add(node.value)
        if isinstance(kind, Many | MapOf):
            for inner, item in parts(kind, node):
                self.value(inner, item)
        elif isinstance(kind, Nested):
            self.nested(kind, node)
        elif isinstance(kind, Choice) and isinstance(node, ScalarNode):
            self.words.add((kind.enum.__name__, node.value))

    def nested(self, kind: Nested, node: Node) -> None:
        if isinstance(node, MappingNode):
            self.record(kind.record(), node)
        elif kind.scalar_field:
            field = kind.record().field(kind.scalar_field)
            assert field is not None
            self.value(field.type, node)


def all_records() -> Iterator[RecordType]:
    # Moved and withdrawn addresses need a site that was published before; their tests have one.
    waiting, seen = [record for record in FILES if record is not ADDRESS_CHANGES], set()
    while waiting:
        record = waiting.pop()
        if record.key in seen:
            continue
        seen.add(record.key)
        yield record
        for field in record.fields:
            kind = field.type.item if isinstance(field.type, Many) else field.type
            if isinstance(kind, Nested):
                waiting.append(kind.record())


def choices(kind: FieldType) -> Iterator[Choice]:
    if isinstance(kind, Choice):
        yield kind
    elif isinstance(kind, Many):
        yield from choices(kind.item)
    elif isinstance(kind, MapOf):
        yield from choices(kind.value)


@pytest.fixture(scope="module")
def census() -> Census:
    return Census()


def test_every_field_of_the_table_is_used(census: Census) -> None:
    table = {(record.key, field.norwegian) for record in all_records() for field in record.fields}
    assert sorted(table - census.fields - IDS_IN_FILE_NAMES) == []


def test_every_word_of_the_closed_lists_is_used(census: Census) -> None:
    listed = {
        (choice.enum.__name__, word)
        for record in all_records()
        for field in record.fields
        for choice in choices(field.type)
        for word in choice.values
    }
    assert sorted(listed - census.words - {("NamePolicy", "kontor")}) == []


def test_both_written_gaps_are_used(census: Census) -> None:
    assert census.gaps == {"ukjent", "ingen"}


def test_the_region_is_large_enough() -> None:
    cases = [path for path in source_files() if record_type(path) is CASE]
    years = {path.relative_to(CASES).parts[0] for path in cases}
    assert len(cases) >= 60
    assert {"2021", "2022", "2023", "2024"} <= years
    assert len(list((CASES / "meetings").glob("*.md"))) >= 20
    assert len(list((CASES / "processes").glob("*.md"))) >= 8
    region = yaml.safe_load((CASES / "region.yml").read_text("utf-8"))
    assert len(region["kommuner"]) >= 4
    assert len(region["organer"]) >= 3


def test_the_scripts_write_what_is_committed(tmp_path: Path) -> None:
    make_region.write(tmp_path)
    for path in sorted(tmp_path.rglob("*.md")):
        name = path.relative_to(tmp_path)
        assert path.read_text("utf-8") == (CASES / name).read_text("utf-8"), name


def test_attachments_are_made_alike_twice_and_are_all_committed() -> None:
    for name in make_attachments.FILES:
        assert (CASES / name).is_file(), name
    for name in list(make_attachments.FILES)[:20]:
        assert make_attachments.FILES[name]() == make_attachments.FILES[name](), name


def test_one_case_has_180_attachments_from_different_senders() -> None:
    folder = CASES / statements.FOLDER
    senders = {statements.sender(number) for number in range(1, statements.COUNT + 1)}
    assert len(list(folder.iterdir())) == statements.COUNT + 1
    assert len(senders) == statements.COUNT


def test_the_scan_has_no_text_and_the_paper_has_three_pages() -> None:
    folder = CASES / "2023" / "2023-alle-vedleggstyper"
    assert PdfReader(folder / "skannet.pdf").pages[0].extract_text().strip() == ""
    paper = PdfReader(folder / "saksframlegg.pdf")
    assert len(paper.pages) == 3
    assert "hummerkloa" in paper.pages[1].extract_text()


def test_titles_are_as_long_as_they_may_be() -> None:
    titles = [
        value.value
        for record, root in roots()
        if record is CASE
        for key, value in root.entries
        if key.value == "tittel" and isinstance(value, ScalarNode)
    ]
    assert sum(len(title) == 255 for title in titles) >= 2
    for character in (":", '"', "«", "#", "<", "&"):
        assert any(character in title for title in titles), character


def test_secret_words_are_unlike_each_other() -> None:
    text = "".join(path.read_text("utf-8") for path in source_files())
    words = re.findall(r"HEMMELIG-kolibri-\d{4}", text)
    assert len(words) == len(set(words)) >= 15
