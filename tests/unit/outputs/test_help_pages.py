from __future__ import annotations

from markupsafe import escape
from selectolax.lexbor import LexborHTMLParser

from casebook.findings import catalogue
from casebook.graph import Graph
from casebook.outputs.keys import Keys
from casebook.outputs.pages.environment import environments
from casebook.outputs.pages.help import finding_address, help_pages
from casebook.outputs.pages.page import Page
from casebook.publishing import prepare
from casebook.schema.reference import reference
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


def test_the_reference_names_every_field_of_every_record() -> None:
    tree = LexborHTMLParser(body(pages()["hjelp/felt/index.html"]))
    for record in reference():
        head = tree.css_first(f"#felt-{record.key}")
        assert head is not None
        table = tree.css_first(f'section[aria-labelledby="felt-{record.key}"] table')
        assert table is not None
        named = [code.text() for code in table.css("th code")]
        assert named == [field.key for field in record.fields]
