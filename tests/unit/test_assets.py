"""What is sent of the site's own stylesheets and scripts."""

from __future__ import annotations

import gzip
import re

import pytest

from casebook.outputs.assets import asset_files, without_comments, without_remarks

FRAME = ("casebook.css", "casebook.js", "casebook-serif-1.woff2", "icon.svg")


@pytest.fixture(scope="module")
def assets() -> dict[str, bytes]:
    return {file.uri.removeprefix("assets/"): file.read() for file in asset_files()}


def test_comments_and_indentation_go() -> None:
    assert without_comments("/* a\n b */\na {\n  b: c;\n}\n\n") == "a{b:c}\n"


def test_rules_stay(assets: dict[str, bytes]) -> None:
    css = assets["casebook.css"].decode()
    assert "/*" not in css
    assert css.count("{") == css.count("}")
    assert css.find("\n") == len(css) - 1


def test_licence_travels_with_the_font(assets: dict[str, bytes]) -> None:
    assert b"SIL OPEN FONT LICENSE" in assets["casebook-serif-LICENSE.txt"]


@pytest.mark.parametrize("extra", [(), ("search.css", "search.js"), ("board.js",)])
def test_page_assets_keep_to_the_budget(assets: dict[str, bytes], extra: tuple[str, ...]) -> None:
    sizes = {name: len(gzip.compress(assets[name], 9)) for name in (*FRAME, *extra)}
    assert sum(sizes.values()) <= 40_000, sizes


def test_nothing_asks_another_origin(assets: dict[str, bytes]) -> None:
    for name in ("casebook.css", "search.css"):
        assert re.findall(rb"url\(\s*[\"']?(?:https?:)?//|@import", assets[name]) == []


def test_scripts_lose_only_comments_and_indentation() -> None:
    script = "// what it is\nif (a) {\n  /** why */\n  b('// c'); // d\n}\n\n"
    assert without_remarks(script) == "if (a) {\nb('// c');\n}\n"
    texts = "b('c; // d');\nb(`c, // d`); // e's\n"
    assert without_remarks(texts) == texts


def test_no_comment_is_sent(assets: dict[str, bytes]) -> None:
    for name in (name for name in assets if name.endswith(".js")):
        sent = assets[name].decode()
        assert re.findall(r"(?m)^/[/*].*|[;,{}] // .*", sent) == [], name
