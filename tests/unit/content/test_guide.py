"""Every example in the guide for writers can be read without a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from casebook.diagnostics import Collector, Diagnostic
from casebook.frontmatter import parse_yaml
from casebook.publishing import prepare
from casebook.reading import Source, read_case, read_meeting, read_process
from casebook.schema.decoding import decode_record
from casebook.schema.fields import RecordType
from casebook.schema.tables import ADDRESS_CHANGES, CASE, MEETING, PROCESS, REGION, SEARCH_LISTS
from casebook.schema.tables.agenda import AGENDA_ITEM
from tests.support.building import ROOT

GUIDE = ROOT / "docs" / "hjelp"
PAGES = {"mote": MEETING, "prosess": PROCESS, "sok": SEARCH_LISTS}
BODIES = {"2024-05-14-regionradet": "regionradet", "2021-09-28-mosseregionradet": "radet"}
AROUND = """\
---
tittel: Eksempel
behandling:
  - {id: rad, organ: regionradet, dato: 2024-05-14}
  - {organ: representantskapet, dato: 2024-06-11}
---
"""
ALONE = "---\ntittel: Eksempel\nbehandling: [{organ: regionradet, dato: 2024-05-14}]\n---\n"
CONTENT = re.compile(r"---|## |[a-zæøå_]+:(?!/)")
"""How an example begins; commands, messages and paragraphs of lists begin otherwise."""


def blocks(page: Path) -> Iterator[str]:
    """The indented examples of a page; YAML on its own is cut at empty lines."""
    text = page.read_text(encoding="utf-8").split("---\n", 2)[2]
    for found in re.finditer(r"(?:^(?: {4}.*)?\n)+", text, flags=re.MULTILINE):
        block = dedent(found[0]).strip("\n")
        if block.startswith(("---", "#")):
            yield block
        else:
            yield from (part for part in re.split(r"\n\s*\n", block) if part.strip())


def examples() -> list[tuple[str, str]]:
    """Every example that is content, with the page that it stands on."""
    return [
        (page.name.partition(".")[0], block)
        for page in sorted(GUIDE.glob("*.md"))
        for block in blocks(page)
        if CONTENT.match(block)
    ]


def read(page: str, block: str) -> list[Diagnostic]:
    """What is found in an example: a whole file, a text, or some fields."""
    if block.startswith("#"):
        block = (AROUND if "Møtebehandling" in block else ALONE) + block
    if not block.startswith("---"):
        return fields(page, block)
    source = Source("eksempel.md", "eksempel", block + "\n", "")
    if PAGES.get(page) is MEETING:
        return read_meeting(source)[1]
    return read_process(source)[1] if PAGES.get(page) is PROCESS else read_case(source, BODIES)[1]


def fields(page: str, block: str) -> list[Diagnostic]:
    """What is found in fields that stand alone, read as the record that knows them all."""
    collector = Collector()
    root = parse_yaml(block, "eksempel.yml", 1, collector)
    assert root is not None, block
    keys = [key.value for key, _ in root.entries]
    known = (PAGES.get(page, CASE), CASE, AGENDA_ITEM, REGION, ADDRESS_CHANGES)
    record: RecordType = next(
        (each for each in known if all(each.field(key) for key in keys)), known[0]
    )
    decode_record(root, record, collector)
    return [found for found in collector if found.code != "missing-field"]


@pytest.mark.parametrize(("page", "block"), examples())
def test_an_example_is_read_without_a_finding(page: str, block: str) -> None:
    assert [found.code for found in read(page, block)] == []


WHOLE = {
    ("index", "tittel"): "2021/2021-16-naeringsplan.md",
    ("sak", "tittel"): "2024/2024-16-naeringsplan.md",
    ("usikkert-og-ukjent", "tittel"): "2021/2021-orgelet.md",
    ("prosess", "tittel"): "processes/naeringsplan.md",
    ("mote", "type: ordinært"): "meetings/2024-05-14-regionradet.md",
    ("mote", "type: administrativt"): "meetings/2024-09-03-ferja.md",
}
"""Where the files that the guide shows whole belong, by page and first field."""
ALSO = {
    "kommuner:\n": "  - {id: sund, navn: Sund}\n",
    "temaer:\n": "  - {id: naering, navn: Næring}\n",
    "organer:\n": "  - {id: representantskapet, navn: Representantskapet}\n",
}
"""What the register in the guide leaves out and other examples name."""


@pytest.mark.parametrize("ending", [".md", ".nn.md"])
def test_the_files_that_the_guide_shows_pass_the_check(ending: str, tmp_path: Path) -> None:
    region = "\n".join(blocks(GUIDE / f"region{ending}"))
    for list_key, entry in ALSO.items():
        assert list_key in region
        region = region.replace(list_key, list_key + entry)
    written = {
        "region.yml": f"{region}\n",
        "meetings/2021-09-28-regionradet.md": "---\ntype: ordinært\norgan: regionradet\n"
        "dato: 2021-09-28\nstatus: avholdt\n---\n",
    }
    for (page, first), name in WHOLE.items():
        shown = blocks(GUIDE / f"{page}{ending}")
        whole = next(block for block in shown if block.startswith(f"---\n{first}"))
        written[name] = f"{whole}\n"
    for name, text in written.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    report = prepare(tmp_path, date(2024, 5, 3)).report
    assert report.render("concise") == "Ingen funn."


def test_every_page_of_the_guide_has_examples_or_says_how_to_read() -> None:
    pages = {path.stem for path in plain_pages()}
    assert pages >= {
        "sak", "mote", "prosess", "vedtak-og-votering", "vedlegg", "usikkert-og-ukjent",
        "feil", "sok", "oppfolging", "publisering", "region",
    }  # fmt: skip
    assert len(examples()) > 30


def test_the_guide_is_linked_from_its_first_page() -> None:
    first = (GUIDE / "index.md").read_text(encoding="utf-8")
    linked = set(re.findall(r"\]\(([\w-]+)\.md\)", first))
    assert linked == {path.stem for path in plain_pages()} - {"index"}


def plain_pages() -> list[Path]:
    """The pages of the guide in bokmål."""
    return [path for path in GUIDE.glob("*.md") if not path.stem.endswith(".nn")]


WRITTEN = sorted((ROOT / "docs").glob("*/*.md"))
PAIRS = [path for path in WRITTEN if not path.stem.endswith(".nn") and path.parent.name != "dev"]


@pytest.mark.parametrize("page", PAIRS, ids=lambda page: f"{page.parent.name}/{page.stem}")
def test_a_page_has_the_same_build_in_both_languages(page: Path) -> None:
    """What one version says of keys, words and links, the other says too."""
    bokmal, nynorsk = page.read_text("utf-8"), page.with_suffix(".nn.md").read_text("utf-8")
    for shape in (
        r"^#+ ",  # headings
        r"^(?: {4}.*\n)+",  # examples
        r"^- |^\d+\. |^:   |^\| ",  # lists, terms and tables
    ):
        found = [len(re.findall(shape, text, re.MULTILINE)) for text in (bokmal, nynorsk)]
        assert found[0] == found[1], shape
    for exact in (r"`([^`\n]+)`", r"\]\(([^)]+)\)", r"^ +- \{?(\w+):|^ +(\w+):"):
        found_words = [re.findall(exact, text, re.MULTILINE) for text in (bokmal, nynorsk)]
        assert _untranslated(found_words[0]) == _untranslated(found_words[1]), exact


def _untranslated(words: list[object]) -> list[str]:
    """The words without those that hold a text of the example."""
    return sorted(
        str(word) for word in words if not re.search(r"grunn: |tekst: |## V|## R", str(word))
    )


def test_words_of_the_closed_lists_are_all_in_the_guide() -> None:
    """A writer who reads the guide meets every outcome, role and status that can be written."""
    text = " ".join(path.read_text(encoding="utf-8") for path in GUIDE.glob("*.md"))
    assert {word for word in outcomes() if f"`{word}`" not in text} == set()


def outcomes() -> set[str]:
    """The words of ``utfall`` and ``rolle``."""
    found: set[str] = set()
    for name in ("outcome", "role"):
        field = AGENDA_ITEM.field(name)
        assert field is not None
        found |= set(field.type.values)  # type: ignore[attr-defined]
    return found
