"""Writes the component gallery: every macro with invented data, in the site's own layout.

Run as ``python -m tests.gallery.gallery OUT`` to look at it; the browser tests build the same.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from casebook.i18n import Words
from tests.gallery import sample

PACKAGE = Path(__file__).parents[2] / "hooks" / "casebook"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"
)
NAVIGATION = (
    ("cases", "saker/"),
    ("meetings", "moter/"),
    ("follow_up", "oppfolging/"),
    ("processes", "prosesser/"),
    ("municipalities", "kommuner/"),
    ("bodies", "organer/"),
    ("topics", "emner/"),
    ("about", "om/"),
)
FOOTER = (
    "about",
    "accessibility",
    "privacy",
    "contact",
    "feed",
    "calendar",
    "data",
    "figures",
    "status",
)
PAGES = ("index", "front", "case", "list", "missing")


def environment(lang: str) -> Environment:
    """The templates as the core renders them, with the texts of one language."""
    env = Environment(
        loader=FileSystemLoader([PACKAGE / "templates", Path(__file__).parent / "templates"]),
        autoescape=True,
        trim_blocks=True,
    )
    env.globals["t"] = env.globals["words"] = Words(lang)
    return env


def page(name: str, lang: str = "nb") -> str:
    """One page of the gallery."""
    env = environment(lang)
    translate: Any = env.globals["t"]
    values = {key.lower(): value for key, value in vars(sample).items() if key.isupper()}
    root = "./"
    body = env.get_template(f"{name}.html").render(
        root=root, day=sample.day, link=sample.link, **values
    )
    kinds = {"index": "case", "missing": "missing", "list": "cases"}
    crumbs = (
        env.get_template("parts/nav.html")
        .make_module()
        .breadcrumb(  # type: ignore[attr-defined]
            [
                sample.link(translate("home"), root),
                sample.link(translate("nav_cases")),
                sample.link("Galleri"),
            ]
        )
    )
    return env.get_template("layout.html").render(
        lang=lang,
        root=root,
        site_name="Eksempelregionen IPR",
        page_title="Galleri – Eksempelregionen IPR",
        description="Alle delene av nettstedet med oppdiktet innhold.",
        canonical=f"https://eksempel.example/{name}/",
        print_address=f"https://eksempel.example/{name}/",
        robots="noindex",
        head_links=Markup(""),
        jsonld=Markup(""),
        breadcrumb="" if name == "front" else crumbs,
        body=Markup(body),  # noqa: S704 - rendered by our own templates with autoescape on
        kind=kinds.get(name, name),
        policy=POLICY,
        invented=True,
        as_of=translate("as_of", date="23. november 2026"),
        nav=[
            {"key": key, "href": root + href, "label": translate(f"nav_{key}")}
            for key, href in NAVIGATION
        ],
        links={key: f"{root}om/{key}/" for key in FOOTER},
        asset=lambda asset: f"{root}assets/{asset}",
    )


def write(out: Path, lang: str = "nb") -> None:
    """All pages and the assets they need."""
    out.mkdir(parents=True, exist_ok=True)
    for name in PAGES:
        (out / f"{name}.html").write_text(page(name, lang), encoding="utf-8")
    shutil.copytree(PACKAGE / "assets", out / "assets", dirs_exist_ok=True)


if __name__ == "__main__":
    write(Path(sys.argv[1]), *sys.argv[2:3])
