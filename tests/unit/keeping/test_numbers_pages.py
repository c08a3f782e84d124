from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from casebook.graph import Graph
from casebook.outputs.hosting import apache_rules, headers_file, nginx_map, redirects_file
from casebook.outputs.keys import Keys
from casebook.outputs.numbers_pages import number_pages, short_links
from casebook.outputs.redirects import Redirect
from casebook.publishing import prepare
from tests.support.tiny import write_tiny

FIXTURES = Path(__file__).parents[2] / "fixtures" / "cases"


@pytest.fixture(scope="module")
def invented() -> Graph:
    graph = prepare(FIXTURES, date(2026, 11, 23)).graph
    assert graph is not None
    return graph


def test_every_readable_number_of_a_case_has_a_short_link(invented: Graph) -> None:
    links = short_links(invented)
    assert links["s/regionradet-6-2021/"] == ("sak/2021-06-ferjesambandet/",)
    targets = {target for found in links.values() for target in found}
    for case_id, treatments in invented.treatments.items():
        if any(t.number is not None and t.body is not None for t in treatments):
            assert f"sak/{case_id}/" in targets


def test_shared_number_lists_the_candidates(tmp_path: Path) -> None:
    project = write_tiny(tmp_path)
    second = project.case.with_name("2025-02-sykkelvei.md")
    second.write_text(second.read_text(encoding="utf-8").replace("02/2025", "01/2025"))
    graph = prepare(project.root / "cases", date(2025, 5, 1)).graph
    assert graph is not None
    (planned,) = number_pages(graph, Keys(graph))
    page = planned.make()
    assert page.uri == "s/radet-1-2025/index.html"
    assert page.title == "Saker med nummeret «Sak 01/2025, Rådet»"
    assert {row["title"] for row in page.view["cases"]} == {"Flere busser", "Sykkelvei"}
    assert page.robots == "noindex"


def test_redirects_in_the_form_of_each_host() -> None:
    moved = [Redirect("sak/a/", "sak/b/", "B"), Redirect("x.pdf", "y.pdf", "Y")]
    assert redirects_file(moved).splitlines()[1:] == [
        "/sak/a/ /sak/b/ 301",
        "/x.pdf /y.pdf 301",
        "/sak/a/* /sak/b/:splat 301",
    ]
    nginx = nginx_map(moved, [r"z\.pdf$", "sak/g/vedlegg/"], ["sak/p/"])
    assert '"~^/sak/p/" noindex;' in nginx
    assert '"~^/data/(?!index\\.html$)[^/]+$" noindex;' in nginx
    assert '"~^/sak/a/(?<rest>.+)$" "/sak/b/$rest";' in nginx
    assert '"~^/z\\.pdf$" 1;' in nginx
    apache = apache_rules(moved, [r"z\.pdf$", "sak/g/vedlegg/"], ["sak/p/"])
    assert 'SetEnvIf Request_URI "^/sak/p/" casebook_unindexed' in apache
    assert 'RedirectMatch 301 "^/sak/a/(.*)$" "/sak/b/$1"' in apache
    assert 'RedirectMatch 301 "^/x\\.pdf$" "/y.pdf"' in apache
    assert apache.splitlines()[1:3] == [
        'RedirectMatch 410 "^/z\\.pdf$"',
        'RedirectMatch 410 "^/sak/g/vedlegg/"',
    ]


def test_headers_name_the_policy_once_for_each_folder() -> None:
    text = headers_file(["sak", "embed"], ["sak/p/"])
    assert text.count("frame-ancestors") == 4
    assert text.count("/embed/*\n") == 1
    assert "\n/sak/p/*\n  X-Robots-Tag: noindex\n" in text


def test_a_file_that_leads_to_a_page_takes_nothing_along() -> None:
    moved = Redirect("sak/buss/kart.pdf", "sak/ny-buss/", "Kart")
    assert 'RedirectMatch 301 "^/sak/buss/kart\\.pdf$" "/sak/ny-buss/"' in apache_rules([moved], ())
