"""Old links still arrive: a case that was renamed, moved and retitled, with and without script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from casebook.cli import main
from casebook.ledger import LEDGER
from tests.support import building, report
from tests.support.browsing import Reader
from tests.support.links import Site, attribute
from tests.support.sampling import kind
from tests.support.server import SiteServer, serve
from tests.support.tiny import TinyProject, write_tiny

pytestmark = [pytest.mark.site]

OLD, NEW = "sak/2025-01-buss/", "sak/busstilbudet/"


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TinyProject, SiteServer]]:
    """A site whose case got another id, another folder and another title after publication."""
    project = write_tiny(tmp_path_factory.mktemp("renamed"))
    with (project.root / "cases" / "region.yml").open("a", encoding="utf-8") as region:
        region.write('adresse: "https://proven.example/under/en/sti/"\n')
    folder = project.case.parent / "2025-01-buss"
    folder.mkdir()
    (folder / "notat.txt").write_text("Et notat.", encoding="utf-8")
    text = project.case.read_text(encoding="utf-8")
    listed = "vedlegg: [{tittel: Notat, fil: notat.txt}]\n---\n## Vedtak"
    text = text.replace("---\n## Vedtak", listed)
    project.case.write_text(text, encoding="utf-8")
    _casebook("publish-record", project)
    moved = project.root / "cases" / "2026" / "busstilbudet"
    moved.mkdir(parents=True)
    folder.joinpath("notat.txt").rename(moved / "notat.txt")
    folder.rmdir()
    renaming = "tittel: Busstilbudet\ntidligere_id: [2025-01-buss]"
    text = text.replace("tittel: Flere busser", renaming)
    (moved / "case.md").write_text(text, encoding="utf-8")
    project.case.unlink()
    _casebook("publish-check", project)
    building.build(project.site, project.config)
    with serve(project.site, "/under/en/sti/") as server:
        yield project, server


def _casebook(command: str, project: TinyProject) -> None:
    assert main([command, "--content", str(project.root / "cases")]) == 0


def test_every_recorded_address_answers(renamed: tuple[TinyProject, SiteServer]) -> None:
    project, server = renamed
    ledger = (project.root / "cases" / LEDGER).read_text(encoding="utf-8").splitlines()
    old = {line.split(" ")[0].partition("#")[0] for line in ledger if not line.startswith("#")}
    assert f"{OLD}vedlegg/notat.txt" in old
    report.none(sorted(address for address in old if server.resolve("/" + address) is None))


@pytest.mark.browser
@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("old", [OLD, "s/radet-1-2025/"])
def test_old_address_leads_to_the_case(
    renamed: tuple[TinyProject, SiteServer], reader: Reader, old: str, *, script: bool
) -> None:
    server = renamed[1]
    with reader.open(server.address(old), javascript=script) as (page, _):
        page.wait_for_url(server.address(NEW))
        assert page.locator("h1").inner_text() == "Busstilbudet"


@pytest.mark.browser
@pytest.mark.parametrize(
    "form", ["radet-01-2025", "radet-1-25/", "Radet/1/25", "r%C3%A5det-1-2025"]
)
def test_usual_forms_of_a_number_lead_to_the_case(
    renamed: tuple[TinyProject, SiteServer], reader: Reader, form: str
) -> None:
    server = renamed[1]
    with reader.open(server.address(f"s/{form}")) as (page, _):
        page.wait_for_url(server.address(NEW))


@pytest.mark.browser
def test_unknown_number_gives_the_page_for_what_is_missing(
    renamed: tuple[TinyProject, SiteServer], reader: Reader
) -> None:
    with reader.open(renamed[1].address("s/radet-77-25/")) as (page, _):
        page.wait_for_url("**/s/radet-77-2025/")
        assert page.locator("body.k-missing").count() == 1


@pytest.mark.browser
def test_link_to_a_point_arrives_at_the_point(
    renamed: tuple[TinyProject, SiteServer], reader: Reader
) -> None:
    server = renamed[1]
    with reader.open(server.address(f"{OLD}#radet-p2")) as (page, _):
        page.wait_for_url(server.address(f"{NEW}#radet-p2"))
        assert "ferdig behandlet" in page.locator("#radet-p2").inner_text()


def test_redirects_can_be_read_and_followed_by_hand(site: Site) -> None:
    stubs = [page for page in site.pages() if kind(site, page) == "redirect"]
    assert stubs
    for page in stubs:
        assert attribute(site, page, "html", "lang") in {"nb", "nn"}
        target = attribute(site, page, "main a#videre", "href")
        assert attribute(site, page, "meta[http-equiv=refresh]", "content") == f"0; url={target}"
        assert attribute(site, page, "link[rel=canonical]", "href").startswith("https://")
        assert all(link.text().strip() for link in site.tree(page).css("a"))


def test_build_refuses_to_lose_an_address(tmp_path: Path) -> None:
    project = write_tiny(tmp_path)
    _casebook("publish-record", project)
    building.build(project.site, project.config)
    before = building.digests(project.site)
    project.case.unlink()
    arguments = ("build", "--strict", "--config-file", str(project.config))
    done = building.run_mkdocs(*arguments)
    assert done.returncode != 0
    assert "[address-lost]" in done.stderr
    assert OLD in done.stderr
    assert building.digests(project.site) == before
