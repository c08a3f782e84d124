from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from markupsafe import escape
from selectolax.lexbor import LexborHTMLParser

from casebook.findings import catalogue
from casebook.graph import Graph
from casebook.outputs.keys import Keys
from casebook.outputs.pages.environment import environments
from casebook.outputs.pages.help import finding_address, help_pages
from casebook.outputs.pages.page import Page
from casebook.publishing import prepare
from casebook.schema.help_texts import nynorsk
from casebook.schema.json_schema import json_schema
from casebook.schema.reference import reference
from casebook.schema.tables import CASE
from casebook.schema.template import draft
from tests.rules import folders


def graph() -> Graph:
    found = prepare(folders.BASE, folders.AS_OF).graph
    assert found is not None
    return found


def pages() -> dict[str, Page]:
    joined = graph()
    return {page.uri: page.make() for page in help_pages(joined, Keys(joined))}


def body(page: Page) -> str:
    template = environments()[page.language].get_template(page.template)
    return template.render(page.view, lang=page.language)


def test_every_code_has_a_page_with_what_why_cure_and_example() -> None:
    made = pages()
    for code, entry in catalogue().items():
        html = body(made[f"{finding_address(code)}index.html"])
        for text in (entry.nb.what, entry.nb.why, entry.nb.cure, entry.wrong.rstrip()):
            assert str(escape(text)) in html


def test_the_list_links_to_every_code() -> None:
    tree = LexborHTMLParser(body(pages()["hjelp/funn/index.html"]))
    linked = {a.attributes["href"] for a in tree.css("dt a")}
    assert linked == {f"../../{finding_address(code)}" for code in catalogue()}


def test_a_value_is_not_offered_twice() -> None:
    """«ukjent» is a value of some lists and a gap of every field that may be one."""
    tree = LexborHTMLParser(body(pages()["hjelp/felt/index.html"]))
    for cell in tree.css("td:last-child"):
        said = cell.text()
        assert not ("«ukjent»" in said and re.search(r"[,:] ukjent\b", said)), said


def test_every_field_is_described_in_nynorsk_too() -> None:
    said = {field.help for record in reference() for field in record.fields}
    assert set(nynorsk()) == said
    bokmal = re.compile(
        r"\b(ikke|hva|hvem|hvor\w*|saken|filen|siden|møter|navn\w*|være|noe|ble|vises)\b"
    )
    assert [text for text in nynorsk().values() if bokmal.search(text.lower())] == []


def test_the_reference_of_a_region_in_nynorsk_is_in_nynorsk(tmp_path: Path) -> None:
    shutil.copytree(folders.BASE, tmp_path / "cases")
    region = tmp_path / "cases" / "region.yml"
    text = region.read_text(encoding="utf-8").replace("målform: nb", "målform: nn")
    region.write_text(text, encoding="utf-8")
    found = prepare(tmp_path / "cases", folders.AS_OF).graph
    assert found is not None
    made = {page.uri: page for page in help_pages(found, Keys(found))}
    html = body(made["hjelp/felt/index.html"].make())
    assert "Kva organet gjer med saka." in html
    assert 'lang="nb"' not in html
    assert "Kva organet gjer med saka." in json.dumps(json_schema(CASE, "nn"), ensure_ascii=False)
    assert "## Framlegg til vedtak" in draft("sak", {"title": "Sak"}, "nn")


def test_the_reference_names_every_field_of_every_record() -> None:
    tree = LexborHTMLParser(body(pages()["hjelp/felt/index.html"]))
    for record in reference():
        head = tree.css_first(f"#felt-{record.key}")
        assert head is not None
        table = tree.css_first(f'section[aria-labelledby="felt-{record.key}"] table')
        assert table is not None
        named = [code.text() for code in table.css("th code")]
        assert named == [field.key for field in record.fields]
